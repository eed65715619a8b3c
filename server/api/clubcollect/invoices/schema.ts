import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { ticket } from '../tickets/schema.ts'

const text = (example: string) => Type.String({ examples: [example] })
const nullable = (example: string) => Type.Union([Type.String(), Type.Null()], { examples: [example] })

export const customer = Type.Object(
  {
    name: Type.Object({
      prefix: text('Mr'),
      first_name: text('Joe'),
      infix: text('van der'),
      last_name: text('Doe'),
      organization: text('TheClub'),
    }),
    address: Type.Object({
      address1: text('3rd Avenue'),
      address2: text(''),
      locality: text(''),
      house_number: text('1500'),
      house_number_extension: text(''),
      state: text(''),
      zipcode: text('10010'),
      city: text('Amsterdam'),
      country_code: Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['NL'] }),
    }),
    email: Type.Object({ email_address: text('joe@example.com') }),
    phone: Type.Object({ phone_number: text('562-756-2233'), country_code: text('NL') }),
  },
  { $id: 'Customer', description: 'Whom the invoice is made out to.' },
)

export const invoiceLine = Type.Object(
  {
    invoice_line_id: Type.String({ description: "The caller's own id where one was given." }),
    type: Type.String({
      description: 'What the line is; fees are part of the type.',
      examples: ['INVOICE-LINE'],
    }),
    subtype: Type.Optional(Type.String({ description: 'What the money is for.', examples: ['DONATION'] })),
    amount_cents: Type.Integer({ description: 'Positive raises the outstanding amount.', examples: [10000] }),
    description: nullable('Membership fee'),
    date: Type.String({ description: 'ISO 8601.', examples: ['2017-05-16T08:57:02Z'] }),
    payment_method: Type.Optional(Type.String({ description: 'Of payments.', examples: ['external'] })),
  },
  { $id: 'InvoiceLine', description: 'An amount on an invoice.' },
)

const membership = {
  reference: text('ba6fe77'),
  direct_debit_iban: text('NL91ABNA0417164300'),
  federation_membership_number: text('4729293'),
  club_membership_number: text('1842'),
  member_external_id: text('M-1842'),
  external_membership_number: text('1842-1'),
  locale: text('en'),
}

export const invoice = Type.Object(
  {
    invoice_id: text('47417520982b90764d0067d529691934e6ec3a42'),
    import_id: text('a1f3216863ba5d5424dcbace46ab37be98d70c92'),
    external_invoice_number: text('2014-342-545'),
    invoice_number: Type.String({ description: 'Assigned by the service.', examples: ['123456'] }),
    ...membership,
    customer: ref(customer),
    invoice_lines: Type.Array(ref(invoiceLine)),
    amount_total_cents: Type.Integer({
      description: 'What is outstanding: the sum of all lines.',
      examples: [9000],
    }),
    messages: Type.Array(
      Type.Object({
        message_id: text('3b0f4a8f6ae5e7b4cc5e5f6b1d3a2c4e5f607182'),
        type: Type.Enum(['EMAIL', 'SMS', 'LETTER']),
        description: text('Payment request'),
        date: Type.String({ description: 'ISO 8601; when it was sent.', examples: ['2017-05-16T08:57:02Z'] }),
      }),
      { description: 'What was sent to the customer.' },
    ),
    tickets: Type.Array(ref(ticket)),
    retracted_at: nullable('2017-05-16T08:57:02Z'),
    retraction_reason: nullable('Paid by cash'),
    show_retraction_reason_to_customer: Type.Boolean(),
  },
  { $id: 'Invoice', description: 'A claim on one customer.' },
)

export const newInvoice = Type.Object({
  import_id: text('a1f3216863ba5d5424dcbace46ab37be98d70c92'),
  external_invoice_number: Type.String({ minLength: 1, examples: ['2014-342-545'] }),
  amount_total_cents: Type.Integer({ description: 'The sum of the lines.', examples: [9000] }),
  invoice_lines: Type.Array(
    Type.Object({
      invoice_line_id: Type.Optional(Type.String({ description: 'An id of your own, unique.' })),
      amount_cents: Type.Integer({ examples: [10000] }),
      description: text('Membership fee'),
      date: Type.Optional(text('2017-05-16T08:57:02Z')),
    }),
    { minItems: 1 },
  ),
  ...Object.fromEntries(Object.entries(membership).map(([name, schema]) => [name, Type.Optional(schema)])),
  customer: ref(customer),
})

const { import_id, invoice_id, invoice_lines, amount_total_cents } = invoice.properties

export const invoiceLines = Type.Object({ import_id, invoice_id, invoice_lines, amount_total_cents })

const { external_invoice_number } = newInvoice.properties

export const changedInvoice = Type.Object({
  external_invoice_number,
  ...Object.fromEntries(Object.entries(membership).map(([name, schema]) => [name, Type.Optional(schema)])),
  customer: Type.Optional(ref(customer)),
})

export const retraction = Type.Object({
  external_invoice_number: Type.String({ description: 'Number of the credit note.', examples: ['C-2014-1'] }),
  description: text('Cash payment'),
  retraction_reason: Type.Optional(text('Paid by cash')),
  show_retraction_reason_to_customer: Type.Optional(Type.Boolean({ examples: [true] })),
})

export const credit = Type.Object({
  external_invoice_number: Type.String({ description: 'Number of the credit note.', examples: ['C-2014-2'] }),
  invoice_lines: Type.Array(
    Type.Object({
      amount_cents: Type.Integer({ examples: [-10000] }),
      description: text('Credit membership fee'),
    }),
    { minItems: 1 },
  ),
  amount_total_cents: Type.Integer({ description: 'The sum of the lines; negative.', examples: [-10000] }),
})
