import type { Db } from '../../kernel/context.ts'
import { addSendMailJob } from './insert-mail.ts'

/** Tries mail again that has failed: one, or all of it. Returns how many. Unscoped: for the operator. */
export async function retryMails(sql: Db, now: Date, id?: string): Promise<number> {
  const jobs = await sql`
    with again as (
      update mails set state = 'pending', attempts = 0, bounced_at = null, bounce_kind = null,
                       bounce_reason = null
       where state = 'failed' and (${id ?? null}::uuid is null or id = ${id ?? null})
      returning company_id, id
    )
    select ${addSendMailJob(sql, now)} as job from again`
  return jobs.length
}
