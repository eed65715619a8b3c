import Type from 'typebox'
import { roles } from '../../../domain/staff/role.ts'
import { permissions, personalPermissions } from '../../../kernel/permissions.ts'
import { assertion } from '../account/credential-schema.ts'

export const instant = Type.String({ description: 'ATOM.', examples: ['2026-04-29T21:00:00+02:00'] })
export const role = Type.Enum([...roles], {
  description: 'What somebody is to the company.',
  examples: ['treasurer'],
})
export const emailAddress = Type.String({ maxLength: 254, examples: ['olga@amscollectors.nl'] })
export const password = (description: string) =>
  Type.String({ description, maxLength: 1000, examples: ['tien paarse fietsen'] })

const workplace = Type.Object({
  id: Type.String({ examples: ['com_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  name: Type.String({ examples: ['Amsterdam Collectors FC'] }),
  role,
})

export const me = Type.Object(
  {
    user: Type.Object({
      id: Type.String({ examples: ['usr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
      email: emailAddress,
      name: Type.String({ examples: ['Olga Owner'] }),
      secondFactor: Type.Boolean({ description: 'Signs in with a code of an authenticator app as well.' }),
    }),
    company: Type.Union(
      [
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          locale: Type.String({ examples: ['nl'] }),
          currency: Type.String({ examples: ['EUR'] }),
          timeZone: Type.String({ examples: ['Europe/Amsterdam'] }),
          features: Type.Array(Type.String(), { description: 'What the plan holds.' }),
        }),
        Type.Null(),
      ],
      { description: 'Whom they work for at the moment; null until one is chosen.' },
    ),
    role: Type.Union([role, Type.Null()]),
    permissions: Type.Array(Type.Enum([...permissions, ...personalPermissions]), {
      description: 'What the role allows.',
    }),
    companies: Type.Array(workplace, { description: 'Where they may work, by name.' }),
  },
  { $id: 'Me', description: 'Who is signed in, and for whom they work.' },
)

export const credentials = Type.Object({
  email: emailAddress,
  password: password('The password.'),
  code: Type.Optional(
    Type.String({
      description: 'Of the authenticator app, or a recovery code; needed where the second factor is on.',
      maxLength: 50,
      examples: ['042137'],
    }),
  ),
  passkey: Type.Optional(assertion),
})

export const passkeyCredentials = Type.Object({ passkey: assertion })

export const choice = Type.Object({
  companyId: Type.String({
    description: 'One of `companies`.',
    examples: ['com_06fpvrn4w9zxnfm4v0k7c1qk3g'],
  }),
})

export const session = Type.Object(
  {
    id: Type.String({ examples: ['ses_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    current: Type.Boolean({ description: 'The one that asks.' }),
    address: Type.String({ description: 'Of the network, when it began.', examples: ['203.0.113.7'] }),
    userAgent: Type.String({ description: 'What the browser says it is.' }),
    createdAt: instant,
    lastSeenAt: Type.String({ description: 'ATOM, to a few minutes.' }),
  },
  { $id: 'Session', description: 'A browser that is signed in.' },
)

export const sessionList = Type.Object({
  data: Type.Array(Type.Unsafe<typeof session>({ $ref: 'Session#' })),
})
