import type { Fragment } from 'postgres'
import { locales, type Ctx, type Db, type Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { MailTemplate, NewMail } from './mail.ts'

/** The job that makes one attempt at a mail. Its payload names the row. */
export const SEND_MAIL = 'send-mail'

export interface SendMailJob {
  companyId: number
  mailId: string
}

/**
 * The insert of a mail and its job, to stand as a CTE in the statement of the change that causes it: `mail as
 * (${insertMail(ctx, {…}, ctx.sql`from invoice`)})`. It runs whether or not anything reads `mail`. `from` brings one row
 * or none, then there is no mail; without it there is one.
 */
export function insertMail<T extends MailTemplate>(ctx: Ctx, mail: NewMail<T>, from: Fragment = ctx.sql``) {
  const { companyId, locale } = ctx.company
  return ctx.sql`
    insert into mails (company_id, id, to_address, template, locale, params, attachments, about_kind, about_id, state,
                       created_at)
    select ${companyId}::integer, ${newId()}::uuid, m.to_address, ${mail.template}::text,
           case when m.locale = any(string_to_array(${locales.join(',')}::text, ',')) then m.locale else ${locale}::text end, m.params,
           ${JSON.stringify(mail.attachments ?? [])}::text::jsonb, ${mail.about.kind}::text, m.about_id, 'pending',
           ${ctx.now}::timestamptz
      from (select ${mail.to}::text as to_address, ${mail.locale}::text as locale, ${mail.about.id}::uuid as about_id,
                   ${JSON.stringify(mail.params)}::text::jsonb || ${mail.paramsOfRow ?? ctx.sql`'{}'::jsonb`} as params
                   ${from}) m
     where m.to_address <> ''
    returning id, ${addSendMailJob(ctx.sql, ctx.now)} as job`
}

/** After all other work: a mail server that is slow to answer keeps the workers that it has, and gets no more. */
const PRIORITY = 10

/** Adds the job for the row at hand (columns company_id and id): one at most waits for each mail. */
export const addSendMailJob = (sql: Db | Tx, runAt: Date | Fragment) => sql`
  (graphile_worker.add_job(${SEND_MAIL}::text, json_build_object('companyId', company_id, 'mailId', id),
    job_key := 'send-mail ' || id::text, run_at := ${runAt}::timestamptz, priority := ${PRIORITY}::smallint)).id`

/** The company's own address, as the `to` of a mail. */
export const companyAddress = (ctx: Ctx) =>
  ctx.sql`(select email from companies where company_id = ${ctx.company.companyId})`

/** The same job for `add_jobs`, which takes many at a tenth of the cost of each by itself. */
export const sendMailSpec = (sql: Db | Tx, runAt: Date) => sql`
  row(${SEND_MAIL}::text, json_build_object('companyId', company_id, 'mailId', id), null, ${runAt}::timestamptz, null,
      'send-mail ' || id::text, ${PRIORITY}::smallint, null)::graphile_worker.job_spec`
