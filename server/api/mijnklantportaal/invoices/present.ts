import type { Invoice } from '../../../domain/invoices/invoice.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

/** The page behind an invoice's link. */
export const onlinePaymentLink = (
  { id, linkToken }: Pick<Invoice, 'id' | 'linkToken'>,
  publicUrl: string,
): string => `${publicUrl}/public-invoice/${encodeId('invoice', id)}/pay/${linkToken}`

export function presentInvoice(invoice: Invoice, { timeZone }: Company, publicUrl: string) {
  const id = encodeId('invoice', invoice.id)
  const customerId = encodeId('customer', invoice.customerId)
  return {
    id,
    customerId,
    invoiceNumber: invoice.externalNumber,
    issuedAt: invoice.issuedOn,
    dueAt: invoice.dueOn,
    currency: invoice.currency,
    amount: formatCents(invoice.amountCents),
    paidAt: invoice.paidAt === null ? null : formatAtom(invoice.paidAt, timeZone),
    createdAt: formatAtom(invoice.createdAt, timeZone),
    links: {
      customer: { href: `${publicUrl}/v1/customers/${customerId}`, type: 'application/json' },
      onlinePaymentLink: {
        href: onlinePaymentLink(invoice, publicUrl),
        type: 'text/html',
      },
    },
  }
}
