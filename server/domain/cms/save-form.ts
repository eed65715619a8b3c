import type { Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { checkAuth, checkUrl } from './endpoint.ts'
import type { Form, FormField, NewForm } from './form.ts'
import { formColumns } from './get-form.ts'

/** Makes a form; secrets are stored sealed. Throws `forbidden`, `invalid`. */
export async function createForm(ctx: Ctx, vault: Vault, input: NewForm): Promise<Form> {
  allow(ctx.actor, 'cms:write')
  check(input)
  const [form] = await ctx.sql<[Form]>`
    with made as (
      insert into cms_forms (company_id, id, title, fields, send_url, send_method, send_email, prefill_url, prefill_method,
                             auth, sealed, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.title}, ${ctx.sql.json(input.fields as never)},
              ${input.sendUrl}, ${input.sendMethod}, ${input.sendEmail}, ${input.prefillUrl}, ${input.prefillMethod},
              ${input.auth.type}, ${vault.seal(input.auth)}, ${ctx.now})
      returning *, null as before, jsonb_build_object('title', title) as after
    ), event as (${insertEvent(ctx, 'form.created')} from made)
    select ${formColumns(ctx)} from made`
  return form
}

/** Makes a form anew, secrets included; what was sent stays. Throws `forbidden`, `invalid`, `not_found`. */
export async function replaceForm(ctx: Ctx, vault: Vault, id: string, input: NewForm): Promise<Form> {
  allow(ctx.actor, 'cms:write')
  check(input)
  const [form] = await ctx.sql<Form[]>`
    with old as (
      select company_id, id, title from cms_forms
       where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), changed as (
      update cms_forms f
         set title = ${input.title}, fields = ${ctx.sql.json(input.fields as never)}, send_url = ${input.sendUrl},
             send_method = ${input.sendMethod}, send_email = ${input.sendEmail},
             prefill_url = ${input.prefillUrl}, prefill_method = ${input.prefillMethod}, auth = ${input.auth.type}, sealed = ${vault.seal(input.auth)}
        from old where f.company_id = old.company_id and f.id = old.id
      returning f.*, jsonb_build_object('title', old.title) as before, jsonb_build_object('title', f.title) as after
    ), event as (${insertEvent(ctx, 'form.changed')} from changed)
    select ${formColumns(ctx)} from changed`
  if (!form) throw notFound('form')
  return form
}

function check({ fields, sendUrl, sendEmail, prefillUrl, auth }: NewForm): void {
  const seen = new Set<string>()
  for (const [index, field] of fields.entries()) {
    checkField(`fields[${index}]`, field)
    if (seen.has(field.name)) throw invalid(`fields[${index}].name`, 'must not repeat')
    seen.add(field.name)
  }
  if (sendUrl !== null && sendEmail !== null)
    throw invalid('email', 'must be left out where an endpoint gets what is sent')
  if (sendUrl !== null) checkUrl('endpoint.url', sendUrl)
  if (prefillUrl !== null) checkUrl('prefill.url', prefillUrl)
  checkAuth('auth', auth)
}

function checkField(path: string, { name, type, options }: FormField): void {
  if (!/^[A-Za-z][\w.-]*$/.test(name))
    throw invalid(
      `${path}.name`,
      'must be letters, digits, dots, dashes and underscores, beginning with a letter',
    )
  if (type === 'choice' && options.length === 0) throw invalid(`${path}.options`, 'is required for a choice')
}
