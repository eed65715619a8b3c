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
           case when m.locale = any(${[...locales]}::text[]) then m.locale else ${locale}::text end, m.params,
           ${ctx.sql.json((mail.attachments ?? []) as never)}::jsonb, ${mail.about.kind}::text, m.about_id, 'pending',
           ${ctx.now}::timestamptz
      from (select ${mail.to}::text as to_address, ${mail.locale}::text as locale, ${mail.about.id}::uuid as about_id,
                   ${ctx.sql.json(mail.params as never)}::jsonb || ${mail.paramsOfRow ?? ctx.sql`'{}'::jsonb`} as params
                   ${from}) m
     where m.to_address <> ''
    returning id, ${addSendMailJob(ctx.sql, ctx.now)} as job`
}

/**
 * Adds the job for the row at hand (columns company_id and id). A queue of its own per mail: no two attempts at one mail
 * run at once.
 */
export const addSendMailJob = (sql: Db | Tx, runAt: Date | Fragment) => sql`
  (graphile_worker.add_job(${SEND_MAIL}::text, json_build_object('companyId', company_id, 'mailId', id),
    queue_name := 'send-mail ' || id::text, job_key := 'send-mail ' || id::text,
    run_at := ${runAt}::timestamptz)).id`

/** The company's own address, as the `to` of a mail. */
export const companyAddress = (ctx: Ctx) =>
  ctx.sql`(select email from companies where company_id = ${ctx.company.companyId})`
