import Type from 'typebox'
import { deliveryStates } from '../../../domain/webhooks/delivery.ts'
import { webhookTypeNames } from '../../../domain/webhooks/webhook-type.ts'

const instant = (description: string) =>
  Type.String({ description: `${description} ATOM.`, examples: ['2024-04-29T21:00:00+02:00'] })
const orNull = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description })

const type = Type.Enum(webhookTypeNames, {
  description: 'The event that the address is told of.',
  examples: ['customer-created'],
})
const url = (description: string) =>
  Type.String({ description, examples: ['https://mijnklantportaal.nl/webhook-incoming'] })

export const webhook = Type.Object(
  {
    id: Type.String({ description: 'Starts with `wbh_`.', examples: ['wbh_abc12345def678'] }),
    type,
    url: url('The address that is told.'),
    secret: Type.String({
      description:
        'Comes with every request in the header `X-Webhook-Signature`, and is the key of `webhook-signature` (Standard Webhooks): `whsec_` and the base64 of the secret is what its libraries take.',
      examples: ['OUJX2prdBbJxR77BZlGz'],
    }),
    createdAt: instant('When the webhook was made.'),
    enabled: Type.Boolean({ description: 'Whether it is told of anything.', examples: [true] }),
    disabledReason: orNull(
      Type.Enum(['by_hand', 'gone', 'failing']),
      '`gone`: the address answered 410; `failing`: it failed for days.',
    ),
  },
  { $id: 'Webhook', description: 'An address that is told of one type of event.' },
)

export const webhookAttempt = Type.Object(
  {
    attemptedAt: instant('When the request was sent.'),
    durationMs: Type.Integer({ examples: [112] }),
    url: url('The address at that time.'),
    status: orNull(Type.Integer(), 'Of the answer; null when none came.'),
    error: orNull(Type.String(), 'Why no answer came.'),
    response: orNull(Type.String(), 'The first 4 kB of the answer.'),
  },
  { $id: 'WebhookAttempt', description: 'One request to the address, and its answer.' },
)

export const webhookDelivery = Type.Object(
  {
    id: Type.String({ description: 'Starts with `dlv_`.', examples: ['dlv_abc12345def678'] }),
    eventId: Type.String({
      description: 'The `webhook-id` of its requests, the same at every attempt.',
      examples: ['evt_abc12345def678'],
    }),
    status: Type.Enum(deliveryStates, {
      description: '`failed`: no further attempt is planned.',
      examples: ['delivered'],
    }),
    createdAt: instant('When it happened, or was asked for.'),
    nextAttemptAt: orNull(Type.String(), 'ATOM; null when no attempt is planned.'),
    request: orNull(Type.String(), 'The body that was sent; null before the first attempt.'),
    attempts: Type.Array(Type.Unsafe<Type.Static<typeof webhookAttempt>>({ $ref: 'WebhookAttempt#' }), {
      description: 'Oldest first.',
    }),
  },
  { $id: 'WebhookDelivery', description: 'An event that the address was told of, or is to be.' },
)

export const newWebhook = Type.Object({
  url: url('http or https, without a user name or password.'),
  type,
})

export const webhookChange = Type.Object(
  {
    url: Type.Optional(url('http or https, without a user name or password.')),
    enabled: Type.Optional(Type.Boolean({ examples: [true] })),
  },
  { minProperties: 1 },
)

export const replay = Type.Object({
  since: Type.String({
    description: 'A date-time in the portal’s time zone, or with its own offset.',
    examples: ['2024-04-29 21:00:00'],
  }),
})

export const replayed = Type.Object(
  {
    events: Type.Integer({ description: 'How many are sent again.', examples: [12] }),
    more: Type.Boolean({ description: 'Whether there are later ones that are not.', examples: [false] }),
  },
  { description: 'What is on its way.' },
)
