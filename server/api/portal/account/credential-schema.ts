import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import Type from 'typebox'

const bytes = (description: string, maxLength: number) =>
  Type.String({ description: `${description}, in base64url.`, maxLength })

const credential = {
  id: bytes('The authenticator’s own name for it', 1400),
  rawId: bytes('The same', 1400),
  type: Type.String({ maxLength: 20, examples: ['public-key'] }),
  clientExtensionResults: Type.Object({}),
}

/** What `navigator.credentials.create` gave, as JSON. */
export const attestation = Type.Unsafe<RegistrationResponseJSON>(
  Type.Object({
    ...credential,
    response: Type.Object({
      clientDataJSON: bytes('What was signed', 4000),
      attestationObject: bytes('The new key', 40_000),
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
    }),
  }),
)

/** What `navigator.credentials.get` gave, as JSON. */
export const assertion = Type.Unsafe<AuthenticationResponseJSON>(
  Type.Object({
    ...credential,
    response: Type.Object({
      clientDataJSON: bytes('What was signed', 4000),
      authenticatorData: bytes('What the authenticator says', 4000),
      signature: bytes('The signature', 8000),
      userHandle: Type.Optional(bytes('Whose it is', 100)),
    }),
  }),
)
