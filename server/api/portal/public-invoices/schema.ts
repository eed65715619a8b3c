import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { attachments } from './attachments.ts'
import { contact, mandate, paymentPlan, planOffer } from './plan-schema.ts'

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const instant = Type.String({ description: 'ATOM.', examples: ['2026-04-29T21:00:00+02:00'] })

export const attachment = Type.Object(
  {
    id: Type.String({ examples: ['tma_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ examples: ['receipt.pdf'] }),
    size: Type.Integer({ description: 'In bytes.' }),
    mime: Type.String({ examples: ['application/pdf'] }),
  },
  { $id: 'Attachment', description: 'A file that goes with a message.' },
)

export const message = Type.Object(
  {
    id: Type.String({ examples: ['tim_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    from: Type.Enum(['customer', 'company']),
    message: Type.String({ description: 'Plain text.' }),
    postedAt: instant,
    attachments: Type.Array(ref(attachment)),
  },
  { $id: 'Message', description: 'One message of the conversation about the invoice.' },
)

export const publicInvoice = Type.Object(
  {
    id: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    company: Type.Object({ name: Type.String() }),
    invoiceNumber: Type.String(),
    recipient: Type.String({ description: 'Whom it is made out to.' }),
    locale: Type.String({ description: 'nl, en, de, fr or it.' }),
    issuedAt: Type.String({ description: 'YYYY-mm-dd' }),
    dueAt: nullable('YYYY-mm-dd'),
    currency: Type.String(),
    amount: Type.String({ description: 'As invoiced.', examples: ['12.95'] }),
    outstanding: Type.String({ description: 'What is left to pay.', examples: ['12.95'] }),
    paidAt: nullable('ATOM; null while something is outstanding.'),
    retracted: Type.Boolean(),
    retractionReason: nullable('Where the company shows it.'),
    lines: Type.Array(
      Type.Object({
        kind: Type.Enum(['charge', 'fee', 'payment', 'chargeback', 'refund', 'credit']),
        subtype: nullable('What the money is for, where that is not the invoiced amount.'),
        description: nullable(''),
        amount: Type.String({ examples: ['12.95'] }),
        occurredAt: instant,
      }),
    ),
    state: Type.Enum(['open', 'payment_pending', 'in_installments', 'paid', 'retracted']),
    paymentMethods: Type.Array(Type.String(), {
      description: 'That can be chosen at the payment provider; none where it cannot be paid online.',
      examples: [['ideal', 'bancontact']],
    }),
    plans: Type.Array(ref(planOffer), { description: 'That can be chosen, with all that they cost.' }),
    plan: Type.Union([ref(paymentPlan), Type.Null()], { description: 'The one that was chosen.' }),
    mandate: Type.Union([ref(mandate), Type.Null()]),
    payment: Type.Union(
      [
        Type.Enum(['created', 'open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired']),
        Type.Null(),
      ],
      {
        description: 'How the payment stands that was asked about.',
      },
    ),
    contact: ref(contact),
    conversation: Type.Array(ref(message), { description: 'Oldest first.' }),
  },
  { $id: 'PublicInvoice', description: 'An invoice as its recipient sees it.' },
)

export const checkout = Type.Object(
  {
    checkoutUrl: Type.String({
      description: 'Where the payer goes to pay; leads on to the payment provider.',
      examples: ['https://balie.example/payment/1-5DzX0qXyVxI1y8sJm0bKqQ3w'],
    }),
  },
  { $id: 'Checkout', description: 'A payment to be made.' },
)

export const question = Type.Object({
  message: Type.String({ description: 'Plain text.', examples: ['May I pay in two parts?'] }),
  attachments,
})
