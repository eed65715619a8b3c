import Type from 'typebox'
import { attestation } from './credential-schema.ts'
import { instant } from '../sessions/schema.ts'

export const creationOptions = Type.Object(
  {
    publicKey: Type.Unsafe<object>(
      Type.Object(
        {},
        { additionalProperties: true, description: '`PublicKeyCredentialCreationOptionsJSON` of WebAuthn.' },
      ),
    ),
  },
  { $id: 'PasskeyCreation', description: 'What a browser needs to make a passkey; good for five minutes.' },
)

export const requestOptions = Type.Object(
  {
    publicKey: Type.Unsafe<object>(
      Type.Object(
        {},
        { additionalProperties: true, description: '`PublicKeyCredentialRequestOptionsJSON` of WebAuthn.' },
      ),
    ),
  },
  {
    $id: 'PasskeyRequest',
    description: 'What a browser needs to ask for a passkey; good once, for five minutes.',
  },
)

const name = Type.String({
  description: 'What its owner calls it.',
  minLength: 1,
  maxLength: 100,
  examples: ['Phone'],
})

export const passkey = Type.Object(
  {
    id: Type.String({ examples: ['psk_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name,
    synced: Type.Boolean({ description: 'May be on more than one device.' }),
    createdAt: instant,
    lastUsedAt: Type.Union([instant, Type.Null()]),
  },
  { $id: 'Passkey', description: 'A key of a device or security key that signs in alone.' },
)

export const newPasskey = Type.Object({ name, response: attestation })
export const passkeyName = Type.Object({ name })

export const addedPasskey = Type.Object(
  {
    passkey: Type.Unsafe<typeof passkey>({ $ref: 'Passkey#' }),
    recoveryCodes: Type.Union([Type.Array(Type.String({ examples: ['3kq9-x0bm-77yt-d2va'] })), Type.Null()], {
      description: 'Ways in for who has lost the rest, with the first passkey. Shown this one time.',
    }),
  },
  { $id: 'AddedPasskey', description: 'A passkey that was made.' },
)

export const account = Type.Object(
  {
    name: Type.String({ examples: ['Olga Owner'] }),
    email: Type.String({ examples: ['olga@amscollectors.nl'] }),
    app: Type.Boolean({ description: 'There is an authenticator app.' }),
    passkeys: Type.Array(Type.Unsafe<typeof passkey>({ $ref: 'Passkey#' }), {
      description: 'The oldest first.',
    }),
    passkeysPossible: Type.Boolean({
      description: 'This installation has a host name, so passkeys can be made.',
    }),
    recoveryCodesLeft: Type.Integer({ description: 'How many were not used yet.' }),
  },
  { $id: 'Account', description: 'How one proves who one is.' },
)

export const profile = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, examples: ['Olga Owner'] }),
})
