import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { askForNewPassword, changePassword, resetPassword } from '../../../domain/staff/password-change.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
} from '../../../domain/staff/second-factor.ts'
import { checkEmail } from '../../../domain/staff/user.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { originOf } from '../../staff-sessions.ts'
import { operation } from '../operation.ts'
import {
  codeOfApp,
  passwordChange,
  passwordConfirmation,
  recoveryCodes,
  reset,
  resetRequest,
  secondFactorSecret,
} from './schema.ts'

/** Longer than it takes to queue a mail: how long the answer takes tells nobody whether one was. */
const ANSWER_AFTER_MS = 100

/** One's own password and second factor. Registered where no `Idempotency-Key` counts, as sessions are. */
export const accountRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { sql, vault, clock } = deps
  for (const schema of [secondFactorSecret, recoveryCodes]) app.addSchema(schema)

  app.put(
    '/account/password',
    operation({
      id: 'change-password',
      tag: 'Account',
      summary: 'Change one’s password',
      description: 'Ends every other session of the user and mails them that it happened.',
      permission: 'account:write',
      body: passwordChange,
    }),
    async (request, reply) => {
      const { userId, id: sessionId } = request.staff
      await changePassword(sql, clock.now(), { userId, sessionId }, request.body)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.post(
    '/account/second-factor',
    operation({
      id: 'begin-second-factor',
      tag: 'Account',
      summary: 'Get a secret for an authenticator app',
      description:
        'Time-based one-time passwords (RFC 6238). Nothing changes until a code of the app has come.',
      permission: 'account:write',
      body: passwordConfirmation,
      response: ref(secondFactorSecret),
      errors: { 409: 'The second factor is on already.' },
    }),
    (request) =>
      beginSecondFactor({ sql, vault, now: clock.now() }, request.staff.userId, request.body.password),
  )

  app.post(
    '/account/second-factor/confirm',
    operation({
      id: 'confirm-second-factor',
      tag: 'Account',
      summary: 'Switch the second factor on',
      description: 'Takes the first code of the app and gives recovery codes, which are shown this once.',
      permission: 'account:write',
      body: codeOfApp,
      response: ref(recoveryCodes),
      errors: { 409: 'The second factor is on already, or no secret was asked for.' },
    }),
    async (request) => ({
      recoveryCodes:
        (await confirmSecondFactor(
          { sql, vault, now: clock.now() },
          request.staff.userId,
          request.body.code,
        )) ?? [],
    }),
  )

  app.post(
    '/account/second-factor/disable',
    operation({
      id: 'disable-second-factor',
      tag: 'Account',
      summary: 'Switch the second factor off',
      description:
        'Without a passkey the password alone signs in from then on, and the recovery codes are void.',
      permission: 'account:write',
      body: passwordConfirmation,
    }),
    async (request, reply) => {
      await disableSecondFactor({ sql, now: clock.now() }, request.staff.userId, request.body.password)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.post(
    '/password-resets',
    operation({
      id: 'ask-for-new-password',
      tag: 'Account',
      summary: 'Ask for a link to set a new password',
      description:
        'Mails a link that is good once, for half an hour, if there is such an account. The answer is the same if there is none.',
      permission: 'anybody',
      body: resetRequest,
    }),
    async (request, reply) => {
      const email = checkEmail(request.body.email)
      await Promise.all([
        askForNewPassword(sql, clock.now(), email, originOf(request)),
        sleep(ANSWER_AFTER_MS),
      ])
      reply.code(204 as 200)
    },
  )

  app.post(
    '/password-resets/confirm',
    operation({
      id: 'reset-password',
      tag: 'Account',
      summary: 'Set a new password by a mailed link',
      description: 'Uses the link up and ends every session of the user, who then signs in as always.',
      permission: 'anybody',
      body: reset,
      errors: { 422: 'The link is none, was used or is too old, or the password will not do.' },
    }),
    async (request, reply) => {
      await resetPassword(sql, clock.now(), request.body, originOf(request))
      deps.access.clear()
      reply.code(204 as 200)
    },
  )
}
