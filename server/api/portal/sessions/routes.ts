import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  chooseCompany,
  endSession,
  findSession,
  listSessions,
  listWorkplaces,
  type Session,
} from '../../../domain/staff/session.ts'
import { relyingPartyOf } from '../../../domain/staff/passkey.ts'
import { askForPasskey } from '../../../domain/staff/prove-passkey.ts'
import { signIn, signInWithPasskey } from '../../../domain/staff/sign-in.ts'
import { BalieError, notFound } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { readSessionCookie, writeSessionCookie } from '../../session-cookie.ts'
import { originOf } from '../../staff-sessions.ts'
import { requestOptions } from '../account/passkey-schema.ts'
import { partyOf } from '../account/relying-party.ts'
import { decodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentMe, presentSession } from './present.ts'
import { choice, credentials, me, passkeyCredentials, session, sessionList } from './schema.ts'

/** What its caller is, as it stands in the database now. Throws `unauthenticated`. */
export async function showMe(deps: Deps, token: string | undefined) {
  const now = token === undefined ? undefined : await findSession(deps.sql, token)
  if (!now) throw new BalieError('unauthenticated', '', 'You are not signed in.')
  return presentMe(now, await listWorkplaces(deps.sql, now.userId))
}

/** Signing in and out. Registered where no `Idempotency-Key` counts: its transaction would take back what was counted. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { sql, vault, clock } = deps
  for (const schema of [me, session, requestOptions]) app.addSchema(schema)

  app.post(
    '/session',
    operation({
      id: 'sign-in',
      tag: 'Session',
      summary: 'Sign in',
      description:
        'Begins a session, in a cookie that no script reads, and ends the one that the browser had. Where there is an authenticator app or a passkey, and neither a code nor what a passkey says came, the code of the refusal is `second_factor_required`. After ten tries for one account in a quarter of an hour it is `rate_limited`.',
      permission: 'anybody',
      body: credentials,
      response: ref(me),
      errors: { 401: 'The address, the password or the code is wrong, or a code is needed.' },
    }),
    async (request, reply) => {
      const replaced = readSessionCookie(deps, request)
      const context = { sql, vault, now: clock.now(), party: relyingPartyOf(deps.publicUrl()) }
      const { token } = await signIn(context, request.body, originOf(request), replaced)
      writeSessionCookie(deps, reply, token)
      reply.header('cache-control', 'no-store')
      return showMe(deps, token)
    },
  )

  app.post(
    '/session/passkey/options',
    operation({
      id: 'ask-for-passkey',
      tag: 'Session',
      summary: 'Begin to sign in with a passkey',
      description: 'Names no account and no passkey: the browser knows which it has for this address.',
      permission: 'anybody',
      response: ref(requestOptions),
      errors: { 409: 'This installation has no host name.' },
    }),
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { publicKey: await askForPasskey(sql, clock.now(), partyOf(deps), originOf(request)) }
    },
  )

  app.post(
    '/session/passkey',
    operation({
      id: 'sign-in-with-passkey',
      tag: 'Session',
      summary: 'Sign in with a passkey alone',
      description: 'Begins a session as signing in with a password does; no second factor is asked for.',
      permission: 'anybody',
      body: passkeyCredentials,
      response: ref(me),
      errors: {
        401: 'The passkey does not sign in here.',
        409: 'This installation has no host name.',
      },
    }),
    async (request, reply) => {
      const replaced = readSessionCookie(deps, request)
      const context = { sql, now: clock.now(), party: partyOf(deps) }
      const { token } = await signInWithPasskey(context, request.body.passkey, originOf(request), replaced)
      writeSessionCookie(deps, reply, token)
      reply.header('cache-control', 'no-store')
      return showMe(deps, token)
    },
  )

  app.delete(
    '/session',
    operation({
      id: 'sign-out',
      tag: 'Session',
      summary: 'Sign out',
      description: 'Ends the session, in every process, and takes the cookie away.',
      permission: 'account:write',
    }),
    async (request, reply) => {
      await endSession(sql, clock.now(), request.staff.userId, request.staff.id)
      writeSessionCookie(deps, reply, undefined)
      reply.code(204 as 200)
    },
  )

  app.get(
    '/me',
    operation({
      id: 'get-me',
      tag: 'Session',
      summary: 'Who is signed in',
      description: 'The user, the company that they work for, and what they may do there.',
      permission: 'account:read',
      response: ref(me),
    }),
    (request) => showMe(deps, readSessionCookie(deps, request)),
  )

  app.put(
    '/session/company',
    operation({
      id: 'choose-company',
      tag: 'Session',
      summary: 'Work for another company',
      description: 'From the answer on, all that this session does is for that company.',
      permission: 'account:write',
      body: choice,
      response: ref(me),
      errors: { 404: 'There is no such company, or the user does not work there.' },
    }),
    async (request) => {
      const id = decodeId('company', request.body.companyId)
      if (id === undefined || !(await chooseCompany(sql, request.staff, id))) throw notFound('company')
      deps.access.clear()
      return showMe(deps, readSessionCookie(deps, request))
    },
  )

  app.get(
    '/sessions',
    operation({
      id: 'list-sessions',
      tag: 'Session',
      summary: 'List one’s sessions',
      description: 'Where the user is signed in, the last used first.',
      permission: 'account:read',
      response: sessionList,
    }),
    async (request) => {
      const current: Session = request.staff
      const listed = await listSessions(sql, clock.now(), current.userId)
      return { data: listed.map((one) => presentSession(one, current)) } as never
    },
  )

  app.delete(
    '/sessions/:sessionId',
    operation({
      id: 'end-session',
      tag: 'Session',
      summary: 'End one of one’s sessions',
      description: 'Signs another browser out, in every process.',
      permission: 'account:write',
      params: { sessionId: 'The ID of the session, starting with `ses_`.' },
      errors: { 404: 'There is no such session of the user’s, or it has ended.' },
    }),
    async (request, reply) => {
      const id = pathId('session', request.params.sessionId, 'session')
      if (!(await endSession(sql, clock.now(), request.staff.userId, id))) throw notFound('session')
      deps.access.clear()
      reply.code(204 as 200)
    },
  )
}
