import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as client from 'oauth4webapi'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import { anApp, approve, REDIRECT_URI } from '../../../test/support/oauth.ts'

/** A client library that holds a server to the RFCs; here it is the third party. */
let running: TestApp
let server: client.AuthorizationServer
before(async () => {
  running = await startTestApp()
  const issuer = new URL('https://balie.example')
  const response = await client.discoveryRequest(issuer, { algorithm: 'oauth2', ...options })
  server = await client.processDiscoveryResponse(issuer, response)
})
after(() => running.close())

/** The library's requests, to the application without a network in between. */
const options = {
  [client.customFetch]: async (url: string, init: { method: string; headers: object; body?: unknown }) => {
    const { statusCode, headers, body } = await running.app.inject({
      method: init.method as 'POST',
      url: url.slice('https://balie.example'.length),
      headers: init.headers as Record<string, string>,
      ...(init.body === undefined || init.body === null ? {} : { payload: String(init.body) }),
    })
    return new Response(body, { status: statusCode, headers: headers as Record<string, string> })
  },
} as { [client.customFetch]: never }

for (const [kind, isPublic, authentication] of [
  [
    'a confidential app that sends its secret in the body',
    false,
    (secret: string) => client.ClientSecretPost(secret),
  ],
  [
    'a confidential app that sends it in the header',
    false,
    (secret: string) => client.ClientSecretBasic(secret),
  ],
  ['a public app', true, () => client.None()],
] as const)
  test(`${kind} finds the server, is let in, reads, refreshes and takes its leave`, async () => {
    const tenant = await running.tenant()
    const app = await anApp(running, isPublic)
    const auth = authentication(app.secret ?? '')
    const me: client.Client = { client_id: app.id }
    const verifier = client.generateRandomCodeVerifier()
    const state = client.generateRandomState()
    const url = new URL(server.authorization_endpoint!)
    for (const [name, value] of Object.entries({
      client_id: app.id,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'customers.read',
      state,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }))
      url.searchParams.set(name, value)
    const back = await approve(running, url.pathname + url.search, tenant)
    assert.equal(back.searchParams.get('tenant'), '1')
    const parameters = client.validateAuthResponse(server, me, back, state)

    const exchanged = await client.authorizationCodeGrantRequest(
      server,
      me,
      auth,
      parameters,
      REDIRECT_URI,
      verifier,
      options,
    )
    const first = await client.processAuthorizationCodeResponse(server, me, exchanged)
    assert.deepEqual([first.token_type, first.expires_in, first.scope], ['bearer', 3600, 'customers.read'])

    const read = (token: string) =>
      client.protectedResourceRequest(
        token,
        'GET',
        new URL('https://balie.example/v1/customers'),
        undefined,
        undefined,
        options,
      )
    assert.equal((await read(first.access_token)).status, 200)

    const refreshed = await client.processRefreshTokenResponse(
      server,
      me,
      await client.refreshTokenGrantRequest(server, me, auth, first.refresh_token!, options),
    )
    assert.equal((await read(refreshed.access_token)).status, 200)
    // As documented a confidential app gets no new refresh token; a public one does.
    assert.equal(refreshed.refresh_token !== undefined, isPublic)

    const last = refreshed.refresh_token ?? first.refresh_token!
    const revoked = await client.revocationRequest(server, me, auth, last, options)
    assert.equal(await client.processRevocationResponse(revoked), undefined)
    await assert.rejects(
      client.processRefreshTokenResponse(
        server,
        me,
        await client.refreshTokenGrantRequest(server, me, auth, last, options),
      ),
      (error: client.ResponseBodyError) => error.error === 'invalid_grant',
    )
  })
