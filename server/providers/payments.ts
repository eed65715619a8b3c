import { PaymentProviderError, type PaymentProviders } from '../domain/payments/provider.ts'
import type { SandboxBank } from '../domain/payments/sandbox-bank.ts'
import type { Db } from '../kernel/context.ts'
import type { Clock } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'
import { mollie } from './mollie/mollie.ts'
import { sandbox } from './sandbox/sandbox.ts'

/** The payment providers there are. The sandbox serves companies without one, and only where it is `allowed`. */
export function paymentProviders(deps: {
  sql: Db
  vault: Vault
  clock: Clock
  publicUrl(): string
  sandboxAllowed: boolean
}): PaymentProviders & { bank: SandboxBank | undefined } {
  const test = deps.sandboxAllowed ? sandbox(deps) : undefined
  return {
    vault: deps.vault,
    publicUrl: deps.publicUrl,
    sandbox: test?.provider,
    bank: test?.bank,
    open(provider, baseUrl, { apiKey, payoutToken }) {
      if (provider !== 'mollie')
        throw new PaymentProviderError('refused', `There is no payment provider ${provider}.`)
      return mollie({ baseUrl, apiKey, payoutToken })
    },
  }
}
