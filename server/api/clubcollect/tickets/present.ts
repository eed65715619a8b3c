import { formatUtc, type Instant } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

interface Message {
  id: string
  text: string
  byCustomer: boolean
  postedAt: Instant
}

export const presentTicket = (message: Message, companyId: number) => ({
  ticket_id: encodeId(companyId, message.id),
  message: message.text,
  sender: message.byCustomer ? ('CUSTOMER' as const) : ('COMPANY' as const),
  date: formatUtc(message.postedAt),
})

export const presentCompanyTicket = (message: Message & { invoiceId: string }, companyId: number) => ({
  invoice_id: encodeId(companyId, message.invoiceId),
  ...presentTicket(message, companyId),
})
