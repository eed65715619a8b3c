import Type from 'typebox'
import { problemCodes } from '../../../domain/collection/problems.ts'
import { steps } from '../../../domain/collection/schedule.ts'
import { locales } from '../../../kernel/context.ts'
import { instant } from '../sessions/schema.ts'
import { amount, optionalInstant } from './schema.ts'

const sum = (description: string) =>
  Type.Object({ count: Type.Integer({ examples: [3] }), amount: amount('With the fees.') }, { description })
const step = Type.Enum([...steps], { examples: ['reminder1'] })

export const dryRun = Type.Object(
  {
    invoices: Type.Integer({ examples: [3] }),
    currency: Type.String({ examples: ['EUR'] }),
    open: sum('With something to pay.'),
    settled: Type.Integer({ description: 'Of which nothing is to be paid: nobody is written to.' }),
    held: Type.Integer({ description: 'A question waits for its answer, or a payment is under way.' }),
    unreachable: Type.Integer({ description: 'Whose customer no message would reach.' }),
    minutes: Type.Integer({ description: 'How long the first messages take to leave.' }),
    steps: Type.Array(
      Type.Object({
        step,
        at: instant,
        reached: sum('Invoices whose customer is told, by whatever channel.'),
        unreached: Type.Integer({ description: 'Open ones that this step has no way to tell of.' }),
        email: sum(''),
        sms: sum(''),
        letter: sum(''),
        lateFees: sum('Fees for paying late that come with it.'),
      }),
      { description: 'In order, as if nobody paid.' },
    ),
    problems: Type.Array(
      Type.Object({
        code: Type.Enum([...problemCodes]),
        blocks: Type.Boolean({ description: 'It cannot be transmitted like this.' }),
        count: Type.Integer({ description: 'Invoices that it is about; 0: it is about all.' }),
      }),
    ),
    unreachableInvoices: Type.Array(
      Type.Object({
        invoiceId: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        invoiceNumber: Type.String(),
        recipient: Type.String(),
        lacks: Type.Array(Type.Enum(['email', 'phone', 'address']), { description: 'What is not known.' }),
      }),
      { description: 'At most 100 of them.' },
    ),
  },
  { $id: 'DryRun', description: 'What transmitting would do, if nobody paid.' },
)

export const messagePreview = Type.Object(
  {
    invoiceId: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    invoiceNumber: Type.String(),
    recipient: Type.String(),
    locale: Type.Enum([...locales], { description: 'The language that the messages are in.' }),
    messages: Type.Array(
      Type.Object({
        step,
        at: optionalInstant('ATOM; null: when money is taken back, or somebody gives final notice.'),
        amount: amount('What it asks.'),
        email: Type.Union([
          Type.Object({
            to: Type.String(),
            subject: Type.String(),
            text: Type.String(),
            html: Type.String(),
          }),
          Type.Null(),
        ]),
        sms: Type.Union([
          Type.Object({
            to: Type.String(),
            text: Type.String(),
            segments: Type.Integer({ description: 'Parts that it is sent and paid as.' }),
          }),
          Type.Null(),
        ]),
        letter: Type.Union([
          Type.Object({ to: Type.Array(Type.String(), { description: 'The lines of the address.' }) }),
          Type.Null(),
        ]),
      }),
      { description: 'Null where nothing goes by that channel.' },
    ),
  },
  { $id: 'MessagePreview', description: 'Every message of the flow, as one customer would get it.' },
)
