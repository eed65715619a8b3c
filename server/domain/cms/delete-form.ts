import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { Form } from './form.ts'
import { findSealedForm, formColumns } from './get-form.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/** Deletes a form and gives it back as it was. Throws `forbidden`, `not_found`, `conflict` (something was sent with it). */
export async function deleteForm(ctx: Ctx, id: string): Promise<Form> {
  allow(ctx.actor, 'cms:write')
  const [form] = await ctx.sql<Form[]>`
    with gone as (
      delete from cms_forms f where f.company_id = ${ctx.company.companyId} and f.id = ${id}
         and not exists (select from form_submissions s where s.company_id = f.company_id and s.form_id = f.id)
      returning *, jsonb_build_object('title', title) as before, null as after
    ), event as (${insertEvent(ctx, 'form.deleted')} from gone)
    select ${formColumns(ctx)} from gone`.catch((error: { code?: string }) => {
    // Something was sent between the look and the deletion.
    if (error.code !== FOREIGN_KEY_VIOLATION) throw error
    return []
  })
  if (form) return form
  if (!(await findSealedForm(ctx, id))) throw notFound('form')
  throw conflict('form_in_use', 'The form has submissions and cannot be deleted.')
}
