import { Command } from 'commander'
import { createPartner, grantPartner } from '../domain/access/partner.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

export function partnersCommand(): Command {
  const partners = new Command('partners').description(
    'software vendors that act for companies through /api/v2',
  )
  partners
    .command('create <name>')
    .description('register a partner')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => print(json, { id: await createPartner(sql, new Date(), name), name })),
    )
  partners
    .command('grant <partner> <company>')
    .description('let a partner (its id) act for a company (number, UUID or name)')
    .option('--json', 'print the result as JSON')
    .action((partner: string, name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        await grantPartner(operatorCtx(sql, company), partner)
        print(json, { partner, company: company.name })
      }),
    )
  return partners
}
