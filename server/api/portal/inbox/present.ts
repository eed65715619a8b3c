import type { InboxEntry } from '../../../domain/tickets/browse-inbox.ts'
import type { TicketWithMessages } from '../../../domain/tickets/ticket.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

const from = (byCustomer: boolean) => (byCustomer ? ('customer' as const) : ('company' as const))
const idOrNull = (kind: 'invoice' | 'customer', id: string | null) =>
  id === null ? null : encodeId(kind, id)

export const presentInboxEntry = (entry: InboxEntry, { timeZone }: Company) => ({
  id: encodeId('ticket', entry.id),
  title: entry.title,
  state: entry.state,
  source: entry.source,
  invoiceId: idOrNull('invoice', entry.invoiceId),
  customerId: idOrNull('customer', entry.customerId),
  customerName: entry.customerName,
  withSupport: entry.assignedToSupportAt !== null,
  lastMessageAt: formatAtom(entry.lastMessageAt, timeZone),
  lastMessage: entry.lastText,
  lastFrom: entry.lastByCustomer === null ? null : from(entry.lastByCustomer),
})

export const presentConversation = (ticket: TicketWithMessages, { timeZone }: Company) => ({
  id: encodeId('ticket', ticket.id),
  title: ticket.title,
  state: ticket.state,
  source: ticket.source,
  invoiceId: idOrNull('invoice', ticket.invoiceId),
  customerId: idOrNull('customer', ticket.customerId),
  createdAt: formatAtom(ticket.createdAt, timeZone),
  messages: ticket.messages.map((message) => ({
    id: encodeId('message', message.id),
    from: from(message.byCustomer),
    author: message.author,
    html: message.html,
    text: message.text,
    postedAt: formatAtom(message.postedAt, timeZone),
    attachments: message.attachments.map(({ name, sizeBytes, mime }) => ({ name, sizeBytes, mime })),
  })),
})
