import { Command } from 'commander'
import {
  connectPayments,
  disconnectPayments,
  findPaymentConnection,
} from '../domain/payments/connect-payments.ts'
import { addresses } from '../providers/connectors.ts'
import { mollie } from '../providers/mollie/mollie.ts'
import { openVault } from '../runtime.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

interface ConnectOptions {
  json?: boolean
  apiKey: string
  baseUrl: string
}

export function paymentsCommand(): Command {
  const payments = new Command('payments').description('how a company is paid online')
  payments
    .command('connect <company>')
    .description('connect Mollie to a company (number, UUID or name); the key is stored encrypted')
    .requiredOption('--api-key <key>', "Mollie's API key: live_… or test_…")
    .option('--base-url <url>', 'of the Mollie API', addresses.mollie)
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, apiKey, baseUrl }: ConnectOptions) =>
      withDatabase(async (sql, config) => {
        const company = await companyNamed(sql, name)
        // Says at once that a key is none.
        mollie({ baseUrl, apiKey })
        await connectPayments(
          operatorCtx(sql, company),
          { vault: await openVault(config) },
          { provider: 'mollie', baseUrl, secrets: { apiKey } },
        )
        print(json, { company: company.name, provider: 'mollie', baseUrl })
      }),
    )
  payments
    .command('disconnect <company>')
    .description('take no more payments online; payments made already are still followed')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        if (!(await disconnectPayments(operatorCtx(sql, company))))
          throw new Error(`${company.name} is not connected to a payment provider`)
        print(json, { company: company.name, provider: null })
      }),
    )
  payments
    .command('show <company>')
    .description('the connection, without its key')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql, config) => {
        const company = await companyNamed(sql, name)
        const connection = await findPaymentConnection(operatorCtx(sql, company))
        print(json, {
          company: company.name,
          provider: connection?.provider ?? (config.paymentsSandbox ? 'sandbox' : null),
          baseUrl: connection?.baseUrl ?? null,
          connectedAt: connection?.connectedAt ?? null,
        })
      }),
    )
  return payments
}
