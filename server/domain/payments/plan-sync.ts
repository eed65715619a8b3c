import type { Ctx } from '../../kernel/context.ts'
import { isOver, type PaymentStatus } from './payment.ts'
import { addSyncPaymentJob } from './sync-job.ts'

/** Gives up on a payment that its provider has not told anything of for so many looks: two weeks of them. */
const MAX_LOOKS = 50

/**
 * Plans another look after one that brought no answer, ever later: from half a minute to six hours. A charge that was
 * refused, and so failed, is not looked at again.
 */
// oxlint-disable-next-line house/ask-permission -- a job's own
export async function planSync(ctx: Ctx, id: string): Promise<void> {
  const [payment] = await ctx.sql<{ failedLooks: number; status: PaymentStatus }[]>`
    update payments set failed_looks = failed_looks + 1 where company_id = ${ctx.company.companyId} and id = ${id}
    returning failed_looks as "failedLooks", status`
  if (!payment || payment.failedLooks > MAX_LOOKS || (isOver(payment.status) && payment.status !== 'paid'))
    return
  const seconds = Math.min(30 * 2 ** Math.min(payment.failedLooks - 1, 12), 6 * 3600)
  await ctx.sql`
    with job as (
      select ${addSyncPaymentJob(ctx.sql, new Date(ctx.now.getTime() + seconds * 1000))}
        from payments where company_id = ${ctx.company.companyId} and id = ${id}
    )
    select count(*) from job`
}
