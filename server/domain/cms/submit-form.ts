import type { Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Customer } from '../customers/customer.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { insertEvent } from '../events/event.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { callEndpoint, type EndpointAuth, type Tools } from './endpoint.ts'
import { checkValues } from './form-values.ts'
import type { Form, FormNames, FormValues, Submission } from './form.ts'
import { findSealedForm } from './get-form.ts'

/**
 * Sends what a customer filled in to the company's software (/cms/forms), or stores it, and mails it where the form names
 * an address. What the endpoint did not take (2xx) was not sent. Throws `forbidden`, `not_found`, `invalid`, `unavailable`.
 */
export async function submitForm(
  ctx: Ctx,
  { vault, outbound }: Tools,
  formId: string,
  customerId: string,
  given: unknown,
  names: FormNames,
): Promise<Submission> {
  allow(ctx.actor, 'cms:write')
  const form = await findSealedForm(ctx, formId)
  if (!form) throw notFound('form')
  const customer = await findCustomer(ctx, customerId)
  if (!customer) throw invalid('customerId', 'must be the ID of an existing customer')
  const values = checkValues(form.fields, given)
  const id = newId()
  if (form.sendUrl === null || form.sendMethod === null)
    return { id, customerId, values, createdAt: await store(ctx, form, customer, { id, values }) }
  const inQuery = form.sendMethod === 'GET'
  await callEndpoint(outbound, vault.open(form.sealed!) as EndpointAuth, {
    method: form.sendMethod,
    url: inQuery ? withQuery(form.sendUrl, values) : form.sendUrl,
    headers: {
      'x-customer-id': names.customer,
      'x-form-id': names.form,
      ...(inQuery ? {} : { 'content-type': 'application/json' }),
    },
    ...(inQuery ? {} : { body: JSON.stringify(values) }),
  })
  return { id, customerId, values, createdAt: await noteSent(ctx, formId, customerId) }
}

// What was typed stays out of the events: it may be anything.
async function store(
  ctx: Ctx,
  form: Form,
  customer: Customer,
  { id, values }: Pick<Submission, 'id' | 'values'>,
): Promise<Instant> {
  const mail = insertMail(
    ctx,
    {
      template: 'form-submitted',
      to: form.sendEmail,
      locale: null,
      params: {
        name: '',
        title: form.title,
        customer: customer.name,
        email: customer.email ?? '',
        answers: form.fields.map(({ name, label, type }) => ({ label, type, value: values[name] ?? null })),
        url: null,
      },
      about: { kind: 'form', id: form.id },
    },
    ctx.sql`from made`,
  )
  const [made] = await ctx.sql<[{ at: Instant }]>`
    with made as (
      insert into form_submissions (company_id, id, form_id, customer_id, "values", created_at)
      values (${ctx.company.companyId}, ${id}, ${form.id}, ${customer.id}, ${ctx.sql.json(values)}, ${ctx.now})
      returning company_id, form_id as id, null as before,
                jsonb_build_object('customerId', customer_id, 'submissionId', id) as after, created_at
    ), event as (${insertEvent(ctx, 'form.submitted')} from made), mail as (${mail})
    select created_at as at from made`
  return made.at
}

/** Should the form be deleted just now, it was sent all the same: the event is the company's. */
async function noteSent(ctx: Ctx, formId: string, customerId: string): Promise<Instant> {
  const [sent] = await ctx.sql<[{ at: Instant }]>`
    with sent as (
      select ${ctx.company.companyId}::integer as company_id, ${formId}::uuid as id, null as before,
             jsonb_build_object('customerId', ${customerId}::text) as after, ${ctx.now}::timestamptz as at
    ), event as (${insertEvent(ctx, 'form.submitted')} from sent)
    select at from sent`
  return sent.at
}

function withQuery(address: string, values: FormValues): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value ?? ''))
  return url.href
}
