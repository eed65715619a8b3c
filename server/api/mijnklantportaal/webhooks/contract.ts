import type { TSchema } from 'typebox'
import { getAppointment } from '../../../domain/appointments/get-appointment.ts'
import { findCustomer } from '../../../domain/customers/get-customer.ts'
import type { EventType } from '../../../domain/events/event.ts'
import { findDeletedState } from '../../../domain/events/find-deleted-state.ts'
import { findInvoice } from '../../../domain/invoices/get-invoice.ts'
import { findOffer } from '../../../domain/offers/get-offer.ts'
import { findPaymentLink } from '../../../domain/payment-links/get-payment-link.ts'
import { findSubscription } from '../../../domain/subscriptions/get-subscription.ts'
import { findSubscriptionPayment } from '../../../domain/subscriptions/list-subscription-payments.ts'
import { getTicket } from '../../../domain/tickets/get-ticket.ts'
import type { Claimed } from '../../../domain/webhooks/claim-deliveries.ts'
import type { WebhookContract } from '../../../domain/webhooks/deliver.ts'
import {
  webhookTypes,
  type WebhookEventType,
  type WebhookType,
} from '../../../domain/webhooks/webhook-type.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { BalieError } from '../../../kernel/errors.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { presentAppointment } from '../appointments/present.ts'
import { appointment } from '../appointments/schema.ts'
import { presentCustomer } from '../customers/present.ts'
import { customer } from '../customers/schema.ts'
import { encodeId } from '../ids.ts'
import { presentInvoice } from '../invoices/present.ts'
import { customerInvoice } from '../invoices/schema.ts'
import { presentOffer } from '../offers/present.ts'
import { customerOffer } from '../offers/schema.ts'
import { presentPaymentLink } from '../payment-links/present.ts'
import { paymentLink } from '../payment-links/schema.ts'
import { presentSubscription, presentSubscriptionPayment } from '../subscriptions/present.ts'
import { customerSubscription, subscriptionPayment } from '../subscriptions/schema.ts'
import { presentTicketWithMessages } from '../tickets/present.ts'
import { ticketAttachment, ticketMessage, ticketWithMessages } from '../tickets/schema.ts'
import { exampleOf } from './example.ts'

/** What an event is about: how to find it, how `/v1` shows it, and an example of that. */
interface Subject {
  kind: Parameters<typeof encodeId>[0]
  find(ctx: Ctx, id: string): Promise<unknown>
  present(row: unknown, ctx: Ctx, publicUrl: string): object
  example(): unknown
}

/** `find` may also be a verb that throws when there is none. `schemas`: of the answer, and those it refers to. */
const subject = <Row>(
  kind: Subject['kind'],
  find: (ctx: Ctx, id: string) => Promise<Row | undefined>,
  present: (row: Row, ctx: Ctx, publicUrl: string) => object,
  ...schemas: [TSchema, ...TSchema[]]
): Subject => ({
  kind,
  find: (ctx, id) =>
    find(ctx, id).catch((error: unknown) => {
      if (error instanceof BalieError && error.code === 'not_found') return undefined
      throw error
    }),
  present: (row, ctx, publicUrl) => present(row as Row, ctx, publicUrl),
  example: () => exampleOf(schemas[0], schemas),
})

type SubjectOf<Type> = Type extends `${infer Name}.${string}` ? Name : never

/**
 * One line for each thing that webhooks tell of. An event that is documented for webhooks and that the product knows
 * (`EventType`), but whose subject has no line here, does not compile.
 */
const subjects = {
  appointment: subject(
    'appointment',
    getAppointment,
    (row, { company }) => presentAppointment(row, company),
    appointment,
  ),
  customer: subject('customer', findCustomer, (row, { company }) => presentCustomer(row, company), customer),
  invoice: subject(
    'invoice',
    findInvoice,
    (row, { company }, publicUrl) => presentInvoice(row, company, publicUrl),
    customerInvoice,
  ),
  offer: subject(
    'offer',
    findOffer,
    (row, { company }, publicUrl) => presentOffer(row, company, publicUrl),
    customerOffer,
  ),
  payment_link: subject(
    'paymentLink',
    findPaymentLink,
    (row, { company }, publicUrl) => presentPaymentLink(row, company, publicUrl),
    paymentLink,
  ),
  subscription: subject('subscription', findSubscription, presentSubscription, customerSubscription),
  subscription_payment: subject(
    'subscriptionPayment',
    findSubscriptionPayment,
    presentSubscriptionPayment,
    subscriptionPayment,
  ),
  ticket: subject(
    'ticket',
    getTicket,
    (row, { company }) => presentTicketWithMessages(row, company),
    ticketWithMessages,
    ticketMessage,
    ticketAttachment,
  ),
} satisfies Record<SubjectOf<Extract<EventType, WebhookEventType>>, Subject>

const subjectOf = (eventType: string): Subject | undefined =>
  (subjects as Record<string, Subject>)[eventType.split('.')[0]!]

/** Whether there is something to tell with this type: its part of the product is there. */
export const isTold = (type: WebhookType): boolean => subjectOf(webhookTypes[type]) !== undefined

/** The thing of an event as `/v1` shows it now; as it was, once it is gone. */
async function dataOf(ctx: Ctx, { event, webhook }: Claimed, publicUrl: string): Promise<unknown> {
  if (event.type === 'webhook.tested') return subjectOf(webhookTypes[webhook.type])?.example() ?? null
  const about = subjectOf(event.type)
  if (!about) throw new Error(`nothing is known of ${event.type}`)
  const row = event.type.endsWith('.deleted')
    ? event.before
    : ((await about.find(ctx, event.subjectId)) ?? (await findDeletedState(ctx, event.subjectId)))
  return row ? about.present(row, ctx, publicUrl) : { id: encodeId(about.kind, event.subjectId) }
}

/** The webhooks of `/v1`: what they send, and what they call it. */
export const webhookContract = (publicUrl: () => string): WebhookContract => ({
  eventId: ({ event }) => encodeId('event', event.id),
  webhookId: ({ webhook }) => encodeId('webhook', webhook.id),
  compose: async (ctx, claimed) => ({
    id: encodeId('event', claimed.event.id),
    type: claimed.webhook.type,
    timestamp: formatAtom(claimed.event.at, ctx.company.timeZone),
    webhookId: encodeId('webhook', claimed.webhook.id),
    ...(claimed.event.type === 'webhook.tested' ? { test: true } : {}),
    data: await dataOf(ctx, claimed, publicUrl()),
  }),
})
