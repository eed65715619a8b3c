import type { Ctx, Tx } from '../../kernel/context.ts'
import { addSendMailJob } from './insert-mail.ts'
import type { MailParams, MailTemplate } from './mail.ts'

/** One of many mails. The id is the caller's, which knows its mail again by it. */
export interface PreparedMail<T extends MailTemplate> {
  id: string
  to: string
  locale: string
  template: T
  params: MailParams[T]
  about: { kind: string; id: string }
}

/** Queues many mails and their jobs in one statement; in the transaction of the change that causes them. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what they change
export async function insertMails<T extends MailTemplate>(
  ctx: Ctx & { sql: Tx },
  mails: PreparedMail<T>[],
): Promise<void> {
  if (mails.length === 0) return
  const { sql } = ctx
  const rows = mails.map(({ id, to, locale, template, params, about }) => ({
    id,
    to_address: to,
    locale,
    template,
    params,
    about_kind: about.kind,
    about_id: about.id,
  }))
  await sql`
    with mail as (
      insert into mails (company_id, id, to_address, template, locale, params, about_kind, about_id, state, created_at)
      select ${ctx.company.companyId}::integer, m.id, m.to_address, m.template, m.locale, m.params, m.about_kind, m.about_id,
             'pending', ${ctx.now}::timestamptz
        from jsonb_to_recordset(${sql.json(rows as never)}::jsonb)
          as m (id uuid, to_address text, template text, locale text, params jsonb, about_kind text, about_id uuid)
      returning company_id, id
    )
    select count(${addSendMailJob(sql, ctx.now)}) from mail`
}
