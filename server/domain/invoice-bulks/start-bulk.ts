import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { userOf } from '../invoice-views/view.ts'
import { fits, invoiceTables, type InvoiceChoice } from '../invoices/invoice-choice.ts'
import { addBulkJob } from './bulk-job.ts'
import { permissionOf, type Bulk, type BulkAction } from './bulk.ts'
import { checkAction } from './check-action.ts'
import { getBulk } from './get-bulk.ts'

/** These invoices, or all that fit, as many as somebody saw when they said so. */
export type Selection = { ids: string[] } | { choice: InvoiceChoice; expected: number }

/**
 * Begins to do something to many invoices. What fits is written down now; a job does it. Throws `forbidden`, `invalid`,
 * `conflict` (more or fewer fit than were seen, or none).
 */
export async function startBulk(ctx: Ctx, selection: Selection, action: BulkAction): Promise<Bulk> {
  allow(ctx.actor, permissionOf(action.action))
  allow(ctx.actor, 'invoices:read')
  checkAction(action, ctx.now)
  const { companyId } = ctx.company
  const userId = userOf(ctx)
  const id = newId()
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    await sql`
      insert into invoice_bulks (company_id, id, user_id, action, params, state, created_at)
      values (${companyId}, ${id}, ${userId}, ${action.action}, ${sql.json(action.params)}::jsonb, 'running', ${ctx.now})`
    const chosen =
      'ids' in selection
        ? sql`from invoices i where i.company_id = ${companyId} and i.id = any(${selection.ids}::text[]::uuid[])`
        : sql`from ${invoiceTables(inside)} where ${fits(inside, selection.choice)}`
    const written = await sql`
      insert into invoice_bulk_items (company_id, bulk_id, invoice_id, state)
      select i.company_id, ${id}::uuid, i.id, 'waiting' ${chosen}`
    if ('ids' in selection) {
      if (written.count !== new Set(selection.ids).size)
        throw invalid('invoiceIds', 'must be IDs of invoices that are there')
    } else if (written.count !== selection.expected)
      throw conflict(
        'selection_changed',
        `${written.count} invoices fit now, and ${selection.expected} were seen: look again.`,
      )
    if (written.count === 0) throw conflict('selection_empty', 'No invoice fits.')
    await sql`
      with event as (${insertEvent(inside, 'invoice_bulk.started')}
        from (select ${companyId}::integer as company_id, ${id}::uuid as id, null as before,
                     jsonb_build_object('action', ${action.action}::text, 'invoices', ${written.count}::integer) as after) b)
      select ${addBulkJob(sql, ctx, id)}`
    return getBulk(inside, id)
  })
}
