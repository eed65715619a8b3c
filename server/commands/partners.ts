import { Command } from 'commander'
import { createPartner, grantPartner } from '../domain/access/partner.ts'
import { addRedirectHost, listRedirectHosts, removeRedirectHost } from '../domain/access/redirect-hosts.ts'
import { isUuid } from '../kernel/ids.ts'
import { notificationsCommand } from './partner-notifications.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

/** The id of a partner as it was typed. Throws a sentence. */
function partnerId(text: string): string {
  if (!isUuid(text)) throw new Error('the id of a partner is a UUID; balie partners create prints it')
  return text
}

function redirectsCommand(): Command {
  const redirects = new Command('redirects').description(
    'hosts that payers may be sent back to after a payment that the partner began; any port of them',
  )
  redirects
    .command('add <partner> <host>')
    .description('register a host, such as members.example.com')
    .option('--json', 'print the result as JSON')
    .action((partner: string, host: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) =>
        print(json, { partner, host: await addRedirectHost(sql, new Date(), partnerId(partner), host) }),
      ),
    )
  redirects
    .command('remove <partner> <host>')
    .description('send nobody there any more')
    .option('--json', 'print the result as JSON')
    .action((partner: string, host: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const removed = await removeRedirectHost(sql, partnerId(partner), host)
        if (!removed) throw new Error(`${host} is not registered for that partner`)
        print(json, { partner, host, removed })
      }),
    )
  redirects
    .command('list <partner>')
    .description('the registered hosts')
    .option('--json', 'print the result as JSON')
    .action((partner: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) =>
        print(json, { partner, hosts: await listRedirectHosts(sql, partnerId(partner)) }),
      ),
    )
  return redirects
}

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
  partners.addCommand(redirectsCommand())
  partners.addCommand(notificationsCommand(partnerId))
  return partners
}
