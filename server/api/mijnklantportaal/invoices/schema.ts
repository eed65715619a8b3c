import Type from 'typebox'
import { fileField } from '../../file-field.ts'
import { newLines } from '../lines.ts'

const link = (href: string, type: string) =>
  Type.Object({ href: Type.String({ examples: [href] }), type: Type.String({ examples: [type] }) })

export const customerInvoice = Type.Object(
  {
    id: Type.String({ description: 'Starts with `inv_`.', examples: ['inv_abc12345def678'] }),
    customerId: Type.String({ examples: ['cst_abc12345def678'] }),
    invoiceNumber: Type.String({ examples: ['2024-001'] }),
    issuedAt: Type.String({ description: 'YYYY-mm-dd', examples: ['2024-04-29'] }),
    dueAt: Type.Union([Type.String(), Type.Null()], { description: 'YYYY-mm-dd', examples: ['2024-05-28'] }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ description: 'As invoiced, VAT included.', examples: ['12.95'] }),
    paidAt: Type.Union([Type.String(), Type.Null()], {
      description: 'ATOM; null while something is outstanding.',
      examples: ['2024-05-28T21:00:00+02:00'],
    }),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
    links: Type.Object({
      customer: link('https://api.mijnklantportaal.nl/v1/customers/cst_abc12345def678', 'application/json'),
      onlinePaymentLink: link(
        'https://portal.mijnklantportaal.nl/public-invoice/inv_abc123/pay/123-abc',
        'text/html',
      ),
    }),
  },
  { $id: 'CustomerInvoice', description: 'An invoice of a customer.' },
)

export const newInvoice = Type.Object({
  customerId: Type.String({ description: 'The customer to invoice.', examples: ['cst_abc12345def678'] }),
  invoiceNumber: Type.String({
    maxLength: 100,
    description: 'The number of the invoice.',
    examples: ['2014-001'],
  }),
  issuedAt: Type.String({ format: 'date', description: 'YYYY-mm-dd', examples: ['2024-04-30'] }),
  dueAt: Type.Optional(
    Type.String({ format: 'date', description: 'YYYY-mm-dd (extension).', examples: ['2024-05-30'] }),
  ),
  amount: Type.String({ format: 'amount', description: 'In euros, VAT included.', examples: ['12.95'] }),
  pdf: fileField('The invoice.', { types: ['application/pdf'] }),
  paidAt: Type.Optional(
    Type.String({
      description: 'YYYY-mm-dd HH:mm:ss in the time zone of the company; left out: still due.',
      examples: ['2024-05-11 12:59:00'],
    }),
  ),
  sendNotification: Type.Optional(
    Type.Boolean({ description: 'Notify the customer by e-mail.', examples: [true] }),
  ),
})

export const newManualInvoice = Type.Object({
  customerId: Type.String({ description: 'The customer to invoice.', examples: ['cst_abc12345def678'] }),
  invoiceNumber: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'The number of the invoice.',
    examples: ['2015-001'],
  }),
  issuedAt: Type.String({ format: 'date', description: 'YYYY-mm-dd', examples: ['2025-04-14'] }),
  dueAt: Type.Optional(
    Type.String({ format: 'date', description: 'YYYY-mm-dd (extension).', examples: ['2025-05-14'] }),
  ),
  lines: newLines,
  sendNotification: Type.Optional(
    Type.Boolean({ description: 'Notify the customer by e-mail.', examples: [true] }),
  ),
})

export const paid = Type.Object({
  paidAt: Type.String({
    description: 'YYYY-mm-dd H:i:s in the time zone of the company, or a date alone.',
    examples: ['2024-04-30 14:00:00'],
  }),
})
