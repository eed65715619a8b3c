import Type from 'typebox'
import { permissions } from '../../../kernel/permissions.ts'
import { ref } from '../../openapi.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const scopeList = (description: string) =>
  Type.Array(Type.String(), { description, maxItems: 100, examples: [['tickets.read', 'tickets.write']] })

export const scopes = Type.Object({
  data: Type.Array(Type.String(), { examples: [permissions.map((one) => one.replace(':', '.'))] }),
})

const keyFields = {
  id: Type.String({ examples: ['key_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  name: Type.String({ examples: ['Website'] }),
  hint: Type.String({ description: 'Its last four characters.', examples: ['9f3a'] }),
  scopes: scopeList('What it may: scopes as `/v1` names them, or `*`.'),
  createdAt: instant,
  lastUsedAt: orNull('ATOM, to a few minutes; null: never.'),
  revokedAt: orNull('ATOM; null while it is valid.'),
}
export const apiKey = Type.Object(keyFields, {
  $id: 'ApiKey',
  description: 'A key for `/v1`, without the key.',
})
export const apiKeyList = Type.Object({
  data: Type.Array(ref(apiKey), {
    description: 'Those that are valid first, each part with the newest first.',
  }),
})
export const newApiKey = Type.Object({
  name: Type.String({ description: 'What it is for.', minLength: 1, maxLength: 100, examples: ['Website'] }),
  scopes: Type.Array(Type.String(), {
    description: 'Scopes as `/v1` names them, or `*` for all.',
    minItems: 1,
    maxItems: 100,
    examples: [['tickets.read']],
  }),
})
export const issuedApiKey = Type.Object(
  {
    id: keyFields.id,
    key: Type.String({ description: 'This is the only time it is shown.', examples: ['balie_00000001_…'] }),
  },
  { $id: 'IssuedApiKey', description: 'A key that was made.' },
)

export const partner = Type.Object(
  {
    id: Type.String({ examples: ['par_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ examples: ['Ledensoftware BV'] }),
    grantedAt: instant,
    redirectHosts: Type.Array(Type.String(), {
      description: 'Where payers may be sent back to. The operator registers them.',
    }),
    notifications: Type.Union(
      [
        Type.Object({
          url: Type.String({ description: 'Without its query.' }),
          realtime: Type.Boolean({ description: 'Each change at once, not every ten minutes.' }),
          failingSince: orNull('ATOM: it has not answered since.'),
        }),
        Type.Null(),
      ],
      { description: 'Where the partner is told of changes. The operator sets it.' },
    ),
  },
  { $id: 'Partner', description: 'A software vendor that acts for the company through `/api/v2`.' },
)
export const partnerList = Type.Object({
  data: Type.Array(ref(partner), { description: 'By name.' }),
})
export const newPartner = Type.Object({
  partnerId: Type.String({
    description: 'The partner’s ID: a UUID, as they or the operator give it, or `par_…`.',
    examples: ['par_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    minLength: 1,
    maxLength: 100,
  }),
})

export const app = Type.Object(
  {
    id: Type.String({ examples: ['ogr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ examples: ['Agenda'] }),
    host: Type.String({ description: 'Where it was answered.', examples: ['agenda.example.com'] }),
    scopes: scopeList('What it may.'),
    grantedBy: orNull('Who let it in; null: by a code of the operator’s.'),
    grantedAt: instant,
    lastTokenAt: orNull('ATOM: when it last came for a token, with which it works for an hour.'),
  },
  { $id: 'App', description: 'An app that the company let in.' },
)
export const appList = Type.Object({
  data: Type.Array(ref(app), { description: 'The newest first.' }),
})
