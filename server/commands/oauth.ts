import { Command } from 'commander'
import { findCompany } from '../domain/companies/company.ts'
import { createConsentCode } from '../domain/oauth/create-consent-code.ts'
import { createOAuthApp } from '../domain/oauth/create-oauth-app.ts'
import { deleteOAuthApp } from '../domain/oauth/delete-oauth-app.ts'
import { listOAuthApps } from '../domain/oauth/list-oauth-apps.ts'
import { findCompanyOfGrant, listOAuthGrants } from '../domain/oauth/list-oauth-grants.ts'
import { revokeOAuthGrant } from '../domain/oauth/revoke-oauth-grant.ts'
import { isUuid } from '../kernel/ids.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

interface Json {
  json?: boolean
}

export function oauthCommand(): Command {
  const oauth = new Command('oauth').description('apps of third parties, and what companies granted them')
  oauth
    .command('code <company>')
    .description('make a code with which the company opens the consent page, once and within half an hour')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: Json) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        const { code, expiresAt } = await createConsentCode(operatorCtx(sql, company))
        print(json, { code, company: company.name, expiresAt: expiresAt.toISOString() })
      }),
    )
  oauth.addCommand(appsCommand())
  oauth.addCommand(grantsCommand())
  return oauth
}

function appsCommand(): Command {
  const apps = new Command('apps').description('registered apps; a secret is shown once, when it is made')
  apps
    .command('create <name>')
    .description('register an app')
    .requiredOption('--redirect-uri <uris...>', 'where the app may be answered, exactly')
    .option('--public', 'an app that cannot keep a secret: it gets none and must use PKCE')
    .option('--json', 'print the result as JSON')
    .action((name: string, options: Json & { redirectUri: string[]; public?: boolean }) =>
      withDatabase(async (sql) => {
        const input = { name, redirectUris: options.redirectUri, isPublic: options.public === true }
        print(options.json, { ...(await createOAuthApp(sql, new Date(), input)), name })
      }),
    )
  apps
    .command('list')
    .description('every app')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listOAuthApps(sql)).map((app) => ({ ...app })),
        ),
      ),
    )
  apps
    .command('delete <appId>')
    .description('delete an app; whatever it was granted ends at once')
    .option('--json', 'print the result as JSON')
    .action((appId: string, { json }: Json) =>
      withDatabase(async (sql) => {
        if (!isUuid(appId)) throw new Error('the App ID is a UUID; see balie oauth apps list')
        await deleteOAuthApp(sql, new Date(), appId)
        print(json, { appId, deleted: true })
      }),
    )
  return apps
}

function grantsCommand(): Command {
  const grants = new Command('grants').description('what companies granted to apps')
  grants
    .command('list')
    .description('every grant')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listOAuthGrants(sql)).map((grant) => ({ ...grant })),
        ),
      ),
    )
  grants
    .command('revoke <id>')
    .description('end a grant with all of its tokens, in every process at once')
    .option('--json', 'print the result as JSON')
    .action((id: string, { json }: Json) =>
      withDatabase(async (sql) => {
        if (!isUuid(id)) throw new Error('the id of a grant is a UUID; see balie oauth grants list')
        const companyId = await findCompanyOfGrant(sql, id)
        const company = companyId === undefined ? undefined : await findCompany(sql, companyId)
        if (!company || !(await revokeOAuthGrant(operatorCtx(sql, company), id)))
          throw new Error(`there is no valid grant ${id}`)
        print(json, { id, revoked: true })
      }),
    )
  return grants
}
