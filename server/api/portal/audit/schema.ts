import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

export const actor = Type.Object(
  {
    ref: Type.String({
      description: 'To filter by.',
      examples: ['user:01980000-0000-7000-8000-000000000000'],
    }),
    kind: Type.String({
      description:
        '`user`, `api_key`, `partner`, `oauth_grant`, `member`, `consent`, `operator` or `system`.',
      examples: ['user'],
    }),
    name: orNull('What they are called now; null: nobody knows.'),
  },
  { $id: 'Actor', description: 'Who, or which software, did something.' },
)

const value = Type.Union([Type.String(), Type.Null()], { description: 'As text; null: there was none.' })

export const auditEntry = Type.Object(
  {
    id: Type.String({ examples: ['evt_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    type: Type.String({ examples: ['customer.changed'] }),
    at: instant,
    actor: ref(actor),
    subject: Type.Object({
      kind: Type.String({ description: 'The area of the type.', examples: ['customer'] }),
      id: Type.String({ description: 'To filter by, and where `/v1` or the portal name it, alike.' }),
      name: orNull('What it is called now.'),
    }),
    changes: Type.Array(
      Type.Object({ field: Type.String({ examples: ['email'] }), before: value, after: value }),
      { description: 'What is different, field by field.' },
    ),
  },
  { $id: 'AuditEntry', description: 'One change.' },
)

export const auditFilters = {
  actor: Type.Optional(
    Type.String({ description: 'Who: the `ref` of an actor.', maxLength: 100, examples: ['operator:cli'] }),
  ),
  type: Type.Optional(
    Type.String({
      description: 'What: a type, or a whole area such as `invoice`.',
      maxLength: 100,
      examples: ['invoice'],
    }),
  ),
  subject: Type.Optional(Type.String({ description: 'The `id` of a subject.', maxLength: 100 })),
  from: Type.Optional(Type.String({ description: 'A day, or a moment in ISO 8601.', maxLength: 40 })),
  until: Type.Optional(Type.String({ description: 'The last day, or a moment; included.', maxLength: 40 })),
  q: Type.Optional(
    Type.String({
      description: 'Beginnings of words that what was kept holds, all of them.',
      maxLength: 200,
    }),
  ),
}

export const actorList = Type.Object({
  data: Type.Array(ref(actor), { description: 'By name.' }),
})
