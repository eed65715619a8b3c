import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Channel } from './message.ts'
import type { Step } from './schedule.ts'

/** A message as those see it who may see the invoice. */
export interface SentMessage {
  id: string
  channel: Channel
  step: Step
  /** `queued`: may still be taken back; `sending`: on its way out. */
  state: 'queued' | 'sending' | 'sent' | 'failed'
  /** E-mail address, number, or the lines of an address; null while it is queued. */
  to: string | null
  locale: string | null
  /** Why it failed, or what the last attempt met. */
  error: string | null
  /** What became of it after it was sent, where somebody told. */
  report: 'delivered' | 'bounced' | 'complained' | null
  reportedAt: Instant | null
  queuedAt: Instant
  sentAt: Instant | null
}

/** The messages of the invoice `i` as JSON, oldest first. */
export const messagesJson = (ctx: Ctx) => ctx.sql`
  (select coalesce(json_agg(json_build_object('id', m.id, 'channel', m.channel, 'step', m.step, 'state', m.state,
            'to', m.to_address, 'locale', m.locale, 'error', m.error, 'report', m.report, 'reportedAt', m.reported_at,
            'queuedAt', m.queued_at, 'sentAt', m.sent_at) order by m.queued_at, m.id), '[]')
     from collection_messages m where m.company_id = i.company_id and m.invoice_id = i.id)`
