import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Db } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { limitAttempts } from './attempts.ts'
import { CHALLENGE_MINUTES, newChallenge, takeChallenge } from './passkey-challenge.ts'
import type { RelyingParty } from './passkey.ts'
import { userHandleOf } from './register-passkey.ts'
import { findUser, type User } from './user.ts'

/**
 * What the browser needs to ask for a passkey, good once and for some minutes. It names no passkey and no account: which
 * there are is not told. Throws `rate_limited`.
 */
export async function askForPasskey(
  sql: Db,
  now: Date,
  party: RelyingParty,
  origin: { address: string },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await limitAttempts(sql, now, [{ kind: 'challenge', of: origin.address }])
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: await newChallenge(sql, now, null),
    timeout: CHALLENGE_MINUTES * 60_000,
    userVerification: 'required',
  })
}

interface Stored {
  id: string
  userId: string
  publicKey: Buffer<ArrayBuffer>
  counter: number
}

async function findPasskey(sql: Db, credentialId: string): Promise<Stored | undefined> {
  const bytes = Buffer.from(credentialId, 'base64url')
  if (bytes.length === 0 || bytes.length > 1023) return undefined
  const [passkey] = await sql<Stored[]>`
    select id, user_id as "userId", public_key as "publicKey", counter from user_passkeys
     where credential_id = ${bytes}`
  return passkey
}

/**
 * Whose passkey signed the challenge, at this address, with somebody there who proved to be its owner. Throws
 * `unauthenticated`, which tells nothing of why: an unknown passkey, another's, a challenge that was used, another site's
 * answer, a counter that went back (the passkey was copied), an account that is disabled. `rate_limited`.
 */
export async function provePasskey(
  { sql, now, party }: { sql: Db; now: Date; party: RelyingParty },
  response: AuthenticationResponseJSON,
  origin: { address: string },
): Promise<User> {
  await limitAttempts(sql, now, [
    { kind: 'passkey', of: response.id },
    { kind: 'address', of: origin.address },
  ])
  const challenge = await takeChallenge(sql, now, null, response.response.clientDataJSON)
  const passkey = await findPasskey(sql, response.id)
  const user = passkey && challenge !== undefined && (await verified(party, challenge, passkey, response))
  if (!user) throw wrongPasskey()
  const found = await findUser(sql, passkey.userId)
  // Of two copies that sign at once, one is too late.
  const counted = await sql`
    update user_passkeys set counter = ${user.newCounter}, last_used_at = ${now}
     where id = ${passkey.id} and (counter < ${user.newCounter} or (counter = 0 and ${user.newCounter} = 0))
    returning id`
  if (counted.length === 0 || !found || found.disabledAt !== null) throw wrongPasskey()
  return found
}

export const wrongPasskey = () =>
  new BalieError('unauthenticated', 'passkey', 'That passkey does not sign in here.')

async function verified(
  party: RelyingParty,
  challenge: string,
  passkey: Stored,
  response: AuthenticationResponseJSON,
): Promise<{ newCounter: number } | undefined> {
  const { userHandle } = response.response
  if (userHandle !== userHandleOf(passkey.userId).toString('base64url')) return undefined
  try {
    const { verified: right, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: response.id, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: true,
    })
    return right ? authenticationInfo : undefined
  } catch {
    return undefined
  }
}
