import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { insertEvent } from '../events/event.ts'
import { creditFees } from '../invoices/credit-fees.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { centsAtBank } from '../payments/at-bank.ts'
import { plansOf } from './find-plan.ts'

/**
 * Gives up a plan of which nothing was paid yet: its fees are credited, and the whole can be paid, or another plan chosen.
 * Throws `not_found`, `conflict` (there is none, money has moved, a payment is at the bank).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function withdrawPlan(ctx: Ctx, { id, token }: { id: string; token: string }): Promise<void> {
  await getPublicInvoice(ctx, id, token)
  await atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const plan = (await plansOf(tx, id)).find(({ state }) => state === 'running')
    if (!plan) throw conflict('plan_not_running', 'No plan is running.')
    if (plan.installments.some(({ state }) => state !== 'planned' && state !== 'due'))
      throw conflict('plan_under_way', 'The plan is under way: part of it was paid, or tried.')
    if ((await centsAtBank(tx, id)) > 0)
      throw conflict('payment_pending', 'A payment is being processed by the bank.')
    await tx.sql`
      with plan as (
        update installment_plans set state = 'withdrawn', ended_at = ${tx.now}::timestamptz
         where company_id = ${tx.company.companyId} and id = ${plan.id} and state = 'running'
        returning company_id, id, invoice_id
      ), part as (
        update installments i set state = 'canceled', ended_at = ${tx.now}::timestamptz
          from plan p where i.company_id = p.company_id and i.plan_id = p.id and i.state in ('planned', 'due')
      ) ${insertEvent(tx, 'plan.withdrawn')} from (
        select company_id, invoice_id as id, jsonb_build_object('planId', id) as before, null as after from plan) withdrawn`
    const feesCents = plan.installments.reduce((sum, { feeCents }) => sum + feeCents, 0)
    await creditFees(tx, id, [
      { subtype: 'installment_fee', cents: feesCents },
      { subtype: 'surcharge', cents: plan.surchargeCents },
    ])
  })
}
