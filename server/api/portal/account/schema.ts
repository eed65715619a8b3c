import Type from 'typebox'
import { emailAddress, password } from '../sessions/schema.ts'

export const linkToken = Type.String({
  description: 'What stands behind the `#` of the link.',
  maxLength: 100,
  examples: ['4wq0Uq4yXc2a3S5nE0cWl1m8vO2y7b9kT6dR3hJ1xZs'],
})

export const passwordChange = Type.Object({
  password: password('The present one.'),
  newPassword: password('12 to 200 characters, and not one that is easily guessed.'),
})

export const passwordConfirmation = Type.Object({ password: password('The present one, once more.') })

export const resetRequest = Type.Object({ email: emailAddress })

export const reset = Type.Object({
  token: linkToken,
  password: password('The new one: 12 to 200 characters, and not one that is easily guessed.'),
})

export const secondFactorSecret = Type.Object(
  {
    secret: Type.String({
      description: 'In base 32, to type over.',
      examples: ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
    }),
    uri: Type.String({
      description: 'The same as the address that a QR code shows.',
      examples: ['otpauth://totp/Balie:olga%40amscollectors.nl?issuer=Balie&secret=JBSWY3DPEHPK3PXP'],
    }),
  },
  { $id: 'SecondFactorSecret', description: 'What an authenticator app needs; counts once a code has come.' },
)

export const codeOfApp = Type.Object({
  code: Type.String({ description: 'What the app shows now.', maxLength: 20, examples: ['042137'] }),
})

export const recoveryCodes = Type.Object(
  {
    recoveryCodes: Type.Array(Type.String({ examples: ['3kq9-x0bm-77yt-d2va'] }), {
      description:
        'Each signs in once in place of a code. Shown this one time; none where there are some already.',
    }),
  },
  { $id: 'RecoveryCodes', description: 'Ways in for who has lost the app.' },
)
