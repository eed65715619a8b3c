import type { Ctx } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { externalMethods } from '../invoices/record-external-payment.ts'

/** What is done to each invoice. */
export type BulkAction =
  | { action: 'pause'; params: { reason: string } }
  | { action: 'resume'; params: Record<string, never> }
  /** All that is outstanding; `paidAt` is an instant in ISO 8601. */
  | {
      action: 'pay'
      params: { method: (typeof externalMethods)[number]; paidAt: string; note: string | null }
    }
  /** The credit note of each invoice bears the prefix and the number of the invoice. */
  | {
      action: 'retract'
      params: {
        creditNotePrefix: string
        description: string
        reason: string | null
        showReasonToCustomer: boolean
      }
    }
  | { action: 'message'; params: { html: string } }

export const bulkActions = ['pause', 'resume', 'pay', 'retract', 'message'] as const

/** What one must be allowed for it. */
export const permissionOf = (action: BulkAction['action']): Permission =>
  action === 'message' ? 'tickets:write' : 'invoices:write'

export const bulkStates = ['running', 'done', 'canceled'] as const

/** How far it is: what is done, what could not be, of how many. */
export interface Bulk {
  id: string
  action: BulkAction['action']
  state: (typeof bulkStates)[number]
  total: number
  done: number
  failed: number
  createdAt: Instant
  endedAt: Instant | null
  /** Who asked for it. */
  by: string
}

/** The columns of a bulk, from the row `b`. Its counts are counted: they cannot differ from what was done. */
export const bulkColumns = (ctx: Ctx) => ctx.sql`
  b.id, b.action, b.state, b.created_at as "createdAt", b.ended_at as "endedAt",
  (select u.name from users u where u.id = b.user_id) as by, counts.*`

export const bulkCounts = (ctx: Ctx) => ctx.sql`
  lateral (select count(*) as total, count(*) filter (where n.state = 'done') as done,
                  count(*) filter (where n.state = 'failed') as failed
             from invoice_bulk_items n where n.company_id = b.company_id and n.bulk_id = b.id) counts`
