import Type from 'typebox'
import { bulkActions, bulkStates } from '../../../domain/invoice-bulks/bulk.ts'
import { externalMethods } from '../../../domain/invoices/record-external-payment.ts'
import { optionalInstant } from '../imports/schema.ts'
import { choiceFields } from '../invoices/schema.ts'
import { instant } from '../sessions/schema.ts'

const text = (description: string, maxLength: number, example: string) =>
  Type.String({ description, maxLength, examples: [example] })

export const bulk = Type.Object(
  {
    id: Type.String({ examples: ['blk_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    action: Type.Enum([...bulkActions]),
    state: Type.Enum([...bulkStates]),
    total: Type.Integer({ description: 'Invoices that were chosen.', examples: [3] }),
    done: Type.Integer({ examples: [2] }),
    failed: Type.Integer({ description: 'Refused, each with its reason.', examples: [0] }),
    by: Type.String({ description: 'Who asked for it.' }),
    createdAt: instant,
    endedAt: optionalInstant('ATOM; null while it runs.'),
  },
  { $id: 'InvoiceBulk', description: 'Something that is done to many invoices, and how far it is.' },
)

export const bulkFailure = Type.Object(
  {
    invoiceId: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    invoiceNumber: Type.String(),
    reason: Type.String({ description: 'A word for it.', examples: ['invoice_already_paid'] }),
    message: Type.String({ description: 'A sentence.' }),
  },
  { $id: 'InvoiceBulkFailure', description: 'An invoice that it could not be done to.' },
)

/** Which invoices, and what; of the fields of the actions, those of `action` are read. */
export const newBulk = Type.Object({
  action: Type.Enum([...bulkActions], { examples: ['pause'] }),
  invoiceIds: Type.Optional(
    Type.Array(Type.String({ maxLength: 50 }), {
      description: 'These; left out: all that fit `filter`.',
      minItems: 1,
      maxItems: 1000,
      examples: [['inv_06fpvrn4w9zxnfm4v0k7c1qk3g']],
    }),
  ),
  filter: Type.Optional(
    Type.Object(choiceFields, {
      description: 'Parameters of the list of invoices; none: all of them.',
      examples: [{ state: 'overdue' }],
    }),
  ),
  expected: Type.Optional(
    Type.Integer({
      description: 'With `filter`: how many were seen to fit. Refused when that is not so any more.',
      minimum: 1,
      maximum: 10_000_000,
      examples: [312],
    }),
  ),
  reason: Type.Optional(text('Of `pause` and `retract`.', 1000, 'Waits for the board’s decision')),
  method: Type.Optional(Type.Enum([...externalMethods], { description: 'Of `pay`.', examples: ['cash'] })),
  paidAt: Type.Optional(text('Of `pay`: a day, or a moment on the company’s clock.', 40, '2026-11-20')),
  note: Type.Optional(text('Of `pay`: for the staff.', 500, 'At the bar')),
  creditNotePrefix: Type.Optional(
    text(
      'Of `retract`: goes before the number of each invoice; together they number its credit note.',
      50,
      'C-',
    ),
  ),
  description: Type.Optional(text('Of `retract`: stands on the credit line.', 1000, 'Season was canceled')),
  showReasonToCustomer: Type.Optional(Type.Boolean({ description: 'Of `retract`.', examples: [true] })),
  message: Type.Optional(
    Type.String({ description: 'Of `message`: plain text or HTML.', examples: ['The bar is closed.'] }),
  ),
})
