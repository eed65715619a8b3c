import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'
import { disputedCents } from './chased.ts'
import { collectionState, type CollectionState } from './collection-state.ts'
import type { HoldKind } from './hold-collection.ts'
import { messagesJson, type SentMessage } from './messages-json.ts'
import type { Step } from './schedule.ts'

/** How far the collection of an invoice is. */
export interface Collection {
  state: CollectionState
  /** Null where nothing is collected: the import is open, or the invoice came through `/v1`. */
  dueOn: PlainDate | null
  outstandingCents: number
  disputedCents: number
  lastStep: Step | null
  lastAt: Instant | null
  /** What follows by itself, and when at the earliest; no instant: its messages wait to leave. */
  nextStep: Step | null
  nextAt: Instant | null
  pausedAt: Instant | null
  /** Why it stands still. */
  holds: { kind: HoldKind; reason: string; actor: string; since: Instant }[]
  /** Open ones first. */
  disputes: {
    id: string
    lineId: string
    amountCents: number
    reason: string
    openedAt: Instant
    settledAt: Instant | null
    outcome: string | null
  }[]
  /** Oldest first. */
  messages: SentMessage[]
}

/** How far one invoice is, for whoever may see it. Throws `forbidden`, `not_found`. */
export async function getCollection(ctx: Ctx, invoiceId: string): Promise<Collection> {
  allow(ctx.actor, 'invoices:read')
  const [row] = await ctx.sql<(Omit<Collection, 'state'> & Parameters<typeof collectionState>[0])[]>`
    select b.transmitted_at as "transmittedAt", i.paid_at as "paidAt", i.retracted_at as "retractedAt",
           c.overdue_at as "overdueAt", c.final_notice_at as "finalNoticeAt", c.handed_over_at as "handedOverAt",
           c.due_on as "dueOn", i.outstanding_cents as "outstandingCents", ${disputedCents(ctx)} as "disputedCents",
           c.last_step as "lastStep", c.last_at as "lastAt", c.next_step as "nextStep", c.next_at as "nextAt",
           c.paused_at as "pausedAt",
           (select coalesce(json_agg(json_build_object('kind', h.kind, 'reason', h.reason, 'actor', h.actor,
                     'since', h.since) order by h.since), '[]')
              from collection_holds h where h.company_id = i.company_id and h.invoice_id = i.id) as holds,
           (select coalesce(json_agg(json_build_object('id', d.id, 'lineId', d.line_id, 'amountCents', d.amount_cents,
                     'reason', d.reason, 'openedAt', d.opened_at, 'settledAt', d.settled_at, 'outcome', d.outcome)
                     order by d.settled_at nulls first, d.id), '[]')
              from line_disputes d where d.company_id = i.company_id and d.invoice_id = i.id) as disputes,
           ${messagesJson(ctx)} as messages
      from invoices i
      join batches b on b.company_id = i.company_id and b.id = i.batch_id
      left join collections c on c.company_id = i.company_id and c.id = i.id
     where i.company_id = ${ctx.company.companyId} and i.id = ${invoiceId}`
  if (!row) {
    await invoiceMustExist(ctx, invoiceId)
    throw new Error('the invoice is there and is not')
  }
  const {
    transmittedAt: _a,
    paidAt: _b,
    retractedAt: _c,
    overdueAt: _d,
    finalNoticeAt: _e,
    handedOverAt: _f,
    ...rest
  } = row
  return { ...rest, state: collectionState(row) }
}
