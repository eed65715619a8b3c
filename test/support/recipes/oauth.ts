import { approveApp } from '../../../server/domain/oauth/approve-app.ts'
import { openConsentSession } from '../../../server/domain/oauth/consent-session.ts'
import { createConsentCode } from '../../../server/domain/oauth/create-consent-code.ts'
import { createOAuthApp } from '../../../server/domain/oauth/create-oauth-app.ts'
import { saveRefreshToken } from '../../../server/domain/oauth/issue-tokens.ts'
import { newSecret } from '../../../server/domain/oauth/secret.ts'
import { csrfOf } from '../../../server/api/oauth/cookie.ts'
import type { Area, Pick } from './area.ts'

const REDIRECT_URI = 'https://app.example/callback'
const nobodys = (kind: string) => `balie_${kind}_00000001_${'0'.repeat(40)}`

const app = (pick: Pick) => ({ client_id: pick('oauthApp'), client_secret: pick('oauthSecret') })
const authorize = (pick: Pick) => ({
  response_type: 'code',
  client_id: pick('oauthApp'),
  redirect_uri: REDIRECT_URI,
  scope: 'customers.read',
  state: 's',
})

/** Apps of third parties. Whoever proves to be an app, or to be at the consent page, is that; so secrets are not lent. */
export const oauth: Area = {
  nobody: {
    oauthApp: '00000000-0000-4000-8000-000000000000',
    oauthSecret: `balie_secret_${'0'.repeat(40)}`,
    oauthRefreshToken: nobodys('rt'),
    consentSession: nobodys('cs'),
  },
  secrets: ['oauthApp', 'oauthSecret', 'oauthRefreshToken', 'consentSession'],
  async make(tenant) {
    const ctx = tenant.ctx()
    const { sql, now } = tenant.ctx()
    const db = sql as Parameters<typeof createOAuthApp>[0]
    const { appId, appSecret } = await createOAuthApp(db, now, {
      name: 'App',
      redirectUris: [REDIRECT_URI],
      isPublic: false,
    })
    await approveApp(ctx, {
      appId,
      scopes: ['customers:read'],
      redirectUri: REDIRECT_URI,
      codeChallenge: null,
    })
    const [grant] = await sql<[{ id: string }]>`
      select id from oauth_grants where company_id = ${tenant.company.companyId} and app_id = ${appId}`
    const refreshToken = newSecret('refresh', tenant.company.companyId)
    await saveRefreshToken(ctx, grant.id, refreshToken)
    const { code } = await createConsentCode(ctx)
    return {
      oauthApp: appId,
      oauthSecret: appSecret!,
      oauthRefreshToken: refreshToken,
      consentSession: (await openConsentSession(db, now, code))!,
    }
  },
  routes: {
    'GET /.well-known/oauth-authorization-server': { api: 'oauth' },
    'GET /oauth/authorize': { api: 'html', query: authorize, refuses: [400] },
    'POST /oauth/authorize': {
      api: 'html',
      query: authorize,
      headers: (pick) => ({ cookie: `__Host-balie_consent=${pick('consentSession')}` }),
      body: (pick) => ({ csrf: csrfOf(pick('consentSession')), decision: 'approve' }),
      form: true,
      refuses: [400, 403],
    },
    'POST /oauth/tokens': {
      api: 'oauth',
      body: (pick) => ({
        ...app(pick),
        grant_type: 'refresh_token',
        refresh_token: pick('oauthRefreshToken'),
      }),
      refuses: [400],
    },
    'POST /oauth/revoke': {
      api: 'oauth',
      body: (pick) => ({ ...app(pick), token: pick('oauthRefreshToken') }),
      // RFC 7009: a token that is none is as good as ended.
      ignores: ['oauthRefreshToken'],
      refuses: [400, 401],
    },
  },
}
