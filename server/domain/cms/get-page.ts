import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Page as ListPage, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Page } from './page.ts'

export const pageColumns = (ctx: Ctx) => ctx.sql`id, title, blocks, created_at as "createdAt"`

/** One page of the company's. Throws `forbidden`, `not_found`. */
export async function getPage(ctx: Ctx, id: string): Promise<Page> {
  allow(ctx.actor, 'cms:read')
  const [page] = await ctx.sql<Page[]>`
    select ${pageColumns(ctx)} from cms_pages where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!page) throw notFound('page')
  return page
}

/** The company's pages, newest first. Throws `forbidden`. */
export async function listPages(ctx: Ctx, { offset, limit }: PageRequest): Promise<ListPage<Page>> {
  allow(ctx.actor, 'cms:read')
  const rows = await ctx.sql<Page[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'cms_pages', true, ${offset}))
    select ${pageColumns(ctx)} from cms_pages
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
