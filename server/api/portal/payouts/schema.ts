import Type from 'typebox'
import { payoutEntryKinds, payoutStatuses } from '../../../domain/payments/provider.ts'
import { amount, optionalInstant } from '../imports/schema.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })
const count = Type.Integer({ examples: [3] })
const status = Type.Enum([...payoutStatuses], {
  description: '`open`: still being filled; `pending`: on its way; `paidout`; `failed`.',
  examples: ['paidout'],
})
const kind = Type.Enum([...payoutEntryKinds], {
  description: '`capture`: of a payment that was authorized before; `cost`: what the provider keeps.',
  examples: ['payment'],
})

export const payout = Type.Object(
  {
    id: Type.String({ examples: ['pyt_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    provider: Type.String({ examples: ['mollie'] }),
    providerId: Type.String({ description: 'The provider’s own.', examples: ['stl_jDk30akdN'] }),
    reference: orNull('As it stands on the bank statement.', '1234567.2611.03'),
    status,
    amount: amount('What it comes to; below zero where more went back than came in.'),
    currency: Type.String({ examples: ['EUR'] }),
    createdAt: instant,
    settledAt: optionalInstant('When it was paid out.'),
    sums: Type.Array(Type.Object({ kind, count, amount: amount('What they add to it.') }), {
      description: 'What is in it, by kind.',
    }),
    difference: amount('What of the amount the entries do not explain; `0.00` where they add up to it.'),
    strangers: Type.Integer({
      description: 'Entries about payments that did not come by us.',
      examples: [0],
    }),
  },
  { $id: 'Payout', description: 'What a payment provider paid to the bank account, or will.' },
)

export const payoutEntry = Type.Object(
  {
    id: Type.String({ examples: ['pye_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    kind,
    at: instant,
    amount: amount('What it adds to the payout: below zero for what is kept or goes back.'),
    providerId: Type.String({ description: 'The provider’s own.', examples: ['re_4qqhO89gsT'] }),
    providerPaymentId: orNull('Of the payment that it is about.', 'tr_WDqYK6vllg'),
    paymentId: orNull('Ours; null: none of ours.', 'pay_06fpvrn4w9zxnfm4v0k7c1qk3g'),
    description: orNull('What was paid, or what the cost is.', '2026-001 Hockeyclub'),
    payer: orNull('As the provider told.', 'J. Doe'),
    method: orNull('As the provider calls it.', 'ideal'),
    invoiceId: orNull('Of the invoice that was paid.', 'inv_06fpvrn4w9zxnfm4v0k7c1qk3g'),
    invoiceNumber: orNull('Its number.', '2026-001'),
  },
  { $id: 'PayoutEntry', description: 'Something that a payout is made of.' },
)

export const awaitingPayment = Type.Object(
  {
    id: Type.String({ examples: ['pay_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    paidAt: instant,
    provider: Type.String({ examples: ['mollie'] }),
    amount: amount('Paid.'),
    description: Type.String({ examples: ['2026-001 Hockeyclub'] }),
    payer: orNull('As the provider told.', 'J. Doe'),
    method: orNull('As the provider calls it.', 'ideal'),
    invoiceId: orNull('Of the invoice that was paid.', 'inv_06fpvrn4w9zxnfm4v0k7c1qk3g'),
    invoiceNumber: orNull('Its number.', '2026-001'),
    payoutId: orNull('Of the payout that it is in; null: in none yet.', 'pyt_06fpvrn4w9zxnfm4v0k7c1qk3g'),
    payoutStatus: Type.Union([Type.Enum([...payoutStatuses]), Type.Null()], {
      description: 'How that payout stands.',
    }),
  },
  { $id: 'AwaitingPayment', description: 'A payment that did not reach the bank account yet.' },
)

export const payoutState = Type.Object(
  {
    currency: Type.String({ examples: ['EUR'] }),
    provider: orNull('Who is asked; null: nobody takes payments for the company.', 'mollie'),
    asked: Type.Boolean({ description: 'Somebody asked to look, and that did not happen yet.' }),
    lookedAt: optionalInstant('When the provider was last asked.'),
    readAt: optionalInstant('When it last told all of them.'),
    failure: Type.Union(
      [
        Type.Enum(['unavailable', 'rate_limited', 'unauthorized', 'not_found', 'refused'], {
          description: '`unauthorized`: what connects the provider does not reach so far.',
        }),
        Type.Null(),
      ],
      { description: 'What came of the last look where it was not that.' },
    ),
    message: orNull('The provider’s words of it.', 'Mollie did not accept the access token.'),
    awaiting: Type.Object(
      { payments: count, amount: amount('Of all of them.') },
      { description: 'Paid, and in no payout that was paid out.' },
    ),
  },
  { $id: 'PayoutState', description: 'How well the payouts are known.' },
)
