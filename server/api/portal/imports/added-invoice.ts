import Type, { type Static } from 'typebox'
import { nobody } from '../../../domain/customers/customer.ts'
import type { NewInvoice } from '../../../domain/invoices/insert-invoice.ts'
import { invalid } from '../../../kernel/errors.ts'
import { locales, type Ctx } from '../../../kernel/context.ts'
import { parseCents } from '../../../kernel/money.ts'
import { dayIn, parseDate } from '../../../kernel/time.ts'
import { parseRecipient } from '../invoices/parse.ts'

export const addedInvoice = Type.Object({
  invoiceNumber: Type.String({ description: 'The company’s own.', maxLength: 255, examples: ['2026-001'] }),
  issuedAt: Type.Optional(
    Type.String({
      description: 'YYYY-mm-dd; today when left out.',
      maxLength: 10,
      examples: ['2026-11-20'],
    }),
  ),
  dueAt: Type.Optional(
    Type.Union([Type.String({ maxLength: 10 }), Type.Null()], {
      description: 'YYYY-mm-dd; left out or null: so many days after it is sent, as the settings say.',
      examples: ['2026-12-20'],
    }),
  ),
  locale: Type.Optional(
    Type.Union([Type.Enum([...locales]), Type.Null()], {
      description: 'The language that the customer is written to in; null: the company’s.',
      examples: ['nl'],
    }),
  ),
  memberNumber: Type.Optional(
    Type.Union([Type.String({ maxLength: 255 }), Type.Null()], {
      description: 'The same customer each time: what has the same number is theirs. Null: a new customer.',
      examples: ['M-1'],
    }),
  ),
  recipient: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    description:
      'Parts of `contact` of an invoice. Somebody is named, and reachable by e-mail, phone or post.',
    examples: [{ firstName: 'Joe', lastName: 'Doe', email: 'joe@example.com' }],
  }),
  lines: Type.Array(
    Type.Object({
      description: Type.String({ minLength: 1, maxLength: 1000, examples: ['Membership fee'] }),
      amount: Type.String({ format: 'amount', description: 'A minus gives it.', examples: ['90.00'] }),
    }),
    { minItems: 1, maxItems: 100, examples: [[{ description: 'Membership fee', amount: '90.00' }]] },
  ),
})

function day(text: string, field: string): string {
  const parsed = parseDate(text)
  if (parsed === undefined) throw invalid(field, 'must be a day that exists, such as 2026-11-20')
  return parsed
}

const plain = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** What somebody typed, as an invoice to add. Throws `invalid`. */
export function parseAddedInvoice(body: Static<typeof addedInvoice>, ctx: Ctx): NewInvoice {
  const externalNumber = plain(body.invoiceNumber)
  if (externalNumber === '') throw invalid('invoiceNumber', 'must not be empty')
  const issuedOn =
    body.issuedAt === undefined ? dayIn(ctx.now, ctx.company.timeZone) : day(body.issuedAt, 'issuedAt')
  const dueOn = body.dueAt === undefined || body.dueAt === null ? null : day(body.dueAt, 'dueAt')
  if (dueOn !== null && dueOn < issuedOn) throw invalid('dueAt', 'must not be before issuedAt')
  const lines = body.lines.map(({ description, amount }, index) => {
    const text = plain(description)
    if (text === '') throw invalid(`lines[${index}].description`, 'must not be empty')
    const amountCents = parseCents(amount)
    if (amountCents === undefined) throw invalid(`lines[${index}].amount`, 'must be an amount such as 12.95')
    return { description: text, amountCents }
  })
  const memberExternalId = plain(body.memberNumber ?? '')
  return {
    externalNumber,
    reference: null,
    locale: body.locale ?? null,
    directDebitIban: null,
    federationMembershipNumber: null,
    clubMembershipNumber: null,
    externalMembershipNumber: null,
    memberExternalId: memberExternalId === '' ? null : memberExternalId,
    recipient: parseRecipient(body.recipient, nobody),
    issuedOn,
    dueOn,
    lines,
  }
}
