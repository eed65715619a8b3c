import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { pageColumns } from './get-page.ts'
import type { Page } from './page.ts'

/** Deletes a page and gives it back as it was. Throws `forbidden`, `not_found`. */
export async function deletePage(ctx: Ctx, id: string): Promise<Page> {
  allow(ctx.actor, 'cms:write')
  const [page] = await ctx.sql<Page[]>`
    with gone as (
      delete from cms_pages where company_id = ${ctx.company.companyId} and id = ${id}
      returning *, jsonb_build_object('title', title) as before, null as after
    ), event as (${insertEvent(ctx, 'page.deleted')} from gone)
    select ${pageColumns(ctx)} from gone`
  if (!page) throw notFound('page')
  return page
}
