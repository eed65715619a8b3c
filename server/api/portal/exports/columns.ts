import type { AgeingInvoiceRow } from '../../../domain/reports/export-ageing.ts'
import type { ConversationRow } from '../../../domain/reports/export-conversations.ts'
import type { CustomerRow } from '../../../domain/reports/export-customers.ts'
import type { LedgerRow } from '../../../domain/reports/export-ledger.ts'
import type { PayoutRow } from '../../../domain/reports/export-payouts.ts'
import type { PaymentRow } from '../../../domain/reports/export-payments.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import type { CellType, Column } from '../../../rendering/tables/table.ts'
import { encodeId } from '../ids.ts'
import type { ExportWords } from './words/words.ts'

type Heading = keyof ExportWords['headings']

/** Makes the columns of one export: its headings and values in a language, its times on the company's clock. */
export function maker<Row>({ headings, values }: ExportWords, { timeZone }: Company) {
  const column =
    <Type extends CellType>(type: Type) =>
    (heading: Heading, of: Extract<Column<Row>, { type: Type }>['of']) =>
      ({ heading: headings[heading], type, of }) as Column<Row>
  return {
    text: column('text'),
    money: column('money'),
    number: column('number'),
    day: column('day'),
    at: (heading: Heading, of: (row: Row) => Instant | null): Column<Row> => ({
      heading: headings[heading],
      type: 'instant',
      of(row) {
        const instant = of(row)
        return instant === null ? null : formatAtom(instant, timeZone).slice(0, 19)
      },
    }),
    word: (heading: Heading, of: (row: Row) => string | null): Column<Row> => ({
      heading: headings[heading],
      type: 'text',
      of(row) {
        const value = of(row)
        return value === null ? null : ((values as Record<string, string>)[value] ?? value)
      },
    }),
  }
}

export function ledgerColumns(words: ExportWords, company: Company) {
  const { text, money, number, at, word } = maker<LedgerRow>(words, company)
  return [
    at('at', (row) => row.occurredAt),
    text('invoiceNumber', (row) => row.externalNumber),
    text('ourReference', (row) => String(row.number)),
    text('customer', (row) => row.customerName),
    text('memberId', (row) => row.customerExternalId),
    text('import', (row) => row.importTitle),
    word('kind', (row) => row.kind),
    word('subtype', (row) => row.subtype),
    text('description', (row) => row.description),
    text('currency', (row) => row.currency),
    money('amount', (row) => row.amountCents),
    money('net', (row) => row.netCents),
    number('vatRate', (row) => row.vatRate),
    text('method', (row) => row.paymentMethod),
    text('provider', (row) => row.provider),
    text('providerPayment', (row) => row.providerPaymentId),
    text('lineId', (row) => row.lineExternalId),
    at('recordedAt', (row) => row.createdAt),
  ]
}

export function paymentColumns(words: ExportWords, company: Company) {
  const { text, money, at } = maker<PaymentRow>(words, company)
  return [
    at('createdAt', (row) => row.createdAt),
    at('paidAt', (row) => row.paidAt),
    text('status', (row) => row.status),
    text('provider', (row) => row.provider),
    text('providerPayment', (row) => row.providerId),
    text('method', (row) => row.method),
    text('subject', (row) => row.subjectKind),
    text('invoiceNumber', (row) => row.externalNumber),
    text('description', (row) => row.description),
    text('payer', (row) => row.payerName),
    text('currency', (row) => row.currency),
    money('amount', (row) => row.amountCents),
    money('refunded', (row) => row.refundedCents),
    money('chargedBack', (row) => row.chargedBackCents),
    text('failure', (row) => row.failure),
  ]
}

export function payoutColumns(words: ExportWords, company: Company) {
  const { text, money, at, word } = maker<PayoutRow>(words, company)
  return [
    text('payout', (row) => row.payoutProviderId),
    text('bankReference', (row) => row.reference),
    word('status', (row) => row.status),
    at('createdAt', (row) => row.createdAt),
    at('settledAt', (row) => row.settledAt),
    text('currency', (row) => row.currency),
    money('payoutAmount', (row) => row.payoutCents),
    at('at', (row) => row.occurredAt),
    word('kind', (row) => row.kind),
    money('amount', (row) => row.amountCents),
    text('provider', (row) => row.provider),
    text('providerPayment', (row) => row.paymentProviderId),
    text('reference', (row) => row.providerId),
    text('invoiceNumber', (row) => row.externalNumber),
    text('payer', (row) => row.payerName),
    text('method', (row) => row.method),
    text('description', (row) => row.description),
  ]
}

export function customerColumns(words: ExportWords, company: Company) {
  const { text, money, number, at } = maker<CustomerRow>(words, company)
  return [
    text('name', (row) => row.name),
    text('memberId', (row) => row.externalId),
    text('address', (row) => row.address),
    text('zipCode', (row) => row.zipCode),
    text('city', (row) => row.city),
    text('country', (row) => row.countryCode),
    text('email', (row) => row.email),
    text('phone', (row) => row.phone),
    number('invoices', (row) => row.invoices),
    text('currency', () => company.currency),
    money('outstanding', (row) => row.outstandingCents),
    at('createdAt', (row) => row.createdAt),
  ]
}

export function conversationColumns(words: ExportWords, company: Company) {
  const { text, at, word } = maker<ConversationRow>(words, company)
  return [
    text('conversation', (row) => encodeId('ticket', row.id)),
    text('title', (row) => row.title),
    word('state', (row) => row.state),
    text('source', (row) => row.source),
    text('invoiceNumber', (row) => row.externalNumber),
    text('customer', (row) => row.customerName),
    at('postedAt', (row) => row.postedAt),
    word('from', (row) => (row.byCustomer ? 'byCustomer' : 'byCompany')),
    text('author', (row) => row.author),
    text('text', (row) => row.text),
  ]
}

export function ageingColumns(words: ExportWords, company: Company) {
  const { text, money, number, day } = maker<AgeingInvoiceRow>(words, company)
  const within = (from: number, to: number) => (row: AgeingInvoiceRow) => {
    const late = Math.max(row.daysLate ?? 0, 0)
    return row.cents > 0 && late >= from && late <= to ? row.cents : null
  }
  return [
    text('invoiceNumber', (row) => row.externalNumber),
    text('customer', (row) => row.customerName),
    text('memberId', (row) => row.customerExternalId),
    text('import', (row) => row.importTitle),
    day('dueOn', (row) => row.dueOn),
    number('daysLate', (row) => row.daysLate),
    text('currency', () => company.currency),
    money('outstanding', (row) => Math.max(row.cents, 0)),
    money('notDue', within(0, 0)),
    money('days1to30', within(1, 30)),
    money('days31to60', within(31, 60)),
    money('days61to90', within(61, 90)),
    money('over90', within(91, Infinity)),
    money('overpaid', (row) => (row.cents < 0 ? -row.cents : null)),
  ]
}
