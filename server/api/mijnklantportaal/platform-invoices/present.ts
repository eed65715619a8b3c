import type { PlatformInvoice } from '../../../domain/platform-invoices/platform-invoice.ts'
import { encodeId } from '../ids.ts'

/** A JSON number, as the examples have it: 1567 cents are 15.67, the double nearest to it. */
const euros = (cents: number): number => cents / 100

export function presentPlatformInvoice(invoice: PlatformInvoice) {
  const net = invoice.lines.reduce((sum, { netCents }) => sum + netCents, 0)
  const vat = invoice.lines.reduce((sum, { vatCents }) => sum + vatCents, 0)
  return {
    id: encodeId('platformInvoice', invoice.id),
    invoiceNumber: invoice.number,
    lines: invoice.lines.map(({ id, description, quantity, netCents, vatRate, vatCents }) => ({
      id: encodeId('platformInvoiceLine', id),
      description,
      quantity,
      currency: 'EUR',
      amountExclVat: euros(netCents),
      vatRate,
      vatAmount: euros(vatCents),
      amountInclVat: euros(netCents + vatCents),
    })),
    currency: 'EUR',
    subtotalAmount: euros(net),
    vatAmount: euros(vat),
    totalAmount: euros(net + vat),
    issuedAt: `${invoice.issuedOn}T00:00:00.000Z`,
    isPaid: invoice.paidAt !== null,
  }
}
