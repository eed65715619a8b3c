import { personName, type Customer } from '../../../domain/customers/customer.ts'
import type { OwnAgreement } from '../../../domain/customer-portal/list-own-agreements.ts'
import type { OwnConversation } from '../../../domain/customer-portal/list-own-conversations.ts'
import type { OwnInvoice } from '../../../domain/customer-portal/list-own-invoices.ts'
import type { OwnPayment } from '../../../domain/customer-portal/list-own-payments.ts'
import type { OwnPunchCard } from '../../../domain/customer-portal/list-own-punch-cards.ts'
import type { PendingChange } from '../../../domain/customer-portal/own-code.ts'
import type { Appointment } from '../../../domain/appointments/appointment.ts'
import type { FileRequest } from '../../../domain/file-requests/file-request.ts'
import type { FileShare } from '../../../domain/file-shares/file-share.ts'
import { stateOf, type Offer } from '../../../domain/offers/offer.ts'
import { statusOf as statusOfCard } from '../../../domain/punch-cards/punch-card.ts'
import {
  statusOf as statusOfSubscription,
  type Subscription,
} from '../../../domain/subscriptions/subscription.ts'
import type { TicketWithMessages } from '../../../domain/tickets/ticket.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { presentLook } from '../company/present.ts'
import { encodeId } from '../ids.ts'
import { presentAttachment } from '../public-invoices/present.ts'

type Of = Pick<Ctx, 'company' | 'now'>
const at = (instant: Instant | null, { company }: Of) =>
  instant === null ? null : formatAtom(instant, company.timeZone)

export const presentMyCompany = ({ id, companyId, name, locale, currency, timeZone, look }: Company) => ({
  id: encodeId('company', id),
  name,
  locale,
  currency,
  timeZone,
  look: presentLook(look, companyId),
})

export const presentMyCustomer = (customer: Customer, pending: PendingChange[]) => ({
  id: encodeId('customer', customer.id),
  name: customer.name,
  address: customer.address,
  zipCode: customer.zipCode,
  city: customer.city,
  countryCode: customer.countryCode,
  phone: customer.phone,
  pendingPhone: pending.find(({ customerId }) => customerId === customer.id)?.phone ?? null,
})

export const presentMyInvoice = (invoice: OwnInvoice) => ({
  id: encodeId('invoice', invoice.id),
  invoiceNumber: invoice.externalNumber,
  recipient: personName(invoice.recipient),
  issuedAt: invoice.issuedOn,
  dueAt: invoice.dueOn,
  currency: invoice.currency,
  amount: formatCents(invoice.amountCents),
  outstanding: formatCents(invoice.outstandingCents),
  state: invoice.state,
})

export const presentMyPayment = (payment: OwnPayment, of: Of) => ({
  id: encodeId('line', payment.id),
  kind: payment.kind,
  amount: formatCents(payment.amountCents),
  currency: payment.currency,
  method: payment.method,
  occurredAt: formatAtom(payment.occurredAt, of.company.timeZone),
  invoiceId: encodeId('invoice', payment.invoiceId),
  invoiceNumber: payment.invoiceNumber,
})

export const presentMyOffer = (offer: Offer, { company, now }: Of) => ({
  id: encodeId('offer', offer.id),
  offerNumber: offer.number,
  issuedAt: offer.issuedOn,
  expiresAt: offer.expiresOn,
  currency: offer.currency,
  amount: formatCents(offer.amountCents),
  state: stateOf(offer, now, company.timeZone),
})

export const presentMyAgreement = (agreement: OwnAgreement, of: Of) => ({
  id: encodeId('signer', agreement.id),
  name: agreement.name,
  signer: agreement.signerName,
  state:
    agreement.signedAt === null
      ? ('to_sign' as const)
      : agreement.sealedAt === null
        ? ('signed' as const)
        : ('sealed' as const),
  signedAt: at(agreement.signedAt, of),
  createdAt: formatAtom(agreement.createdAt, of.company.timeZone),
  href: agreement.path,
})

export const presentMyAppointment = (appointment: Appointment, of: Of) => ({
  id: encodeId('appointment', appointment.id),
  name: appointment.name,
  attendee: appointment.attendeeName,
  startsAt: formatAtom(appointment.startsAt, of.company.timeZone),
  endsAt: formatAtom(appointment.endsAt, of.company.timeZone),
  status: appointment.status,
  onlineMeetingLink: appointment.onlineMeetingLink,
})

export function presentMySubscription(subscription: Subscription, { company, now }: Of) {
  const status = statusOfSubscription(subscription, now, company.timeZone)
  const { lastStartOn, renewsOn } = subscription
  const goesOn = status !== 'ended' && (lastStartOn === null || renewsOn <= lastStartOn)
  return {
    id: encodeId('subscription', subscription.id),
    description: subscription.description,
    status,
    startsAt: subscription.startsOn,
    renewsAt: goesOn ? renewsOn : null,
    every: subscription.every,
    amount: formatCents(subscription.amountCents),
    currency: company.currency,
  }
}

export const presentMyPunchCard = (card: OwnPunchCard, of: Of) => ({
  id: encodeId('issuedPunchCard', card.id),
  name: card.name,
  description: card.description,
  punches: card.punches,
  punchesLeft: card.punchesLeft,
  punchLabel: card.punchLabel,
  expiresAt: at(card.expiresAt, of),
  issuedAt: formatAtom(card.issuedAt, of.company.timeZone),
  status: statusOfCard(card, of.now),
})

export const presentMyFileShare = (share: FileShare, of: Of) => ({
  id: encodeId('fileShare', share.id),
  names: share.content.map(({ name }) => name),
  createdAt: formatAtom(share.createdAt, of.company.timeZone),
})

export const presentMyFileRequest = (request: FileRequest, of: Of) => ({
  id: encodeId('fileRequest', request.id),
  names: request.requestedFiles.map(({ name }) => name),
  missing: request.requestedFiles.filter(({ fileId }) => fileId === null).length,
  completedAt: at(request.completedAt, of),
  createdAt: formatAtom(request.createdAt, of.company.timeZone),
})

const idOfInvoice = (id: string | null) => (id === null ? null : encodeId('invoice', id))
const from = (byCustomer: boolean) => (byCustomer ? ('customer' as const) : ('company' as const))

export const presentMyConversation = (conversation: OwnConversation, of: Of) => ({
  id: encodeId('ticket', conversation.id),
  title: conversation.title,
  state: conversation.state,
  invoiceId: idOfInvoice(conversation.invoiceId),
  lastMessageAt: formatAtom(conversation.lastMessageAt, of.company.timeZone),
  lastText: conversation.lastText,
  lastFrom: from(conversation.lastByCustomer),
})

export const presentMyConversationDetails = (ticket: TicketWithMessages, of: Of) => ({
  id: encodeId('ticket', ticket.id),
  title: ticket.title,
  state: ticket.state,
  invoiceId: idOfInvoice(ticket.invoiceId),
  messages: ticket.messages.map((message) => ({
    id: encodeId('message', message.id),
    from: from(message.byCustomer),
    author: message.byCustomer ? message.author : of.company.name,
    html: message.html,
    postedAt: formatAtom(message.postedAt, of.company.timeZone),
    attachments: message.attachments.map(presentAttachment),
  })),
})
