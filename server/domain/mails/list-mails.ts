import type { Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { BounceKind } from './mail-report.ts'
import type { MailState, MailTemplate } from './mail.ts'

export interface MailListing {
  id: string
  company: string
  to: string
  template: MailTemplate
  state: MailState
  attempts: number
  lastError: string | null
  bounce: BounceKind | null
  complainedAt: Instant | null
  createdAt: Instant
  sentAt: Instant | null
}

/** Mail of all companies, newest first, without what it says. Unscoped: for the operator. */
export async function listMails(
  sql: Db,
  { state = null, limit }: { state?: MailState | null; limit: number },
): Promise<MailListing[]> {
  return sql<MailListing[]>`
    select m.id, c.name as company, m.to_address as "to", m.template, m.state, m.attempts, coalesce(m.last_error, m.bounce_reason) as "lastError",
           m.bounce_kind as bounce, m.complained_at as "complainedAt", m.created_at as "createdAt", m.sent_at as "sentAt"
      from mails m join companies c on c.company_id = m.company_id
     where ${state}::text is null or m.state = ${state}
     order by m.created_at desc, m.id desc limit ${limit}`
}
