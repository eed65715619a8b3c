import { createOAuthApp } from '../../server/domain/oauth/create-oauth-app.ts'
import { approveApp } from '../../server/domain/oauth/approve-app.ts'
import { claimAuthorizationCode } from '../../server/domain/oauth/exchange-code.ts'
import type { Db } from '../../server/kernel/context.ts'
import type { Tenant } from './app.ts'

const CALLBACK = 'https://agenda.example.com/callback'

/** The App ID of an app of a third party. */
export async function anOAuthApp({ ctx }: Tenant, name = 'Agenda'): Promise<string> {
  const app = await createOAuthApp(ctx().sql as Db, ctx().now, {
    name,
    redirectUris: [CALLBACK],
    isPublic: true,
  })
  return app.appId
}

/** Lets the app in, which comes for its tokens. The id of what it was granted. */
export async function aGrant({ ctx, company }: Tenant, appId: string): Promise<string> {
  await approveApp(ctx(), { appId, scopes: ['tickets:read'], redirectUri: CALLBACK, codeChallenge: null })
  const [grant] = await ctx().sql<[{ id: string }]>`
    select id from oauth_grants where company_id = ${company.companyId} and app_id = ${appId}`
  await claimAuthorizationCode(ctx(), grant.id)
  return grant.id
}
