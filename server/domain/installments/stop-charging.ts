import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { insertEvent } from '../events/event.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'

/**
 * From now on the payer is mailed a link for each installment; a charge that was ordered goes on. Throws `not_found`,
 * `conflict` (no plan is running). Saying it again changes nothing.
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function stopCharging(ctx: Ctx, { id, token }: { id: string; token: string }): Promise<void> {
  await getPublicInvoice(ctx, id, token)
  await atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const { companyId } = tx.company
    const [plan] = await tx.sql<{ id: string }[]>`
      select id from installment_plans
       where company_id = ${companyId} and invoice_id = ${id} and state = 'running'`
    if (!plan) throw conflict('plan_not_running', 'No plan is running.')
    await tx.sql`
      with plan as (
        update installment_plans set automatic = false
         where company_id = ${companyId} and id = ${plan.id} and automatic
        returning company_id, invoice_id as id, jsonb_build_object('automatic', true) as before,
                  jsonb_build_object('planId', id, 'automatic', false) as after
      ) ${insertEvent(tx, 'plan.changed')} from plan`
  })
}
