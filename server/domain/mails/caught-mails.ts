import type { Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MailTemplate } from './mail.ts'

/** A mail that was kept instead of sent. `caught` is what `Delivery` made of it. */
export interface CaughtMail {
  id: string
  company: string
  template: MailTemplate
  sentAt: Instant
  caught: Record<string, unknown>
}

/**
 * The last mails that were caught, of all companies, newest first. Unscoped: there is a route to them only where
 * mail is caught (MAIL_CATCH).
 */
export async function listCaughtMails(sql: Db, limit: number, id?: string): Promise<CaughtMail[]> {
  return sql<CaughtMail[]>`
    select m.id, c.name as company, m.template, m.sent_at as "sentAt", m.caught
      from mails m join companies c on c.company_id = m.company_id
     where m.caught is not null and (${id ?? null}::uuid is null or m.id = ${id ?? null})
     order by m.created_at desc, m.id desc limit ${limit}`
}
