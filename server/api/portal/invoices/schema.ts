import Type from 'typebox'
import { externalMethods } from '../../../domain/invoices/record-external-payment.ts'
import { browseOrders } from '../../../domain/invoices/browse-invoices.ts'
import { chosenStates, invoiceStates } from '../../../domain/invoices/invoice-choice.ts'
import { amount, optionalInstant } from '../imports/schema.ts'
import { pageFields } from '../paging.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const given = (description: string, maxLength: number, example: string) =>
  Type.String({ description, maxLength, examples: [example] })
const money = (description: string) => Type.String({ description, format: 'amount', examples: ['12.95'] })

const overviewFields = {
  id: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  importId: Type.String({ examples: ['imp_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  importTitle: orNull('What the staff calls the import.'),
  customerId: Type.String({ examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  invoiceNumber: Type.String({ description: 'The company’s own.' }),
  reference: Type.String({ description: 'Ours, which a bank transfer mentions.', examples: ['100001'] }),
  recipient: Type.String({ description: 'Whom it is made out to.' }),
  email: Type.String({ description: 'Empty where there is none.' }),
  currency: Type.String({ examples: ['EUR'] }),
  amount: amount('As invoiced.'),
  outstanding: amount('What is left to pay.'),
  issuedAt: Type.String({ description: 'YYYY-mm-dd' }),
  dueAt: orNull('YYYY-mm-dd'),
  paidAt: optionalInstant('ATOM; null while something is outstanding.'),
  state: Type.Enum([...invoiceStates], {
    description: '`draft`: its import was not transmitted; `overdue`: open past its due day.',
  }),
  pausedAt: optionalInstant('ATOM; since when nothing more is sent by itself.'),
  question: Type.Union([Type.Enum(['unanswered', 'answered', 'archived']), Type.Null()], {
    description: 'The state of the conversation about it.',
  }),
  ticketId: orNull('That conversation.'),
  disputed: Type.Boolean({ description: 'A line of it is not accepted.' }),
  createdAt: instant,
}

export const staffInvoiceOverview = Type.Object(overviewFields, {
  $id: 'InvoiceOverview',
  description: 'An invoice as the staff’s table shows it.',
})

const recipientParts = {
  prefix: Type.String(),
  firstName: Type.String(),
  infix: Type.String(),
  lastName: Type.String(),
  organization: Type.String(),
  address1: Type.String(),
  address2: Type.String(),
  houseNumber: Type.String(),
  houseNumberExtension: Type.String(),
  locality: Type.String(),
  state: Type.String(),
  zipCode: Type.String(),
  city: Type.String(),
  countryCode: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  phoneCountryCode: Type.String(),
}

const invoicePlan = Type.Object({
  state: Type.Enum(['running', 'paid', 'failed', 'withdrawn', 'canceled']),
  automatic: Type.Boolean({ description: 'The bank is asked for each.' }),
  confirmedAt: instant,
  installments: Type.Array(
    Type.Object({
      position: Type.Integer({ examples: [1] }),
      dueAt: Type.String({ description: 'YYYY-mm-dd' }),
      amount: amount('What is to be paid of it, or was.'),
      state: Type.Enum(['planned', 'due', 'in_progress', 'paid', 'failed', 'canceled']),
    }),
  ),
})

export const staffInvoice = Type.Object(
  {
    ...overviewFields,
    contact: Type.Object(recipientParts, {
      description: 'The recipient part by part; empty parts are empty.',
    }),
    retracted: Type.Boolean(),
    retractionReason: orNull(''),
    lines: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['lin_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        kind: Type.Enum(['charge', 'fee', 'payment', 'chargeback', 'refund', 'credit']),
        subtype: orNull('What the money is for, where that is not the invoiced amount.'),
        description: orNull(''),
        amount: amount('Positive raises what is outstanding.'),
        paymentMethod: orNull('Of payments.'),
        occurredAt: instant,
      }),
      { description: 'The ledger, in the order in which it came.' },
    ),
    conversation: Type.Array(
      Type.Object({
        from: Type.Enum(['customer', 'company']),
        message: Type.String(),
        postedAt: instant,
      }),
      { description: 'Oldest first.' },
    ),
    plan: Type.Union([invoicePlan, Type.Null()], { description: 'The last that was chosen.' }),
    payments: Type.Array(
      Type.Object({
        method: orNull('As the provider names it.'),
        amount: amount(''),
        status: Type.String({ examples: ['paid'] }),
        createdAt: instant,
      }),
      { description: 'What was begun to be paid online, newest first; at most 20.' },
    ),
    locale: orNull('The language that the customer is written to in, where it is not the company’s.'),
    collection: Type.Object(
      {
        state: Type.String({ examples: ['reminded'] }),
        disputed: amount('Of what is outstanding, not asked for.'),
        lastStep: orNull('Which message left last.'),
        lastAt: optionalInstant('ATOM'),
        nextStep: orNull('What follows by itself.'),
        nextAt: optionalInstant('ATOM; at the earliest.'),
        holds: Type.Array(
          Type.Object({ kind: Type.String({ examples: ['pause'] }), reason: Type.String(), since: instant }),
          { description: 'Why it stands still.' },
        ),
        disputes: Type.Array(
          Type.Object({
            id: Type.String({ examples: ['dsp_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
            lineId: Type.String(),
            amount: amount('Of the line.'),
            reason: Type.String(),
            openedAt: instant,
            settledAt: optionalInstant('ATOM'),
            outcome: orNull(''),
          }),
          { description: 'Open ones first.' },
        ),
        messages: Type.Array(
          Type.Object({
            id: Type.String(),
            channel: Type.Enum(['EMAIL', 'SMS', 'LETTER']),
            step: Type.String({ examples: ['reminder1'] }),
            state: Type.Enum(['queued', 'sending', 'sent', 'failed']),
            to: orNull(''),
            error: orNull(''),
            report: orNull(
              '`delivered`, `bounced` or `complained` (its reader called it spam), where somebody told.',
            ),
            sentAt: optionalInstant('ATOM'),
          }),
          { description: 'Oldest first.' },
        ),
      },
      { description: 'How far its collection is.' },
    ),
  },
  { $id: 'Invoice', description: 'An invoice with everything on it.' },
)

/** Which invoices are meant, in a query. */
export const choiceFields = {
  state: Type.Optional(
    Type.Enum([...chosenStates], {
      description: '`open` includes what is overdue; `paused`: open and paused.',
    }),
  ),
  importId: Type.Optional(Type.String({ description: 'Of that import only.', maxLength: 50 })),
  customerId: Type.Optional(Type.String({ description: 'Of that customer only.', maxLength: 50 })),
  q: Type.Optional(
    Type.String({
      description:
        'Beginnings of words of the numbers, the name and the e-mail address; all of them must be there.',
      maxLength: 200,
    }),
  ),
  amountFrom: Type.Optional(money('Invoiced for so much or more.')),
  amountTo: Type.Optional(money('Invoiced for so much or less.')),
  dueFrom: Type.Optional(Type.String({ description: 'Due on that day or later.', maxLength: 10 })),
  dueTo: Type.Optional(Type.String({ description: 'Due on that day or earlier.', maxLength: 10 })),
}

export const invoiceQuery = Type.Object({
  ...pageFields,
  ...choiceFields,
  sort: Type.Optional(
    Type.Enum([...browseOrders], { description: 'A minus is descending; the newest first when left out.' }),
  ),
})

export const invoiceSums = Type.Object(
  {
    count: Type.Integer({ examples: [3] }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: amount('As invoiced.'),
    outstanding: amount('What is left to pay.'),
    overdue: amount('Of that, what is past its due day.'),
  },
  { $id: 'InvoiceSums', description: 'What invoices add up to.' },
)

export const timelineEntry = Type.Object(
  {
    id: Type.String({ examples: ['evt_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    at: instant,
    kind: Type.Enum(['event', 'mail', 'message'], {
      description: 'Something that changed; a mail; a message of the collection.',
    }),
    type: Type.String({
      description: 'What changed, the template, or the step.',
      examples: ['invoice.paid'],
    }),
    by: Type.Union(
      [
        Type.Object({
          kind: Type.String({ examples: ['user'] }),
          name: orNull('Of a person, a key or a partner.'),
        }),
        Type.Null(),
      ],
      { description: 'Who did it; null: it went by itself.' },
    ),
    before: Type.Unsafe<Record<string, unknown> | null>({
      type: ['object', 'null'],
      description: 'What was.',
    }),
    after: Type.Unsafe<Record<string, unknown> | null>({
      type: ['object', 'null'],
      description: 'What is since.',
    }),
    said: Type.Union(
      [
        Type.Object({
          from: Type.Enum(['customer', 'company']),
          author: Type.String(),
          message: Type.String(),
        }),
        Type.Null(),
      ],
      { description: 'What was said, where something was.' },
    ),
  },
  { $id: 'TimelineEntry', description: 'Something that happened.' },
)

const creditNote = {
  creditNoteNumber: given('The company’s number of the credit note.', 255, 'C-2026-001'),
  description: given('Stands on the credit line.', 1000, 'Half a season only'),
}

export const credit = Type.Object({
  ...creditNote,
  amount: money('How much less is outstanding; more than nothing, at most what is outstanding.'),
})

export const retraction = Type.Object({
  ...creditNote,
  reason: Type.Optional(given('Why the invoice ends.', 1000, 'Was never a member')),
  showReasonToCustomer: Type.Optional(Type.Boolean({ examples: [true] })),
})

export const externalPayment = Type.Object({
  amount: Type.Optional(money('All that is outstanding when left out, and never more.')),
  method: Type.Enum([...externalMethods], { examples: ['cash'] }),
  paidAt: given('A day, or a moment on the company’s clock; not in the future.', 40, '2026-11-20'),
  note: Type.Optional(given('For the staff.', 500, 'At the bar')),
})

/** Null empties a part, so the parts are read as they come. */
export const changedRecipient = Type.Object({
  recipient: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    description:
      'Parts of `contact`: what is left out stays, null or an empty text empties it. Somebody is left to be named, and reachable by e-mail, phone or post.',
    examples: [{ email: 'joe@example.com', houseNumber: '12' }],
  }),
})

export const reason = Type.Object({
  reason: given('For everybody who may see the invoice.', 500, 'Waits for the board’s decision'),
})
export const dispute = Type.Object({
  lineId: given('The line that the customer does not accept.', 50, 'lin_06fpvrn4w9zxnfm4v0k7c1qk3g'),
  reason: given('For everybody who may see the invoice.', 500, 'Was not at the tournament'),
})
export const outcome = Type.Object({
  outcome: given('What came of it, for everybody who may see the invoice.', 500, 'Credited'),
})
export const message = Type.Object({
  message: Type.String({ description: 'Plain text or HTML.', examples: ['Shall we split it in two?'] }),
})
