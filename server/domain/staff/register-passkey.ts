import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { transaction, type Db } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import { hasSecondFactor, issueRecoveryCodes } from './factors.ts'
import { confirmPassword } from './password-change.ts'
import { CHALLENGE_MINUTES, newChallenge, takeChallenge } from './passkey-challenge.ts'
import type { Passkey, RelyingParty } from './passkey.ts'
import { actorOfUser, checkName, findUser, toldOfUser } from './user.ts'

/** EdDSA, ES256 and RS256 (RFC 9053): what authenticators speak. */
const ALGORITHMS = [-8, -7, -257]

/** Enough for every device that somebody has. */
const MOST = 20

/** The user as an authenticator keeps them. */
export const userHandleOf = (userId: string): Buffer<ArrayBuffer> =>
  Buffer.from(userId.replaceAll('-', ''), 'hex')

/**
 * What the browser needs to make a passkey, good for some minutes. It must be one that an authenticator finds by itself
 * and that asks who is there: it signs in alone. Throws `invalid` (the password), `conflict` (enough), `rate_limited`.
 */
export async function beginPasskey(
  sql: Db,
  now: Date,
  party: RelyingParty,
  userId: string,
  password: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const user = await confirmPassword(sql, now, userId, password)
  const known = await sql<{ credentialId: Buffer; transports: string[] }[]>`
    select credential_id as "credentialId", transports from user_passkeys where user_id = ${userId}`
  if (known.length >= MOST)
    throw conflict('enough_passkeys', `There can be ${MOST} passkeys at most: remove one first.`)
  return generateRegistrationOptions({
    rpName: 'Balie',
    rpID: party.id,
    userID: userHandleOf(userId),
    userName: user.email,
    userDisplayName: user.name,
    challenge: await newChallenge(sql, now, userId),
    timeout: CHALLENGE_MINUTES * 60_000,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports,
    })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What else a maker says of a device is not asked for; checking it would follow addresses that stand in it. */
function isPlain(attestationObject: string): boolean {
  const { fmt, attStmt } = readAttestation(attestationObject)
  return fmt === 'none' || (fmt === 'packed' && attStmt !== undefined && attStmt.get('x5c') === undefined)
}

function readAttestation(attestationObject: string) {
  const decoded = decodeAttestationObject(Buffer.from(attestationObject, 'base64url'))
  return { fmt: decoded.get('fmt'), attStmt: decoded.get('attStmt') }
}

async function verify(
  party: RelyingParty,
  challenge: string | undefined,
  response: RegistrationResponseJSON,
) {
  try {
    if (challenge === undefined || !isPlain(response.response.attestationObject)) return undefined
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return verified ? registrationInfo : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps the passkey that the browser made. The first of the ways to prove oneself beyond the password brings recovery
 * codes, shown this once; else they are undefined. Throws `invalid` (`name`; `response`: it is not what was asked for),
 * `conflict` (it is known already).
 */
export async function registerPasskey(
  sql: Db,
  now: Date,
  party: RelyingParty,
  userId: string,
  given: { name: string; response: RegistrationResponseJSON },
): Promise<{ passkey: Passkey; recoveryCodes: string[] | undefined }> {
  const name = checkName(given.name)
  const user = await findUser(sql, userId)
  if (!user) throw new BalieError('unauthenticated', '', 'You are not signed in.')
  const challenge = await takeChallenge(sql, now, userId, given.response.response.clientDataJSON)
  const made = await verify(party, challenge, given.response)
  if (!made) throw invalid('response', 'must be a passkey that was made just now, for this address')
  const actor = actorOfUser(userId)
  return transaction(sql, async (tx) => {
    const [before] = await tx<[{ needed: boolean }]>`
      select ${hasSecondFactor(tx)} as needed from users u where u.id = ${userId} for update of u`
    const [passkey] = await tx<Passkey[]>`
      insert into user_passkeys (id, user_id, credential_id, public_key, counter, transports, name, synced, created_at)
      values (${newId()}, ${userId}, ${Buffer.from(made.credential.id, 'base64url')},
              ${Buffer.from(made.credential.publicKey)}, ${made.credential.counter},
              ${(made.credential.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one)).slice(0, 10)}, ${name},
              ${made.credentialDeviceType === 'multiDevice'}, ${now})
      on conflict (credential_id) do nothing
      returning id, name, synced, created_at as "createdAt", last_used_at as "lastUsedAt"`
    if (!passkey) throw conflict('passkey_known', 'That passkey is kept already.')
    await tx`
      ${insertEvent({ sql: tx, actor, now }, 'user.passkey_added')} from ${toldOfUser(tx, userId, { name })}`
    await tx`select pg_notify('access_changed', '')`
    return { passkey, recoveryCodes: before.needed ? undefined : await issueRecoveryCodes(tx, userId) }
  })
}
