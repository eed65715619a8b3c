import type { Collection } from '../../../domain/collection/get-collection.ts'
import { displayName, type Recipient } from '../../../domain/customers/customer.ts'
import type { Plan } from '../../../domain/installments/plan.ts'
import { sharesOf } from '../../../domain/installments/shares.ts'
import type { InvoiceOverview } from '../../../domain/invoices/browse-invoices.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import type { InvoiceSums } from '../../../domain/invoices/sum-invoices.ts'
import type { TimelineEntry } from '../../../domain/invoices/list-timeline.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'
import { orNull } from '../imports/present.ts'

const from = (byCustomer: boolean) => (byCustomer ? ('customer' as const) : ('company' as const))

export const presentOverview = (invoice: InvoiceOverview, company: Company) => ({
  id: encodeId('invoice', invoice.id),
  importId: encodeId('import', invoice.batchId),
  importTitle: invoice.batchTitle,
  customerId: encodeId('customer', invoice.customerId),
  invoiceNumber: invoice.externalNumber,
  reference: String(invoice.number),
  recipient: displayName(invoice.recipient),
  email: invoice.recipient.email,
  currency: invoice.currency,
  amount: formatCents(invoice.amountCents),
  outstanding: formatCents(invoice.outstandingCents),
  issuedAt: invoice.issuedOn,
  dueAt: invoice.dueOn,
  paidAt: orNull(invoice.paidAt, company),
  state: invoice.state,
  pausedAt: orNull(invoice.pausedAt, company),
  question: invoice.question,
  ticketId: invoice.ticketId && encodeId('ticket', invoice.ticketId),
  disputed: invoice.disputed,
  createdAt: formatAtom(invoice.createdAt, company.timeZone),
})

const presentContact = ({ name, address, email, phone }: Recipient) => ({
  ...name,
  ...address,
  email,
  phone: phone.number,
  phoneCountryCode: phone.countryCode,
})

const presentCollection = (collection: Collection, company: Company) => ({
  state: collection.state,
  disputed: formatCents(collection.disputedCents),
  lastStep: collection.lastStep,
  lastAt: orNull(collection.lastAt, company),
  nextStep: collection.nextStep,
  nextAt: orNull(collection.nextAt, company),
  holds: collection.holds.map(({ kind, reason, since }) => ({
    kind,
    reason,
    since: formatAtom(since, company.timeZone),
  })),
  disputes: collection.disputes.map((one) => ({
    id: encodeId('dispute', one.id),
    lineId: encodeId('line', one.lineId),
    amount: formatCents(one.amountCents),
    reason: one.reason,
    openedAt: formatAtom(one.openedAt, company.timeZone),
    settledAt: orNull(one.settledAt, company),
    outcome: one.outcome,
  })),
  messages: collection.messages.map((one) => ({
    id: encodeId('mail', one.id),
    channel: one.channel,
    step: one.step,
    state: one.state,
    to: one.to,
    error: one.error,
    report: one.report,
    sentAt: orNull(one.sentAt, company),
  })),
})

const presentPlan = (plan: Plan, outstandingCents: number, { timeZone }: Company) => {
  const { ofInstallment } = sharesOf(outstandingCents, plan.installments)
  return {
    state: plan.state,
    automatic: plan.automatic,
    confirmedAt: formatAtom(plan.confirmedAt, timeZone),
    installments: plan.installments.map(({ id, position, dueOn, state, askedCents, amountCents }) => ({
      position,
      dueAt: dueOn,
      amount: formatCents(
        plan.state === 'running' && state !== 'paid'
          ? (ofInstallment.get(id) ?? 0)
          : (askedCents ?? amountCents),
      ),
      state,
    })),
  }
}

const presentPayment = (payment: Payment, { timeZone }: Company) => ({
  method: payment.method,
  amount: formatCents(payment.amountCents),
  status: payment.status,
  createdAt: formatAtom(payment.createdAt, timeZone),
})

export const presentSums = (sums: InvoiceSums, { currency }: Company) => ({
  count: sums.count,
  currency,
  amount: formatCents(sums.amountCents),
  outstanding: formatCents(sums.outstandingCents),
  overdue: formatCents(sums.overdueCents),
})

/** All that the page of an invoice shows. */
interface Shown {
  overview: InvoiceOverview
  details: InvoiceDetails
  collection: Collection
  plan: Plan | undefined
  payments: Payment[]
}

export const presentStaffInvoice = (
  { overview, details, collection, plan, payments }: Shown,
  company: Company,
) => ({
  ...presentOverview(overview, company),
  locale: details.locale,
  plan: plan ? presentPlan(plan, details.outstandingCents, company) : null,
  payments: payments.map((payment) => presentPayment(payment, company)),
  contact: presentContact(details.recipient),
  retracted: details.retractedAt !== null,
  retractionReason: details.retractionReason,
  lines: details.lines.map((line) => ({
    id: encodeId('line', line.id),
    kind: line.kind,
    subtype: line.subtype,
    description: line.description,
    amount: formatCents(line.amountCents),
    paymentMethod: line.paymentMethod,
    occurredAt: formatAtom(line.occurredAt, company.timeZone),
  })),
  conversation: details.conversation.map(({ text, byCustomer, postedAt }) => ({
    from: from(byCustomer),
    message: text,
    postedAt: formatAtom(postedAt, company.timeZone),
  })),
  collection: presentCollection(collection, company),
})

export const presentTimelineEntry = (entry: TimelineEntry, { timeZone }: Company) => ({
  id: encodeId(entry.kind === 'event' ? 'event' : 'mail', entry.id),
  at: formatAtom(entry.at, timeZone),
  kind: entry.kind,
  type: entry.type,
  by: entry.actor === null ? null : { kind: entry.actor.split(':')[0]!, name: entry.actorName },
  before: entry.before,
  after: entry.after,
  said: entry.said && {
    from: from(entry.said.byCustomer),
    author: entry.said.author,
    message: entry.said.text,
  },
})
