import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { pageObject } from '../paging.ts'

const fields = {
  ticket_id: Type.String({ examples: ['af57e1b0a7aa4f07a8ce8f6d4ba1d1f0f2a1c7d3'] }),
  message: Type.String({ examples: ['Please pay before the 30th'] }),
  sender: Type.Enum(['CUSTOMER', 'COMPANY'], { examples: ['COMPANY'] }),
  date: Type.String({ description: 'ISO 8601.', examples: ['2017-05-16T08:57:02Z'] }),
}

export const ticket = Type.Object(fields, { $id: 'Ticket', description: 'One message about an invoice.' })

export const ticketOfInvoice = Type.Object(
  { invoice_id: Type.String({ examples: ['47417520982b90764d0067d529691934e6ec3a42'] }), ...fields },
  { $id: 'CompanyTicket', description: 'One message, and the invoice it is about.' },
)

export const ticketList = Type.Object({ tickets: Type.Array(ref(ticket), { description: 'Oldest first.' }) })

export const companyTicketList = Type.Object({
  tickets: Type.Array(ref(ticketOfInvoice), { description: 'Oldest first.' }),
  page: ref(pageObject),
})

export const newTicket = Type.Object({ message: Type.String({ examples: ['Please pay before the 30th'] }) })
