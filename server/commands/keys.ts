import { Command } from 'commander'
import { createApiKey } from '../domain/access/create-api-key.ts'
import { findCompanyOfKey, listKeys } from '../domain/access/list-keys.ts'
import { createPartnerKey } from '../domain/access/partner.ts'
import { revokeApiKey, revokePartnerKey } from '../domain/access/revoke-key.ts'
import { findCompany } from '../domain/companies/company.ts'
import { isUuid } from '../kernel/ids.ts'
import type { Permission } from '../kernel/permissions.ts'
import { openVault } from '../runtime.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

interface CreateOptions {
  json?: boolean
  company?: string
  partner?: string
  name: string
  scopes: string
}

export function keysCommand(): Command {
  const keys = new Command('keys').description('API keys; a key is shown once, when it is made')
  keys
    .command('create')
    .description('make a key for /v1 (--company) or for /api/v2 (--partner)')
    .option('--company <company>', 'number, UUID or name')
    .option('--partner <id>', 'id of the partner')
    .option('--name <name>', 'what the key is for', 'command line')
    .option(
      '--scopes <scopes>',
      'of a company key, separated by commas: tickets.read,tickets.write … or *',
      '*',
    )
    .option('--json', 'print the result as JSON')
    .action((options: CreateOptions) =>
      withDatabase(async (sql, config) => {
        if ((options.company === undefined) === (options.partner === undefined))
          throw new Error('say either --company or --partner')
        if (options.partner !== undefined) {
          const sealing = await openVault(config)
          print(options.json, {
            ...(await createPartnerKey(sql, sealing, new Date(), options.partner, options.name)),
          })
          return
        }
        const company = await companyNamed(sql, options.company!)
        const scopes = options.scopes.split(',').map((scope) => scope.trim().replace('.', ':'))
        const key = await createApiKey(
          operatorCtx(sql, company),
          options.name,
          scopes as (Permission | '*')[],
        )
        print(options.json, { ...key, company: company.name })
      }),
    )
  keys
    .command('list')
    .description('every key, without the key')
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listKeys(sql)).map((key) => ({ ...key })),
        ),
      ),
    )
  keys
    .command('revoke <id>')
    .description('revoke a key, in every process at once')
    .option('--json', 'print the result as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        if (!isUuid(id)) throw new Error('the id of a key is a UUID; see balie keys list')
        const companyId = await findCompanyOfKey(sql, id)
        const company = companyId === undefined ? undefined : await findCompany(sql, companyId)
        const revoked = company
          ? await revokeApiKey(operatorCtx(sql, company), id)
          : await revokePartnerKey(sql, new Date(), id)
        if (!revoked) throw new Error(`there is no valid key ${id}`)
        print(json, { id, revoked })
      }),
    )
  return keys
}
