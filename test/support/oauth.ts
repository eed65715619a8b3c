import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { createConsentCode } from '../../server/domain/oauth/create-consent-code.ts'
import { createOAuthApp } from '../../server/domain/oauth/create-oauth-app.ts'
import type { Tenant, TestApp } from './app.ts'

export const REDIRECT_URI = 'https://app.example/callback?tenant=1'

/** A registered app. */
export interface AnApp {
  id: string
  secret: string | null
}

export async function anApp(running: TestApp, isPublic = false, redirectUri = REDIRECT_URI): Promise<AnApp> {
  const input = { name: 'Boek & <b>Co</b>', redirectUris: [redirectUri], isPublic }
  const { appId, appSecret } = await createOAuthApp(running.database.sql, running.clock.now(), input)
  return { id: appId, secret: appSecret }
}

/** A browser on the consent page: it keeps the cookie and knows the form. */
export interface Browser {
  url: string
  cookie: string
  csrf: string
  page: LightMyRequestResponse
  submit(fields: Record<string, string>): Promise<LightMyRequestResponse>
}

const cookieOf = (response: LightMyRequestResponse): string | undefined =>
  /^[^;]+/.exec(String(response.headers['set-cookie'] ?? ''))?.[0]

/** Opens the page; `cookie` is that of a browser which was here before. */
export async function open(running: TestApp, url: string, cookie?: string): Promise<Browser> {
  const page = await running.app.inject({ url, headers: cookie === undefined ? {} : { cookie } })
  assert.equal(page.statusCode, 200, `${page.statusCode} ${page.headers.location ?? page.body}`)
  const held = cookieOf(page) ?? cookie!
  const csrf = /name="csrf" value="([\w-]+)"/.exec(page.body)![1]!
  const submit = (fields: Record<string, string>) =>
    running.app.inject({
      method: 'POST',
      url,
      headers: { cookie: held, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, ...fields }).toString(),
    })
  return { url, cookie: held, csrf, page, submit }
}

/** Opens the page and proves to decide for the tenant: the browser at the second step. */
export async function logIn(running: TestApp, url: string, tenant: Tenant): Promise<Browser> {
  const first = await open(running, url)
  const { code } = await createConsentCode(tenant.ctx())
  const answer = await first.submit({ decision: 'login', consent_code: code })
  assert.equal(answer.statusCode, 303, answer.body)
  return open(running, String(answer.headers.location), cookieOf(answer))
}

/** Goes all the way and approves: where the browser is sent. */
export async function approve(running: TestApp, url: string, tenant: Tenant): Promise<URL> {
  const answer = await (await logIn(running, url, tenant)).submit({ decision: 'approve' })
  assert.equal(answer.statusCode, 303, answer.body)
  return new URL(String(answer.headers.location))
}

/** `GET /oauth/authorize` of an app; a parameter that is undefined is left out. */
export function authorizeUrl(app: AnApp, changes: Record<string, string | undefined> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: app.id,
    redirect_uri: REDIRECT_URI,
    scope: 'customers.read tickets.write',
    state: 'state-1',
    ...changes,
  }
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return `/oauth/authorize?${new URLSearchParams(given).toString()}`
}

/** `POST /oauth/tokens` with JSON, as the documentation has it. */
export const exchange = (running: TestApp, payload: Record<string, unknown>) =>
  running.app.inject({ method: 'POST', url: '/oauth/tokens', payload })

export interface Tokens {
  access_token: string
  refresh_token: string
  expires_in: number
  scope: string
}

/** The fields of an exchange of a confidential app's code. */
export const exchangeOf = (app: AnApp, code: string, changes: Record<string, unknown> = {}) => ({
  grant_type: 'authorization_code',
  client_id: app.id,
  ...(app.secret === null ? {} : { client_secret: app.secret }),
  redirect_uri: REDIRECT_URI,
  code,
  ...changes,
})

export const refreshOf = (app: AnApp, refreshToken: string, changes: Record<string, unknown> = {}) => ({
  grant_type: 'refresh_token',
  client_id: app.id,
  ...(app.secret === null ? {} : { client_secret: app.secret }),
  refresh_token: refreshToken,
  ...changes,
})

/** Tokens that the tenant granted to a confidential app. */
export async function tokensOf(
  running: TestApp,
  app: AnApp,
  tenant: Tenant,
  scope = 'customers.read tickets.write',
): Promise<Tokens> {
  const to = await approve(running, authorizeUrl(app, { scope }), tenant)
  const answer = await exchange(running, exchangeOf(app, to.searchParams.get('code')!))
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
