import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

/** What the browser and the authenticator say; a test spoils one thing of it. */
interface Claims {
  origin: string
  rpId: string
  userVerified: boolean
  /** How often it has signed, with this one. */
  counter: number
  userHandle: string
  credentialId: string
  /** Of the attestation: its format and statement. */
  format: string
  statement: Map<string, Uint8Array | Uint8Array[] | number>
}

interface Challenge {
  challenge: string
}

/** A security key in software, with one ES256 passkey, and the browser that it is plugged into (WebAuthn, 6 and 7). */
export class Authenticator {
  readonly credentialId = randomBytes(32).toString('base64url')
  counter = 0
  #userHandle = ''
  readonly #privateKey: KeyObject
  readonly #publicKey: Buffer
  readonly #origin: string
  readonly #rpId: string

  constructor(origin = 'https://balie.example', rpId = 'balie.example') {
    this.#origin = origin
    this.#rpId = rpId
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = pair.privateKey
    const { x, y } = pair.publicKey.export({ format: 'jwk' })
    this.#publicKey = Buffer.from(
      isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Uint8Array.from(Buffer.from(x!, 'base64url'))],
          [-3, Uint8Array.from(Buffer.from(y!, 'base64url'))],
        ]),
      ),
    )
  }

  #claims(spoiled: Partial<Claims>): Claims {
    return {
      origin: this.#origin,
      rpId: this.#rpId,
      userVerified: true,
      counter: (this.counter += 1),
      userHandle: this.#userHandle,
      credentialId: this.credentialId,
      format: 'none',
      statement: new Map(),
      ...spoiled,
    }
  }

  #clientData(type: string, { challenge }: Challenge, { origin }: Claims): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authData({ rpId, userVerified, counter }: Claims, attested = Buffer.alloc(0)): Buffer {
    const flags = 0x01 | (userVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested])
  }

  /** `navigator.credentials.create` */
  create(
    options: Challenge & { user: { id: string } },
    spoiled: Partial<Claims> = {},
  ): RegistrationResponseJSON {
    this.#userHandle = options.user.id
    const claims = this.#claims(spoiled)
    const id = Buffer.from(this.credentialId, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const authData = this.#authData(claims, Buffer.concat([Buffer.alloc(16), length, id, this.#publicKey]))
    const attestation = new Map<string, unknown>([
      ['fmt', claims.format],
      ['attStmt', claims.statement],
      ['authData', Uint8Array.from(authData)],
    ])
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options, claims).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** `navigator.credentials.get` */
  get(options: Challenge, spoiled: Partial<Claims> = {}): AuthenticationResponseJSON {
    const claims = this.#claims(spoiled)
    const clientData = this.#clientData('webauthn.get', options, claims)
    const authData = this.#authData(claims)
    return {
      id: claims.credentialId,
      rawId: claims.credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#privateKey).toString(
          'base64url',
        ),
        userHandle: claims.userHandle,
      },
    }
  }
}
