import type { Db } from '../../kernel/context.ts'
import type { Storage } from '../../kernel/storage.ts'
import { attachFiles, filesOfMail, type AnswerFile } from './attach-files.ts'
import { MailError, type Delivery } from './delivery.ts'
import { addSendMailJob, type SendMailJob } from './insert-mail.ts'
import type { DueMail } from './mail.ts'

/** The outcome of one attempt. `later`: another one is planned; `gone`: there is nothing to do (any more). */
export type SendAttempt = 'sent' | 'failed' | 'later' | 'gone'

export interface SendMailDeps {
  sql: Db
  now: Date
  delivery: Delivery
  /** Where the files of an answer are. */
  storage: Pick<Storage, 'get'>
}

/** Longer than an attempt may take: then whoever made it is dead. */
const LEASE_SECONDS = 300

/** Between the attempts: soon at first, a day in all. */
export const GAPS_SECONDS = [30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, 28_800]

/**
 * One attempt at a mail. It is leased first, in the statement that counts the attempt, so that two workers that hold it
 * do not both send it. A mail server that took it and an answer that was lost make another attempt under the same
 * Message-ID: rather twice than never.
 */
export async function sendMail(
  { sql, now, delivery, storage }: SendMailDeps,
  { companyId, mailId }: SendMailJob,
): Promise<SendAttempt> {
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1000)
  const [mail] = await sql<(Omit<DueMail, 'online'> & { attempts: number; files: AnswerFile[] })[]>`
    update mails m
       set attempts = m.attempts + 1, leased_until = ${lease},
           message_id = coalesce(m.message_id, '<' || m.id || '.' || m.company_id || '@' || ${delivery.domain}::text || '>')
      from companies c
     where m.company_id = ${companyId} and m.id = ${mailId} and m.state = 'pending'
       and (m.leased_until is null or m.leased_until <= ${now}) and c.company_id = m.company_id
    returning m.id, m.company_id as "companyId", m.to_address as "to", m.template, m.locale, m.params, m.attachments, m.message_id as "messageId",
              m.attempts, ${filesOfMail(sql)} as files, json_build_object('id', c.id, 'look', c.look, 'name', c.name, 'email', c.email, 'timeZone', c.time_zone) as company`
  if (!mail) {
    const waiting = await sql`
      select ${addSendMailJob(sql, sql`greatest(leased_until, clock_timestamp() + interval '1 second')`)} as job
        from mails
       where company_id = ${companyId} and id = ${mailId} and state = 'pending' and leased_until is not null`
    return waiting.length > 0 ? 'later' : 'gone'
  }
  try {
    const { files, ...rest } = mail
    const { attachments, online } = await attachFiles(storage, companyId, files)
    const whole = { ...rest, attachments: [...rest.attachments, ...attachments], online }
    const { caught } = await delivery.deliver(whole)
    await sql`
      update mails set state = 'sent', sent_at = ${now}, last_error = null, leased_until = null,
                       caught = ${caught === undefined ? null : sql.json(caught as never)}
       where company_id = ${companyId} and id = ${mailId} and state = 'pending'`
    return 'sent'
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    const gap = error.permanent ? undefined : GAPS_SECONDS[mail.attempts - 1]
    await sql`
      with attempt as (
        update mails set state = ${gap === undefined ? 'failed' : 'pending'}, last_error = ${error.message},
                         leased_until = null, bounced_at = ${error.ofAddress ? now : null},
                         bounce_kind = ${error.ofAddress ? 'permanent' : null},
                         bounce_reason = ${error.ofAddress ? error.message : null}
         where company_id = ${companyId} and id = ${mailId} and state = 'pending'
        returning company_id, id, state
      )
      select ${addSendMailJob(sql, new Date(now.getTime() + (gap ?? 0) * 1000))} as job
        from attempt where state = 'pending'`
    return gap === undefined ? 'failed' : 'later'
  }
}
