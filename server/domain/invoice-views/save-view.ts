import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import {
  isOwner,
  MAX_VIEWS,
  readViewName,
  refuseChange,
  tooMany,
  userOf,
  viewColumns,
  type InvoiceView,
  type ViewContent,
} from './view.ts'

/** Who shares a view changes what others see. */
const allowSharing = (ctx: Ctx, { shared }: Partial<ViewContent>) => {
  if (shared) allow(ctx.actor, 'invoices:write')
}

/** Keeps a new view. Throws `forbidden`, `invalid` (`name`), `conflict` (too many). */
export async function createView(ctx: Ctx, content: ViewContent): Promise<InvoiceView> {
  allow(ctx.actor, 'account:write')
  allow(ctx.actor, 'invoices:read')
  allowSharing(ctx, content)
  const { sql } = ctx
  const { companyId } = ctx.company
  const [view] = await sql<InvoiceView[]>`
    with v as (
      insert into invoice_views (company_id, id, user_id, name, shared, filters, sort, columns, created_at)
      select ${companyId}::integer, ${newId()}::uuid, ${userOf(ctx)}::uuid, ${readViewName(content.name)}, ${content.shared},
             ${sql.json(content.filters)}::jsonb, ${content.sort}, ${sql.json(content.columns)}::jsonb,
             ${ctx.now}::timestamptz
       where (select count(*) from invoice_views
               where company_id = ${companyId} and user_id = ${userOf(ctx)}) < ${MAX_VIEWS}
      returning *
    ) select ${viewColumns(ctx)} from v`
  if (!view) throw tooMany()
  return view
}

/** Changes a view; what is left out stays. Throws `forbidden`, `not_found`, `invalid` (`name`). */
export async function changeView(ctx: Ctx, id: string, change: Partial<ViewContent>): Promise<InvoiceView> {
  allow(ctx.actor, 'account:write')
  allow(ctx.actor, 'invoices:read')
  allowSharing(ctx, change)
  const { sql } = ctx
  const { name, shared = null, filters, sort = null, columns } = change
  const [view] = await sql<InvoiceView[]>`
    with v as (
      update invoice_views
         set name = coalesce(${name === undefined ? null : readViewName(name)}, name),
             shared = coalesce(${shared}::boolean, shared),
             filters = coalesce(${filters ? sql.json(filters) : null}::jsonb, filters), sort = coalesce(${sort}, sort),
             columns = coalesce(${columns ? sql.json(columns) : null}::jsonb, columns)
       where company_id = ${ctx.company.companyId} and id = ${id}
         and (user_id = ${userOf(ctx)} or shared and ${isOwner(ctx)}::boolean)
      returning *
    ) select ${viewColumns(ctx)} from v`
  return view ?? refuseChange(ctx, id)
}
