import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Channel } from './message.ts'
import type { Step } from './schedule.ts'

/** What anybody may know of a message who has its code: nothing about a person, no amount. */
export interface GenuineMessage {
  company: string
  channel: Channel
  step: Step
  /** When it left; null: it is leaving just now. */
  sentAt: Instant | null
  queuedAt: Instant
}

/** A message that left, by its code; undefined where there is none. The code is the permission. */
// oxlint-disable-next-line house/ask-permission -- whoever has the code may know this much
export async function findGenuineMessage(ctx: Ctx, code: string): Promise<GenuineMessage | undefined> {
  const [message] = await ctx.sql<GenuineMessage[]>`
    select c.name as company, m.channel, m.step, m.sent_at as "sentAt", m.queued_at as "queuedAt"
      from collection_messages m
      join companies c on c.company_id = m.company_id
     where m.company_id = ${ctx.company.companyId} and m.code = ${code} and m.state <> 'queued'`
  return message
}

/** The invoice that a message's short link opens, and the secret of its page; undefined where there is none. */
// oxlint-disable-next-line house/ask-permission -- whoever has the code has the message, and may see its invoice
export async function findLinkedInvoice(
  ctx: Ctx,
  code: string,
): Promise<{ invoiceId: string; linkToken: string } | undefined> {
  const [invoice] = await ctx.sql<{ invoiceId: string; linkToken: string }[]>`
    select i.id as "invoiceId", i.link_token as "linkToken"
      from collection_messages m join invoices i on i.company_id = m.company_id and i.id = m.invoice_id
     where m.company_id = ${ctx.company.companyId} and m.code = ${code} and m.state <> 'queued'`
  return invoice
}
