import Type, { type Static } from 'typebox'
import { ref } from '../../openapi.ts'
import { attachments } from '../public-invoices/attachments.ts'
import { attachment } from '../public-invoices/schema.ts'

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const instant = Type.String({ description: 'ATOM.', examples: ['2026-04-29T21:00:00+02:00'] })
const day = Type.String({ description: 'YYYY-mm-dd', examples: ['2026-04-29'] })
const amount = Type.String({ examples: ['12.95'] })

export const myInvoice = Type.Object(
  {
    id: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    invoiceNumber: Type.String(),
    recipient: Type.String({ description: 'Whom it is made out to.' }),
    issuedAt: day,
    dueAt: nullable('YYYY-mm-dd'),
    currency: Type.String({ examples: ['EUR'] }),
    amount,
    outstanding: amount,
    state: Type.Enum(['open', 'overdue', 'in_installments', 'paid', 'retracted']),
  },
  { $id: 'MyInvoice', description: 'An invoice of one’s own in a list.' },
)

export const myPayment = Type.Object(
  {
    id: Type.String({ examples: ['lin_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    kind: Type.Enum(['payment', 'chargeback', 'refund']),
    amount: Type.String({ description: 'The kind says which way.', examples: ['12.95'] }),
    currency: Type.String({ examples: ['EUR'] }),
    method: nullable('How it was paid.'),
    occurredAt: instant,
    invoiceId: Type.String(),
    invoiceNumber: Type.String(),
  },
  { $id: 'MyPayment', description: 'Money that moved for an invoice of one’s own.' },
)

export const myOffer = Type.Object(
  {
    id: Type.String({ examples: ['off_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    offerNumber: Type.String(),
    issuedAt: day,
    expiresAt: day,
    currency: Type.String({ examples: ['EUR'] }),
    amount,
    state: Type.Enum(['open', 'accepted', 'rejected', 'expired']),
  },
  { $id: 'MyOffer', description: 'An offer to oneself in a list.' },
)

export const myAgreement = Type.Object(
  {
    id: Type.String({ examples: ['ags_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String(),
    signer: Type.String({ description: 'Who was invited to sign.' }),
    state: Type.Enum(['to_sign', 'signed', 'sealed']),
    signedAt: nullable('ATOM.'),
    createdAt: instant,
    href: Type.String({ description: 'Of the page to read and sign it at.' }),
  },
  { $id: 'MyAgreement', description: 'An agreement that one was invited to sign.' },
)

export const myAppointment = Type.Object(
  {
    id: Type.String({ examples: ['apt_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String(),
    attendee: Type.String(),
    startsAt: instant,
    endsAt: instant,
    status: Type.Enum(['pending', 'scheduled', 'canceled']),
    onlineMeetingLink: nullable(''),
  },
  { $id: 'MyAppointment', description: 'An appointment of one’s own.' },
)

export const mySubscription = Type.Object(
  {
    id: Type.String({ examples: ['sub_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    description: Type.String(),
    status: Type.Enum(['planned', 'in_progress', 'terminated', 'ended']),
    startsAt: day,
    renewsAt: nullable('YYYY-mm-dd; null where it does not any more.'),
    every: Type.Enum(['14 days', '1 month', '2 months', '6 months', '1 year']),
    amount: Type.String({ description: 'Of one term, VAT included.', examples: ['12.95'] }),
    currency: Type.String({ examples: ['EUR'] }),
  },
  { $id: 'MySubscription', description: 'A subscription of one’s own.' },
)

export const myPunchCard = Type.Object(
  {
    id: Type.String({ examples: ['pcb_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String(),
    description: nullable(''),
    punches: Type.Integer({ description: 'Of a whole card.' }),
    punchesLeft: Type.Integer(),
    punchLabel: Type.String({ examples: ['lessons'] }),
    expiresAt: nullable('ATOM; null: never.'),
    issuedAt: instant,
    status: Type.Enum(['active', 'expired', 'fully_used']),
  },
  { $id: 'MyPunchCard', description: 'A punch card of one’s own.' },
)

export const myFileShare = Type.Object(
  {
    id: Type.String({ examples: ['fss_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    names: Type.Array(Type.String(), { description: 'Of what was put in it.' }),
    createdAt: instant,
  },
  { $id: 'MyFileShare', description: 'Files that were shared with one.' },
)

export const myFileRequest = Type.Object(
  {
    id: Type.String({ examples: ['frq_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    names: Type.Array(Type.String(), { description: 'Of the files that are asked for.' }),
    missing: Type.Integer({ description: 'How many of them are not there yet.' }),
    completedAt: nullable('ATOM; when all that is required was there.'),
    createdAt: instant,
  },
  { $id: 'MyFileRequest', description: 'Files that one is asked for.' },
)

export const myConversation = Type.Object(
  {
    id: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    title: Type.String(),
    state: Type.Enum(['unanswered', 'answered', 'archived']),
    invoiceId: nullable('The invoice that it is about.'),
    lastMessageAt: instant,
    lastText: Type.String({ description: 'The beginning of what was said last.' }),
    lastFrom: Type.Enum(['customer', 'company']),
  },
  { $id: 'MyConversation', description: 'A conversation of one’s own in a list.' },
)

export const myMessage = Type.Object(
  {
    id: Type.String({ examples: ['tim_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    from: Type.Enum(['customer', 'company']),
    author: Type.String(),
    html: Type.String({ description: 'Sanitised.' }),
    postedAt: instant,
    attachments: Type.Array(ref(attachment)),
  },
  { $id: 'MyMessage', description: 'What was said.' },
)

export const myConversationDetails = Type.Object(
  {
    id: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    title: Type.String(),
    state: Type.Enum(['unanswered', 'answered', 'archived']),
    invoiceId: nullable('The invoice that it is about.'),
    messages: Type.Array(ref(myMessage), { description: 'Oldest first.' }),
  },
  { $id: 'MyConversationDetails', description: 'A conversation of one’s own.' },
)

const said = Type.String({ description: 'Plain text.', examples: ['When does the season begin?'] })
export const myQuestion = Type.Object({
  customerId: Type.String({
    description: 'Who asks: one of one’s own.',
    examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'],
  }),
  title: Type.String({ minLength: 1, maxLength: 200, examples: ['The new season'] }),
  message: said,
  attachments,
})
export const myWord = Type.Object({ message: said, attachments })

export const myTitled = Type.Object({ id: Type.String(), title: Type.String() }, { $id: 'MyTitled' })
export const myTitledList = Type.Object({ data: Type.Array(ref(myTitled)) })

export const myPage = Type.Object(
  {
    title: Type.String(),
    blocks: Type.Array(Type.String({ description: 'Sanitised HTML.' })),
    incomplete: Type.Boolean({ description: 'A part could not be made at the moment.' }),
  },
  { $id: 'MyPage', description: 'A page of the company’s, as this customer sees it.' },
)

const formValues = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
)
export const myForm = Type.Object(
  {
    id: Type.String({ examples: ['frm_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    title: Type.String(),
    fields: Type.Array(
      Type.Object({
        name: Type.String(),
        label: Type.String(),
        type: Type.Enum(['text', 'number', 'checkbox', 'date', 'choice']),
        required: Type.Boolean(),
        options: Type.Array(Type.String()),
      }),
    ),
    values: formValues,
  },
  { $id: 'MyForm', description: 'A form of the company’s, with what is known already.' },
)
export const myAnswers = Type.Object({
  values: Type.Unsafe<Static<typeof formValues>>({ ...formValues, examples: [{ name: 'John Doe' }] }),
})
