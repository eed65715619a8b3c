import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { openSmsConnection } from './connect-sms.ts'
import type { SmsProviders } from './provider.ts'

/**
 * Asks the connected provider what is left in the account; undefined where none is connected. Throws `forbidden`,
 * `SmsError`.
 */
export async function checkSms(
  ctx: Ctx,
  { vault, providers }: { vault: Vault; providers: SmsProviders },
): Promise<{ balance: string } | undefined> {
  allow(ctx.actor, 'company:read')
  const connection = await openSmsConnection(ctx.sql, vault, ctx.company.companyId)
  return connection && providers(connection).check()
}
