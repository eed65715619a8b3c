import type { Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { callEndpoint, endpointFailed, textOf, type EndpointAuth, type Tools } from './endpoint.ts'
import { knownValues } from './form-values.ts'
import type { FormNames, FormValues } from './form.ts'
import { findSealedForm } from './get-form.ts'

/**
 * What the fields of a form hold before a customer has filled them in: as the company's software says (/cms/forms), or
 * nothing. Throws `forbidden`, `not_found`, `invalid` (customer), `unavailable`.
 */
export async function prefillForm(
  ctx: Ctx,
  { vault, outbound }: Tools,
  formId: string,
  customerId: string,
  names: FormNames,
): Promise<FormValues> {
  allow(ctx.actor, 'cms:read')
  const form = await findSealedForm(ctx, formId)
  if (!form) throw notFound('form')
  if (!(await findCustomer(ctx, customerId)))
    throw invalid('customerId', 'must be the ID of an existing customer')
  if (form.prefillUrl === null || form.prefillMethod === null) return knownValues(form.fields, {})
  const answer = await callEndpoint(outbound, vault.open(form.sealed!) as EndpointAuth, {
    method: form.prefillMethod,
    url: form.prefillUrl,
    headers: { accept: 'application/json', 'x-customer-id': names.customer, 'x-form-id': names.form },
  })
  return knownValues(form.fields, objectOf(textOf(answer)))
}

function objectOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below.
  }
  throw endpointFailed('The endpoint did not answer with a JSON object.')
}
