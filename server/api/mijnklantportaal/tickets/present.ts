import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import type { Attachment, Message, Ticket, TicketWithMessages } from '../../../domain/tickets/ticket.ts'
import { encodeId } from '../ids.ts'

export const presentTicket = (ticket: Ticket, { timeZone }: Company) => ({
  id: encodeId('ticket', ticket.id),
  customerId: ticket.customerId === null ? null : encodeId('customer', ticket.customerId),
  title: ticket.title,
  source: ticket.source,
  status: ticket.state === 'archived' ? ('closed' as const) : ('open' as const),
  createdAt: formatAtom(ticket.createdAt, timeZone),
})

const presentAttachment = ({ id, name, sizeBytes, mime }: Attachment) => ({
  id: encodeId('attachment', id),
  name,
  size: sizeBytes,
  mime,
})

const presentMessage = (message: Message, { timeZone }: Company) => ({
  id: encodeId('message', message.id),
  postedBy: message.author,
  isPostedByCustomer: message.byCustomer,
  message: message.html,
  postedAt: formatAtom(message.postedAt, timeZone),
  attachments: message.attachments.length === 0 ? null : message.attachments.map(presentAttachment),
})

export const presentTicketWithMessages = (ticket: TicketWithMessages, company: Company) => ({
  ...presentTicket(ticket, company),
  messages: ticket.messages.map((message) => presentMessage(message, company)),
})
