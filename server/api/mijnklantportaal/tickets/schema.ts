import Type from 'typebox'
import { fileField } from '../../file-field.ts'
import { ref } from '../../openapi.ts'

export const ticketAttachment = Type.Object(
  {
    id: Type.String({ examples: ['tma_abc12345def678'] }),
    name: Type.String({ examples: ['Screenshot.png'] }),
    size: Type.Integer({ description: 'In bytes.', examples: [1256] }),
    mime: Type.String({ examples: ['image/png'] }),
  },
  { $id: 'TicketMessageAttachment', description: 'A file that came with a message.' },
)

export const ticketMessage = Type.Object(
  {
    id: Type.String({ description: 'Starts with `tim_`.', examples: ['tim_abc12345def678'] }),
    postedBy: Type.String({ description: 'Full name of who posted the message.', examples: ['John Doe'] }),
    isPostedByCustomer: Type.Boolean({ examples: [true] }),
    message: Type.String({ description: 'HTML.', examples: ['<p>We will look into it!</p>'] }),
    postedAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
    attachments: Type.Union([Type.Array(ref(ticketAttachment)), Type.Null()]),
  },
  { $id: 'TicketMessage', description: 'One message of a ticket.' },
)

const fields = {
  id: Type.String({ description: 'Starts with `tic_`.', examples: ['tic_abc12345def678'] }),
  customerId: Type.Union([Type.String(), Type.Null()], {
    description: 'The customer who asks, if known.',
    examples: ['cst_abc12345def678'],
  }),
  title: Type.String({ examples: ['Invoice issue'] }),
  source: Type.Enum(['portal', 'email', 'chat'], {
    description: 'Where the ticket came from.',
    examples: ['portal'],
  }),
  status: Type.Enum(['open', 'closed'], { examples: ['open'] }),
  createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
}

export const ticket = Type.Object(fields, { $id: 'Ticket', description: 'A question of a customer.' })

export const ticketWithMessages = Type.Object(
  { ...fields, messages: Type.Array(ref(ticketMessage), { description: 'Oldest first.' }) },
  { $id: 'TicketWithMessage', description: 'A question of a customer and what was said.' },
)

export const reply = Type.Object({
  message: Type.String({
    description: 'Plain text or HTML.',
    examples: ['<p>We will look into it!</p>'],
  }),
})

export const newAttachment = Type.Object({ attachment: fileField('The file to attach.') })

export const newTicket = Type.Object({
  customerId: Type.String({ description: 'Whom it is with.', examples: ['cst_abc12345def678'] }),
  title: Type.String({ minLength: 1, maxLength: 255, examples: ['Invoice issue'] }),
  message: Type.String({ description: 'Plain text or HTML.', examples: ['<p>Could you look into it?</p>'] }),
  isPostedByCustomer: Type.Optional(
    Type.Boolean({ description: 'The message is the customer’s; false if left out.', examples: [true] }),
  ),
})
