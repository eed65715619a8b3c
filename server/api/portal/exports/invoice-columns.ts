import { displayName } from '../../../domain/customers/customer.ts'
import type { InvoiceRow } from '../../../domain/reports/export-invoices.ts'
import type { Company } from '../../../kernel/context.ts'
import { maker } from './columns.ts'
import type { ExportWords } from './words/words.ts'

export function invoiceColumns(words: ExportWords, company: Company) {
  const { text, money, day, at, word } = maker<InvoiceRow>(words, company)
  return [
    text('invoiceNumber', (row) => row.externalNumber),
    text('ourReference', (row) => String(row.number)),
    text('reference', (row) => row.reference),
    text('customer', (row) => displayName(row.recipient)),
    text('email', (row) => row.recipient.email || null),
    text('memberId', (row) => row.customerExternalId),
    text('import', (row) => row.importTitle),
    day('issuedOn', (row) => row.issuedOn),
    day('dueOn', (row) => row.dueOn),
    word('state', (row) => row.state),
    text('currency', (row) => row.currency),
    money('amount', (row) => row.amountCents),
    money('outstanding', (row) => row.outstandingCents),
    at('paidAt', (row) => row.paidAt),
    at('retractedAt', (row) => row.retractedAt),
    text('retractionReason', (row) => row.retractionReason),
    at('createdAt', (row) => row.createdAt),
  ]
}
