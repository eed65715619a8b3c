import Type from 'typebox'
import { browseOrders } from '../../../domain/invoices/browse-invoices.ts'

const text = (description: string, maxLength: number, example: string) =>
  Type.String({ description, maxLength, examples: [example] })

const content = {
  name: text('What its tab says.', 100, 'Late and large'),
  shared: Type.Boolean({ description: 'For all of the staff.', examples: [false] }),
  filters: Type.Record(Type.String({ maxLength: 30 }), Type.String({ maxLength: 200 }), {
    description: 'Parameters of the list of invoices, as texts.',
    maxProperties: 20,
    examples: [{ state: 'overdue', amountFrom: '100.00' }],
  }),
  sort: Type.Enum([...browseOrders], { examples: ['dueAt'] }),
  columns: Type.Array(Type.String({ maxLength: 30 }), {
    description: 'Of the table, in order; none: the usual ones.',
    maxItems: 30,
    examples: [['invoiceNumber', 'recipient', 'outstanding']],
  }),
}

export const invoiceView = Type.Object(
  {
    id: Type.String({ examples: ['viw_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    ...content,
    mayChange: Type.Boolean({ description: 'One’s own, or one is an owner.' }),
  },
  { $id: 'InvoiceView', description: 'A way to look at the invoices that somebody keeps.' },
)

export const newView = Type.Object(content)
export const changedView = Type.Partial(newView)
