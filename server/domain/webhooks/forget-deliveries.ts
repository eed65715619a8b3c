import type { Db } from '../../kernel/context.ts'

const KEEP_DAYS = 30
const AT_ONCE = 5000

/** Forgets what was delivered or given up a month ago: the events stay. Returns whether there is more to forget. */
export async function forgetDeliveries(sql: Db): Promise<boolean> {
  const gone = await sql`
    delete from webhook_deliveries where (company_id, id) in (
      select company_id, id from webhook_deliveries
       where state <> 'pending' and created_at < now() - make_interval(days => ${KEEP_DAYS}::integer) limit ${AT_ONCE})`
  return gone.count === AT_ONCE
}
