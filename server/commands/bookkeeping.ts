import { Command } from 'commander'
import { connectBookkeeping } from '../domain/bookkeeping/connect-bookkeeping.ts'
import { listBookkeepingUpdates } from '../domain/bookkeeping/list-updates.ts'
import { formatCents } from '../kernel/money.ts'
import { addresses } from '../providers/connectors.ts'
import { openVault } from '../runtime.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

interface ConnectOptions {
  json?: boolean
  administration: string
  token: string
  baseUrl: string
}

export function bookkeepingCommand(): Command {
  const bookkeeping = new Command('bookkeeping').description('where payments are registered')
  bookkeeping
    .command('connect <company>')
    .description('connect Moneybird to a company (number, UUID or name); secrets are stored encrypted')
    .requiredOption('--administration <id>', "Moneybird's administration id")
    .requiredOption('--token <token>', "Moneybird's API token")
    .option('--base-url <url>', 'of the Moneybird API', addresses.moneybird)
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, administration: administrationId, token, baseUrl }: ConnectOptions) =>
      withDatabase(async (sql, config) => {
        const company = await companyNamed(sql, name)
        const secrets = { administrationId, token }
        await connectBookkeeping(operatorCtx(sql, company), await openVault(config), {
          provider: 'moneybird',
          baseUrl,
          secrets,
        })
        print(json, { company: company.name, provider: 'moneybird', baseUrl })
      }),
    )
  bookkeeping
    .command('status <company>')
    .description('the latest payments on their way to the bookkeeping: state, attempts, last error')
    .option('--limit <n>', 'how many', '20')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, limit }: { json?: boolean; limit: string }) =>
      withDatabase(async (sql) => {
        const updates = await listBookkeepingUpdates(
          operatorCtx(sql, await companyNamed(sql, name)),
          Number(limit) || 20,
        )
        print(
          json,
          updates.map(({ amountCents, ...update }) => ({ ...update, amount: formatCents(amountCents) })),
        )
      }),
    )
  return bookkeeping
}
