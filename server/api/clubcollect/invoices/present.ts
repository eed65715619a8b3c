import type { Recipient } from '../../../domain/customers/customer.ts'
import type { CollectionMessage } from '../../../domain/collection/message.ts'
import type { SentMessage } from '../../../domain/collection/messages-json.ts'
import type { InvoiceDetails, InvoiceLine, LineKind, LineSubtype } from '../../../domain/invoices/invoice.ts'
import type { Locale } from '../../../kernel/context.ts'
import { formatUtc } from '../../../kernel/time.ts'
import { collectionWords } from '../../../rendering/collection-words/words.ts'
import { encodeId } from '../ids.ts'
import { presentTicket } from '../tickets/present.ts'

const presentCustomer = ({ name, address, email, phone }: Recipient) => ({
  name: {
    prefix: name.prefix,
    first_name: name.firstName,
    infix: name.infix,
    last_name: name.lastName,
    organization: name.organization,
  },
  address: {
    address1: address.address1,
    address2: address.address2,
    locality: address.locality,
    house_number: address.houseNumber,
    house_number_extension: address.houseNumberExtension,
    state: address.state,
    zipcode: address.zipCode,
    city: address.city,
    country_code: address.countryCode,
  },
  email: { email_address: email },
  phone: { phone_number: phone.number, country_code: phone.countryCode },
})

const words: Record<LineKind, string> = {
  charge: 'INVOICE',
  fee: 'FEE',
  payment: 'PAYMENT',
  chargeback: 'CHARGEBACK',
  // The contract has no other word for money that went back.
  refund: 'CHARGEBACK',
  credit: 'CREDIT',
}

/** The documented type and subtype: fees are part of the type, the rest stands in the subtype. */
export function lineType(kind: LineKind, subtype: LineSubtype | null): { type: string; subtype?: string } {
  if (subtype?.endsWith('_fee') && subtype !== 'administrative_fee') {
    const fee = subtype.toUpperCase().replaceAll('_', '-')
    return { type: kind === 'fee' ? fee : `${words[kind]}-${fee}` }
  }
  if (subtype === 'youth_fund') return { type: 'JEUGDFONDS', subtype: 'jsf' }
  const type = kind === 'charge' || kind === 'credit' ? `${words[kind]}-LINE` : words[kind]
  if (subtype === null) return { type }
  // The one row of the table in lower case.
  if (kind === 'payment' && subtype === 'donation') return { type, subtype }
  return { type, subtype: subtype.toUpperCase() }
}

export const presentLine = (line: InvoiceLine, companyId: number) => ({
  invoice_line_id: line.externalId ?? encodeId(companyId, line.id),
  ...lineType(line.kind, line.subtype),
  amount_cents: line.amountCents,
  description: line.kind === 'charge' || line.kind === 'credit' ? (line.description ?? '') : null,
  date: formatUtc(line.occurredAt),
  ...(line.paymentMethod === null ? {} : { payment_method: line.paymentMethod }),
})

/** What has left; what failed or waits was not sent. Described in the language that it was written in. */
const presentMessage = (message: SentMessage, companyId: number) => ({
  message_id: encodeId(companyId, message.id),
  type: message.channel,
  description: collectionWords[message.locale as Locale].titles[message.step as CollectionMessage['step']],
  date: formatUtc(message.sentAt!),
})

export const presentInvoice = (invoice: InvoiceDetails, companyId: number) => ({
  invoice_id: encodeId(companyId, invoice.id),
  import_id: encodeId(companyId, invoice.batchId),
  external_invoice_number: invoice.externalNumber,
  invoice_number: String(invoice.number),
  reference: invoice.reference ?? '',
  direct_debit_iban: invoice.directDebitIban ?? '',
  federation_membership_number: invoice.federationMembershipNumber ?? '',
  club_membership_number: invoice.clubMembershipNumber ?? '',
  member_external_id: invoice.memberExternalId ?? '',
  external_membership_number: invoice.externalMembershipNumber ?? '',
  locale: invoice.locale ?? '',
  customer: presentCustomer(invoice.recipient),
  invoice_lines: invoice.lines.map((line) => presentLine(line, companyId)),
  amount_total_cents: invoice.outstandingCents,
  messages: invoice.messages
    .filter(({ state }) => state === 'sent')
    .map((message) => presentMessage(message, companyId)),
  tickets: invoice.conversation.map((message) => presentTicket(message, companyId)),
  retracted_at: invoice.retractedAt === null ? null : formatUtc(invoice.retractedAt),
  retraction_reason: invoice.retractionReason,
  show_retraction_reason_to_customer: invoice.showRetractionReasonToCustomer,
})
