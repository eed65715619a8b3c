import type { EventType } from '../events/event.ts'

/**
 * What webhooks can be made for, as MijnKlantportaal documents it (the reference, section 4), and which of our events
 * that is.
 */
export const webhookTypes = {
  'appointment-created': 'appointment.created',
  'appointment-canceled': 'appointment.canceled',
  'customer-created': 'customer.created',
  'customer-deleted': 'customer.deleted',
  'offer-created': 'offer.created',
  'offer-deleted': 'offer.deleted',
  'offer-accepted': 'offer.accepted',
  'offer-rejected': 'offer.rejected',
  'invoice-created': 'invoice.created',
  'invoice-chargeback': 'invoice.chargeback',
  'invoice-paid': 'invoice.paid',
  'invoice-deleted': 'invoice.deleted',
  'payment-link-created': 'payment_link.created',
  'payment-link-expired': 'payment_link.expired',
  'payment-link-paid': 'payment_link.paid',
  'ticket-created': 'ticket.created',
  'ticket-reply-customer': 'ticket.customer_replied',
  'ticket-reply-employee': 'ticket.employee_replied',
  'subscription-created': 'subscription.created',
  'subscription-updated': 'subscription.updated',
  'subscription-deleted': 'subscription.deleted',
  'subscription-payment-created': 'subscription_payment.created',
  'subscription-payment-updated': 'subscription_payment.updated',
} as const satisfies Record<string, EventType>

export type WebhookType = keyof typeof webhookTypes

/** The events that webhooks tell of. */
export type WebhookEventType = (typeof webhookTypes)[WebhookType]

export const webhookTypeNames = Object.keys(webhookTypes) as WebhookType[]
