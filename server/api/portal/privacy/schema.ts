import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const customerId = Type.String({ examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'], maxLength: 100 })

export const erasureItem = Type.Object(
  {
    kind: Type.String({ description: 'What it is.', examples: ['conversations'] }),
    count: Type.Integer({ examples: [3] }),
    fate: Type.Enum(['erased', 'pseudonymised', 'kept', 'elsewhere'], {
      description:
        '`pseudonymised`: kept without whose it is; `kept`: as it is; `elsewhere`: with others, who erase it themselves.',
    }),
    reason: Type.Union([Type.Enum(['tax_law', 'contract', 'history', 'others']), Type.Null()], {
      description: 'Why it is not erased.',
    }),
    until: orNull('The last day on which it must be kept.'),
  },
  { $id: 'ErasureItem', description: 'What becomes of one kind of thing.' },
)
const items = Type.Array(ref(erasureItem))

export const weighed = Type.Object(
  {
    name: Type.String({ description: 'To be typed to be sure.' }),
    erased: Type.Boolean({ description: 'They were erased already.' }),
    items,
    obstacles: Type.Array(
      Type.Object({
        kind: Type.Enum(['open_invoices', 'payments_under_way', 'running_subscriptions']),
        count: Type.Integer(),
      }),
      { description: 'What must be ended first.' },
    ),
  },
  { $id: 'WeighedErasure', description: 'What an erasure would do.' },
)

export const privacyRequest = Type.Object(
  {
    id: Type.String({ examples: ['prv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    kind: Type.Enum(['export', 'erasure']),
    customerId,
    customerName: orNull('What they are called now.'),
    state: Type.Enum(['running', 'done', 'failed']),
    stepsDone: Type.Integer(),
    steps: Type.Integer(),
    downloadable: Type.Boolean({ description: 'There is a ZIP to download.' }),
    expiresAt: orNull('ATOM: when the ZIP is deleted.'),
    items: Type.Union([items, Type.Null()], { description: 'Of an erasure: what became of what.' }),
    error: orNull('Why it failed.'),
    createdAt: instant,
    finishedAt: orNull('ATOM.'),
  },
  { $id: 'PrivacyRequest', description: 'A request for a person’s data, or for being forgotten.' },
)

export const newExport = Type.Object({ customerId })
export const newErasure = Type.Object({
  customerId,
  confirm: Type.String({ description: 'The customer’s name.', examples: ['Sanne de Boer'], maxLength: 500 }),
})
export const kindFilter = Type.Optional(
  Type.Enum(['export', 'erasure'], { description: 'Exports when left out.' }),
)
export const download = Type.Object({
  url: Type.String({ description: 'Good for five minutes.' }),
  expiresAt: instant,
})
