import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Form } from './form.ts'

export const formColumns = (ctx: Ctx) => ctx.sql`
  id, title, fields, send_url as "sendUrl", send_method as "sendMethod", send_email as "sendEmail",
  prefill_url as "prefillUrl", prefill_method as "prefillMethod", auth, created_at as "createdAt"`

/** One form of the company's. Throws `forbidden`, `not_found`. */
export async function getForm(ctx: Ctx, id: string): Promise<Form> {
  allow(ctx.actor, 'cms:read')
  const [form] = await ctx.sql<Form[]>`
    select ${formColumns(ctx)} from cms_forms where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!form) throw notFound('form')
  return form
}

/** The same with its sealed secrets, for verbs that have asked for their own permission. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findSealedForm(
  ctx: Ctx,
  id: string,
): Promise<(Form & { sealed: Uint8Array | null }) | undefined> {
  const [form] = await ctx.sql<(Form & { sealed: Uint8Array | null })[]>`
    select ${formColumns(ctx)}, sealed from cms_forms where company_id = ${ctx.company.companyId} and id = ${id}`
  return form
}

/** The company's forms, newest first. Throws `forbidden`. */
export async function listForms(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Form>> {
  allow(ctx.actor, 'cms:read')
  const rows = await ctx.sql<Form[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'cms_forms', true, ${offset}))
    select ${formColumns(ctx)} from cms_forms
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}
