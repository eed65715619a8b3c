import { conflict } from '../../kernel/errors.ts'
import type { PaymentSubject, TxCtx } from './payment.ts'

/** A checkout without an end of its own counts for so long, and one that is being opened. */
const OPEN_MINUTES = 60

/**
 * Throws `conflict` while somebody may be paying this: money is at the bank, or a checkout is open that has not expired. A
 * checkout that nobody came back from does not stand in the way for ever. The caller holds the lock on the subject's row,
 * under which payments begin.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function refuseWhileUnderWay(ctx: TxCtx, subject: PaymentSubject): Promise<void> {
  const [underWay] = await ctx.sql`
    select 1 from payments
     where company_id = ${ctx.company.companyId} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
       and (status in ('pending', 'authorized')
            or status in ('created', 'open')
               and coalesce(expires_at, created_at + make_interval(mins => ${OPEN_MINUTES}::integer)) > ${ctx.now}::timestamptz)
     limit 1`
  if (underWay) throw conflict('payment_in_progress', 'A payment of the invoice is under way.')
}
