import type { components } from '../../client/v1.generated.ts'

export type Webhook = components['schemas']['Webhook']
export type Delivery = components['schemas']['WebhookDelivery']

/** What a webhook can tell of, as `/v1` names it. */
export const webhookTypes = [
  'invoice-created',
  'invoice-paid',
  'invoice-chargeback',
  'invoice-deleted',
  'ticket-created',
  'ticket-reply-customer',
  'ticket-reply-employee',
  'customer-created',
  'customer-deleted',
  'offer-created',
  'offer-accepted',
  'offer-rejected',
  'offer-deleted',
  'appointment-created',
  'appointment-canceled',
  'payment-link-created',
  'payment-link-paid',
  'payment-link-expired',
  'subscription-created',
  'subscription-updated',
  'subscription-deleted',
  'subscription-payment-created',
  'subscription-payment-updated',
] as const satisfies Webhook['type'][]
