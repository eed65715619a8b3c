import type { Db } from '../../kernel/context.ts'
import { SANDBOX } from '../payments/provider.ts'
import { addFetchPayoutsJob } from './fetch-job.ts'

/** Banks pay out once a day; what could not be asked is asked again with the next round. */
const EVERY_HOURS = 20

/**
 * Adds the job for every company that takes payments and whose provider was not asked today. Answers how many. Unscoped by
 * purpose: it serves all of them.
 */
export async function planPayouts(sql: Db, now: Date, { sandbox }: { sandbox: boolean }): Promise<number> {
  const planned = await sql`
    select ${addFetchPayoutsJob(sql)}
      from companies c left join payout_looks l using (company_id)
     where (l.looked_at is null or l.failure in ('unavailable', 'rate_limited')
            or l.looked_at < ${now}::timestamptz - ${EVERY_HOURS} * interval '1 hour')
       and (exists (select from payment_connections k where k.company_id = c.company_id and k.disconnected_at is null)
            or (${sandbox} and exists (select from payments p where p.company_id = c.company_id and p.status = 'paid'
                                          and p.provider = ${SANDBOX})))`
  return planned.length
}
