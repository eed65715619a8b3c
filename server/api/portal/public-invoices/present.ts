import { personName } from '../../../domain/customers/customer.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import type { Attachment } from '../../../domain/tickets/ticket.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { presentContact, presentMandate, presentOffer, presentPlan } from './present-plan.ts'
import type { Standing } from './standing.ts'

export const presentAttachment = ({ id, name, sizeBytes, mime }: Attachment) => ({
  id: `tma_${encodeUuid(id)}`,
  name,
  size: sizeBytes,
  mime,
})

export const presentMessage = (
  message: { id: string; text: string; byCustomer: boolean; postedAt: Instant; attachments: Attachment[] },
  { timeZone }: Company,
) => ({
  id: `tim_${encodeUuid(message.id)}`,
  from: message.byCustomer ? ('customer' as const) : ('company' as const),
  message: message.text,
  postedAt: formatAtom(message.postedAt, timeZone),
  attachments: message.attachments.map(presentAttachment),
})

export const presentPublicInvoice = (
  invoice: InvoiceDetails,
  company: Company,
  standing: Standing,
  payment: Payment | undefined,
) => ({
  id: `inv_${encodeUuid(invoice.id)}`,
  company: { name: company.name },
  invoiceNumber: invoice.externalNumber,
  recipient: personName(invoice.recipient),
  locale: invoice.locale ?? company.locale,
  issuedAt: invoice.issuedOn,
  dueAt: invoice.dueOn,
  currency: invoice.currency,
  amount: formatCents(invoice.amountCents),
  outstanding: formatCents(invoice.outstandingCents),
  paidAt: invoice.paidAt === null ? null : formatAtom(invoice.paidAt, company.timeZone),
  retracted: invoice.retractedAt !== null,
  retractionReason: invoice.showRetractionReasonToCustomer ? invoice.retractionReason : null,
  lines: invoice.lines.map((line) => ({
    kind: line.kind,
    subtype: line.subtype,
    description: line.description,
    amount: formatCents(line.amountCents),
    occurredAt: formatAtom(line.occurredAt, company.timeZone),
  })),
  state: standing.state,
  paymentMethods: standing.methods,
  plans: standing.offers.map(presentOffer),
  plan: standing.plan ? presentPlan(standing.plan, standing.shares) : null,
  mandate: standing.mandate ? presentMandate(standing.mandate, company) : null,
  payment: payment?.status ?? null,
  contact: presentContact(invoice, standing.pending),
  conversation: invoice.conversation.map((message) => presentMessage(message, company)),
})
