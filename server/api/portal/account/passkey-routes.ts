import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getAccount } from '../../../domain/staff/get-account.ts'
import { relyingPartyOf, type Passkey } from '../../../domain/staff/passkey.ts'
import { beginPasskey, registerPasskey } from '../../../domain/staff/register-passkey.ts'
import { removePasskey } from '../../../domain/staff/remove-passkey.ts'
import { renamePasskey } from '../../../domain/staff/rename-passkey.ts'
import { renameUser } from '../../../domain/staff/rename-user.ts'
import { replaceRecoveryCodes } from '../../../domain/staff/replace-recovery-codes.ts'
import { notFound } from '../../../kernel/errors.ts'
import { formatAtom } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { zoneOf } from '../sessions/present.ts'
import { partyOf } from './relying-party.ts'
import {
  account,
  addedPasskey,
  creationOptions,
  newPasskey,
  passkey,
  passkeyName,
  profile,
} from './passkey-schema.ts'
import { passwordConfirmation, recoveryCodes } from './schema.ts'

const passkeyId = { passkeyId: 'The ID of the passkey, starting with `psk_`.' }

const presentPasskey = (one: Passkey, timeZone: string) => ({
  id: encodeId('passkey', one.id),
  name: one.name,
  synced: one.synced,
  createdAt: formatAtom(one.createdAt, timeZone),
  lastUsedAt: one.lastUsedAt === null ? null : formatAtom(one.lastUsedAt, timeZone),
})

/** One's own account and passkeys. Registered where no `Idempotency-Key` counts, as sessions are. */
export const passkeyRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { sql, clock } = deps
  for (const schema of [passkey, creationOptions, addedPasskey, account]) app.addSchema(schema)

  app.get(
    '/account',
    operation({
      id: 'get-account',
      tag: 'Account',
      summary: 'Read one’s account',
      description: 'How the user proves who they are.',
      permission: 'account:read',
      response: ref(account),
    }),
    async ({ staff }) => {
      const { passkeys, ...rest } = await getAccount(sql, staff.userId)
      return {
        name: staff.name,
        email: staff.email,
        ...rest,
        passkeysPossible: relyingPartyOf(deps.publicUrl()) !== undefined,
        passkeys: passkeys.map((one) => presentPasskey(one, zoneOf(staff))) as never,
      }
    },
  )

  app.patch(
    '/account',
    operation({
      id: 'rename-user',
      tag: 'Account',
      summary: 'Change one’s name',
      description: 'What colleagues and customers read.',
      permission: 'account:write',
      body: profile,
    }),
    async ({ staff, body }, reply) => {
      await renameUser(sql, staff.userId, body.name)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.post(
    '/account/recovery-codes',
    operation({
      id: 'replace-recovery-codes',
      tag: 'Account',
      summary: 'Get new recovery codes',
      description: 'Those from before are void. They are shown this once.',
      permission: 'account:write',
      body: passwordConfirmation,
      response: ref(recoveryCodes),
      errors: { 409: 'There is no second factor to recover.' },
    }),
    async ({ staff, body }) => ({
      recoveryCodes: await replaceRecoveryCodes(sql, clock.now(), staff.userId, body.password),
    }),
  )

  app.post(
    '/account/passkeys/options',
    operation({
      id: 'begin-passkey',
      tag: 'Account',
      summary: 'Begin to make a passkey',
      description: 'Asks for the password again and gives what the browser needs.',
      permission: 'account:write',
      body: passwordConfirmation,
      response: ref(creationOptions),
      errors: { 409: 'There are twenty already, or this installation has no host name.' },
    }),
    async ({ staff, body }) => ({
      publicKey: await beginPasskey(sql, clock.now(), partyOf(deps), staff.userId, body.password),
    }),
  )

  app.post(
    '/account/passkeys',
    operation({
      id: 'add-passkey',
      tag: 'Account',
      summary: 'Keep a passkey that the browser made',
      description:
        'From then on it signs in alone, and after the password it or another second factor is needed.',
      permission: 'account:write',
      body: newPasskey,
      response: ref(addedPasskey),
      errors: { 409: 'It is kept already, or this installation has no host name.' },
    }),
    async ({ staff, body }) => {
      const added = await registerPasskey(sql, clock.now(), partyOf(deps), staff.userId, body)
      deps.access.clear()
      return {
        passkey: presentPasskey(added.passkey, zoneOf(staff)),
        recoveryCodes: added.recoveryCodes ?? null,
      } as never
    },
  )

  app.patch(
    '/account/passkeys/:passkeyId',
    operation({
      id: 'rename-passkey',
      tag: 'Account',
      summary: 'Rename a passkey',
      description: 'For its owner’s eyes only.',
      permission: 'account:write',
      params: passkeyId,
      body: passkeyName,
      errors: { 404: 'There is no such passkey of the user’s.' },
    }),
    async ({ staff, params, body }, reply) => {
      const id = pathId('passkey', params.passkeyId, 'passkey')
      if (!(await renamePasskey(sql, staff.userId, id, body.name))) throw notFound('passkey')
      reply.code(204 as 200)
    },
  )

  app.post(
    '/account/passkeys/:passkeyId/remove',
    operation({
      id: 'remove-passkey',
      tag: 'Account',
      summary: 'Remove a passkey',
      description: 'It signs in no more.',
      permission: 'account:write',
      params: passkeyId,
      body: passwordConfirmation,
      errors: { 404: 'There is no such passkey of the user’s.' },
    }),
    async ({ staff, params, body }, reply) => {
      const id = pathId('passkey', params.passkeyId, 'passkey')
      if (!(await removePasskey(sql, clock.now(), staff.userId, id, body.password))) throw notFound('passkey')
      deps.access.clear()
      reply.code(204 as 200)
    },
  )
}
