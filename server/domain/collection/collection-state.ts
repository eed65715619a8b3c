import type { Instant } from '../../kernel/time.ts'
import type { Step } from './schedule.ts'

/** Where an invoice is on its way to being paid. */
export type CollectionState =
  | 'draft'
  | 'transmitted'
  | 'requested'
  | 'reminded'
  | 'overdue'
  | 'final_notice'
  | 'handed_over'
  | 'paid'
  | 'retracted'

/** Derived from the ledger and from what has left; whether it is paused stands beside it. */
export function collectionState(row: {
  transmittedAt: Instant | null
  paidAt: Instant | null
  retractedAt: Instant | null
  lastStep: Step | null
  overdueAt: Instant | null
  finalNoticeAt: Instant | null
  handedOverAt: Instant | null
}): CollectionState {
  if (row.retractedAt !== null) return 'retracted'
  if (row.paidAt !== null) return 'paid'
  if (row.transmittedAt === null) return 'draft'
  if (row.handedOverAt !== null) return 'handed_over'
  if (row.finalNoticeAt !== null) return 'final_notice'
  if (row.overdueAt !== null) return 'overdue'
  if (row.lastStep === null) return 'transmitted'
  return row.lastStep.startsWith('request') ? 'requested' : 'reminded'
}
