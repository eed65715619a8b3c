import type { Ctx, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { advanceSubscriptions } from './advance-subscriptions.ts'
import { insertSubscription, type NewSubscription } from './create-subscription.ts'
import { invoiceTerm, takeInvoiceNumbers } from './invoice-term.ts'

/**
 * Begins a subscription whose first term is paid: that term is billed at once, and the caller puts the money on its
 * invoice. Throws `forbidden`.
 */
export async function beginPaidSubscription(
  ctx: Ctx & { sql: Tx },
  input: NewSubscription,
): Promise<{ subscriptionId: string; invoiceId: string }> {
  allow(ctx.actor, 'subscription:write')
  const subscription = await insertSubscription(ctx, input, ctx.sql`interval '0'`)
  if (!subscription) throw new Error('the customer of a paid subscription is gone')
  const { id, startsOn, renewsOn, amountCents } = subscription
  const [number] = await takeInvoiceNumbers(ctx, [startsOn])
  const invoice = await invoiceTerm(ctx, { ...subscription, endsOn: renewsOn }, number!)
  await advanceSubscriptions(ctx, [
    { id, periodId: newId(), startsOn, endsOn: renewsOn, amountCents, invoiceId: invoice.id, charge: false },
  ])
  return { subscriptionId: id, invoiceId: invoice.id }
}
