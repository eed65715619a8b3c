import type { Ctx } from '../../kernel/context.ts'
import { actorName } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'

/** Everything that can happen. Webhooks, notification rounds and the audit trail read these rows. */
export type EventType =
  | 'company.created'
  | 'company.plan_changed'
  | 'api_key.created'
  | 'api_key.revoked'
  | 'partner.granted'
  | 'customer.created'
  | 'customer.changed'
  | 'customer.deleted'
  | 'customer_group.created'
  | 'customer_group.renamed'
  | 'customer_group.joined'
  | 'customer_group.left'
  | 'customer_group.deleted'
  | 'batch.created'
  | 'invoice.created'
  | 'invoice.paid'
  | 'invoice.chargeback'
  | 'invoice.refunded'
  | 'ticket.created'
  | 'ticket.customer_replied'
  | 'ticket.employee_replied'
  | 'ticket.closed'
  | 'ticket.assigned_to_support'
  | 'punch_card.created'
  | 'punch_card.sale_changed'
  | 'punch_card.issued'
  | 'punch_card.stamped'
  | 'subscription.created'
  | 'subscription.updated'
  | 'subscription.deleted'
  | 'subscription_package.created'
  | 'subscription_package.changed'
  | 'subscription_package.deleted'
  | 'sign_up.started'
  | 'sign_up.completed'
  | 'sign_up.expired'
  | 'subscription_payment.created'
  | 'subscription_payment.updated'
  | 'payment.created'
  | 'payment.changed'
  | 'payments.connected'
  | 'payments.disconnected'
  | 'payment_link.created'
  | 'payment_link.paid'
  | 'payment_link.expired'
  | 'payment_link.closed'
  | 'bookkeeping.connected'
  | 'bookkeeping.payment_registered'

/**
 * The head of an `insert into events`, to be completed with `from …`: a part of the statement that makes the change, so
 * that neither exists without the other. What follows `from` is one row with the columns company_id, id, before and
 * after (jsonb or null). `type` may be an SQL expression where it depends on what happened.
 */
export function insertEvent(ctx: Ctx, type: EventType) {
  return ctx.sql`
    insert into events (company_id, id, type, subject_id, actor, at, before, after)
    select company_id, ${newId()}::uuid, ${type}::text, id, ${actorName(ctx.actor)}::text, ${ctx.now}::timestamptz,
           before::jsonb, after::jsonb`
}
