import type { Ctx, Db } from '../../kernel/context.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import {
  bounceKind,
  envelopeId,
  mailNamed,
  type BounceKind,
  type MailReport,
  type ReportedRecipient,
} from './mail-report.ts'

/**
 * `recorded`: it stands with the mail now; `known`: it did already, or something graver does; `nothing`: nothing came back,
 * it is only late; `unmatched`: it is about no mail of ours.
 */
export type ReportOutcome = 'recorded' | 'known' | 'nothing' | 'unmatched'

interface ReportedMail {
  companyId: number
  id: string
  to: string
  messageId: string
}

const MAX_NAMES = 10

/**
 * Notes a report with the mail that it names, once: that it came back, for good or not, or that its reader calls it spam. A
 * mail is found by its own Message-ID or envelope id, which say whose it is, and whoever was not written to says nothing of the
 * address. Unscoped: reports come to the installation.
 */
export async function recordMailReport(
  { sql, now }: { sql: Db; now: Date },
  report: MailReport,
): Promise<ReportOutcome> {
  const mail = await findReported(sql, report.names)
  const company = mail && (await findCompany(sql, mail.companyId))
  if (!mail || !company) return 'unmatched'
  const ctx: Ctx = { sql, company, now, actor: { kind: 'system', id: 'mail-reports', permissions: 'all' } }
  if (report.kind === 'complaint') return noteComplaint(ctx, mail)
  const failed = report.recipients.filter(({ action }) => action === 'failed')
  const to = mail.to.toLowerCase()
  const ours = failed.find(({ addresses }) => addresses.includes(to))
  if (ours) return noteBounce(ctx, mail, ours, bounceKind(ours))
  // Somebody behind the address, which passes mail on: it did not arrive there, but the address is one.
  return failed[0] ? noteBounce(ctx, mail, failed[0], 'transient') : 'nothing'
}

async function findReported(sql: Db, names: string[]): Promise<ReportedMail | undefined> {
  for (const name of names.slice(0, MAX_NAMES)) {
    const named = mailNamed(name)
    if (!named) continue
    const { companyId, mailId } = named
    const [mail] = await sql<ReportedMail[]>`
      select company_id as "companyId", id, to_address as "to", message_id as "messageId" from mails
       where company_id = ${companyId} and id = ${mailId} and message_id is not null`
    if (mail && [mail.messageId, envelopeId(companyId, mailId)].includes(name.trim())) return mail
  }
  return undefined
}

async function noteBounce(
  ctx: Ctx,
  { id }: ReportedMail,
  { diagnostic, status }: ReportedRecipient,
  kind: BounceKind,
): Promise<ReportOutcome> {
  const reason = diagnostic || status || 'It came back without a reason.'
  const rows = await ctx.sql`
    with mail as (
      update mails set bounced_at = ${ctx.now}::timestamptz, bounce_kind = ${kind}, bounce_reason = ${reason}
       where company_id = ${ctx.company.companyId} and id = ${id}
         and (bounce_kind is null or bounce_kind = 'transient' and ${kind} = 'permanent')
      returning *
    ), ${told(ctx, 'bounced')}
    select id from mail`
  return rows.length > 0 ? 'recorded' : 'known'
}

async function noteComplaint(ctx: Ctx, { id }: ReportedMail): Promise<ReportOutcome> {
  const rows = await ctx.sql`
    with mail as (
      update mails set complained_at = ${ctx.now}::timestamptz
       where company_id = ${ctx.company.companyId} and id = ${id} and complained_at is null
      returning *
    ), ${told(ctx, 'complained')}
    select id from mail`
  return rows.length > 0 ? 'recorded' : 'known'
}

/** The events of the CTE `mail`: of the invoice that it is about, or of the mail itself. */
const told = (ctx: Ctx, report: 'bounced' | 'complained') => ctx.sql`
  said as (
    select company_id, about_kind, about_id, id as mail_id, null as before,
           jsonb_build_object('messageId', id, 'channel', 'EMAIL', 'report', ${report}::text, 'kind', bounce_kind) as after
      from mail
  ), of_invoice as (
    ${insertEvent(ctx, 'invoice.message_failed')}
      from (select company_id, about_id as id, before, after from said where about_kind = 'invoice') i
  ), of_mail as (
    ${insertEvent(ctx, 'mail.failed')}
      from (select company_id, mail_id as id, before, after from said where about_kind <> 'invoice') m
  )`
