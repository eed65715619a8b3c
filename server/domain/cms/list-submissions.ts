import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Submission } from './form.ts'
import { getForm } from './get-form.ts'

/** What was sent with a form and stored here, newest first. Throws `forbidden`, `not_found`. */
export async function listSubmissions(
  ctx: Ctx,
  formId: string,
  { offset, limit }: PageRequest,
): Promise<Page<Submission>> {
  allow(ctx.actor, 'cms:read')
  const rows = await ctx.sql<Submission[]>`
    select id, customer_id as "customerId", "values", created_at as "createdAt" from form_submissions
     where company_id = ${ctx.company.companyId} and form_id = ${formId}
     order by created_at desc, id desc limit ${limit + 1} offset ${offset}`
  if (rows.length === 0) await getForm(ctx, formId)
  return toPage(rows, limit)
}
