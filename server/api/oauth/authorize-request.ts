import OAuth2Server from '@node-oauth/oauth2-server'
import { findOAuthApp, type OAuthApp } from '../../domain/oauth/oauth-app.ts'
import { permissionsOf } from '../../domain/oauth/scopes.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Deps } from '../edge.ts'
import { described } from './parameters.ts'

const names = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'prompt',
  'code_challenge',
  'code_challenge_method',
] as const
type Parameters = { [Name in (typeof names)[number]]?: string }

/** What an app asks for, found to be in order. */
export interface AuthorizeRequest {
  app: OAuthApp
  redirectUri: string
  state: string
  scopes: Permission[]
  codeChallenge: string | null
  /** `prompt=login`: somebody who is known already proves it again. */
  login: boolean
}

/**
 * `back` is a refusal that the app is told, at the address it registered. `refused` is shown to the person instead: the app
 * or the address is unknown, and nobody is sent to an address that is not registered (RFC 6749, 4.1.2.1).
 */
type Reading =
  | { kind: 'asked'; request: AuthorizeRequest }
  | { kind: 'back'; to: string }
  | { kind: 'refused'; error: string; description: string }

/** The parameters that came once, and the name of one that came more often: that is an error (RFC 6749, 3.1). */
function once(query: unknown): { given: Parameters; twice: string | undefined } {
  const given: Parameters = {}
  let twice: string | undefined
  for (const name of names) {
    const value = (query as Record<string, unknown>)[name]
    if (Array.isArray(value)) twice = name
    else if (typeof value === 'string' && value !== '') given[name] = value
  }
  return { given, twice }
}

/** The address with parameters added to those it has. Not by way of a URL object: what was registered stays as it is. */
export const answerAt = (redirectUri: string, parameters: Record<string, string>): string =>
  `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${new URLSearchParams(parameters).toString()}`

/** What goes back beside the answer: the state as it came, and who answers (RFC 9207). */
export const marks = (deps: Deps, state: string | undefined): Record<string, string> => ({
  ...(state !== undefined && /^[\x20-\x7e]+$/.test(state) ? { state } : {}),
  iss: deps.publicUrl(),
})

function checkPkce(
  { isPublic }: OAuthApp,
  { code_challenge: challenge, code_challenge_method: method }: Parameters,
) {
  const refuse = (message: string) => new OAuth2Server.InvalidRequestError(message)
  if (challenge === undefined) {
    if (method !== undefined) throw refuse('Missing parameter: `code_challenge`')
    if (isPublic) throw refuse('Missing parameter: `code_challenge`; an app without a secret must use PKCE')
  } else if (method !== 'S256') throw refuse('Invalid parameter: `code_challenge_method` must be S256')
  else if (!/^[\w-]{43}$/.test(challenge)) throw refuse('Invalid parameter: `code_challenge`')
}

/** Reads `GET /oauth/authorize` and finds it in order or not; nothing is stored yet. */
export async function readAuthorizeRequest(deps: Deps, query: unknown): Promise<Reading> {
  const { given, twice } = once(query)
  const { InvalidRequestError } = OAuth2Server
  let app: OAuthApp | undefined
  let scopes: Permission[] | undefined
  const prompts = (given.prompt ?? 'consent').split(' ')
  const model: OAuth2Server.AuthorizationCodeModel = {
    async getClient(id) {
      app = await findOAuthApp(deps.sql, id)
      return app && { id, grants: ['authorization_code'], redirectUris: app.redirectUris }
    },
    validateScope: async (_user, _client, scope = []) => {
      scopes = permissionsOf(scope)
      return scopes && scope
    },
    // The library calls this when all else is right. Who is asked has yet to answer, so nothing is saved.
    async saveAuthorizationCode(code, client, user) {
      if (twice !== undefined) throw new InvalidRequestError(`Invalid parameter: \`${twice}\` is given twice`)
      if (!prompts.every((prompt) => prompt === 'consent' || prompt === 'login'))
        throw new InvalidRequestError('Invalid parameter: `prompt` must be consent or login')
      checkPkce(app!, given)
      return { ...code, client, user }
    },
    revokeAuthorizationCode: async () => false,
    getAuthorizationCode: async () => undefined,
    getAccessToken: async () => undefined,
    saveToken: async () => undefined,
  }
  if (given.redirect_uri === undefined && given.client_id !== undefined)
    return { kind: 'refused', error: 'invalid_request', description: 'Missing parameter: `redirect_uri`' }
  const response = new OAuth2Server.Response()
  try {
    await new OAuth2Server({ model }).authorize(
      new OAuth2Server.Request({ method: 'GET', headers: {}, query: { ...given } }),
      response,
      { authenticateHandler: { handle: () => ({ asked: true }) } },
    )
  } catch (error) {
    if (!(error instanceof OAuth2Server.OAuthError)) throw error
    if (error instanceof OAuth2Server.ServerError) throw (error as { inner?: Error }).inner ?? error
    const { name } = error
    const message = described(error.message)
    // The library answers at an address only once it has found it registered.
    if (response.get('location') === undefined) return { kind: 'refused', error: name, description: message }
    const refusal = { error: name, error_description: message, ...marks(deps, given.state) }
    return { kind: 'back', to: answerAt(given.redirect_uri!, refusal) }
  }
  return {
    kind: 'asked',
    request: {
      app: app!,
      redirectUri: given.redirect_uri!,
      state: given.state!,
      scopes: scopes!,
      codeChallenge: given.code_challenge ?? null,
      login: prompts.includes('login'),
    },
  }
}
