import type { Conversation } from '../../../domain/tickets/get-conversation.ts'
import type { InboxEntry } from '../../../domain/tickets/inbox-entry.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'
import { orNull } from '../imports/present.ts'

const from = (byCustomer: boolean) => (byCustomer ? ('customer' as const) : ('company' as const))
const idOrNull = (kind: 'invoice' | 'customer', id: string | null) =>
  id === null ? null : encodeId(kind, id)

const presentHead = (entry: Omit<InboxEntry, 'messages'>, company: Company) => ({
  id: encodeId('ticket', entry.id),
  title: entry.title,
  state: entry.state,
  source: entry.source,
  invoiceId: idOrNull('invoice', entry.invoiceId),
  invoiceNumber: entry.invoiceNumber,
  customerId: idOrNull('customer', entry.customerId),
  customerName: entry.customerName,
  assignee: entry.assignee && { id: encodeId('colleague', entry.assignee.id), name: entry.assignee.name },
  withSupport: entry.assignedToSupportAt !== null,
  snoozedUntil: orNull(entry.snoozedUntil, company),
  lastMessageAt: formatAtom(entry.lastMessageAt, company.timeZone),
  unread: entry.unread,
})

export const presentInboxEntry = (entry: InboxEntry, company: Company) => ({
  ...presentHead(entry, company),
  lastMessage: entry.lastText,
  lastFrom: entry.lastByCustomer === null ? null : from(entry.lastByCustomer),
  messageCount: entry.messages,
  hasAttachments: entry.hasAttachments,
})

export const presentConversation = (one: Conversation, company: Company) => ({
  ...presentHead(one, company),
  customerEmail: one.customerEmail,
  customerPhone: one.customerPhone,
  createdAt: formatAtom(one.createdAt, company.timeZone),
  messages: one.messages.map((message) => ({
    id: encodeId('message', message.id),
    from: from(message.byCustomer),
    author: message.author,
    colleague: message.colleague,
    html: message.html,
    text: message.text,
    postedAt: formatAtom(message.postedAt, company.timeZone),
    attachments: message.attachments.map(({ id, name, sizeBytes, mime }) => ({
      id: encodeId('attachment', id),
      name,
      sizeBytes,
      mime,
    })),
  })),
  notes: one.notes.map((note) => ({
    id: encodeId('note', note.id),
    author: note.author,
    html: note.html,
    text: note.text,
    postedAt: formatAtom(note.postedAt, company.timeZone),
  })),
  merges: one.merges.map(({ id, title, mergedAt }) => ({
    id: encodeId('ticket', id),
    title,
    mergedAt: formatAtom(mergedAt, company.timeZone),
  })),
})
