import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { deleteForm } from '../../../domain/cms/delete-form.ts'
import { getForm, listForms } from '../../../domain/cms/get-form.ts'
import { listSubmissions } from '../../../domain/cms/list-submissions.ts'
import { prefillForm } from '../../../domain/cms/prefill-form.ts'
import { createForm, replaceForm } from '../../../domain/cms/save-form.ts'
import { submitForm } from '../../../domain/cms/submit-form.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, encodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { customerId, tag } from './customer.ts'
import { parseFormBody } from './parse.ts'
import { presentForm, presentPrefill, presentSubmission } from './present.ts'
import { cmsForm, cmsPrefill, cmsSubmission, customerQuery, newForm, newSubmission } from './schema.ts'

const formParameter = { formId: 'The ID of the form, starting with `frm_`.' }
const formId = (params: { formId: string }) => idOr404(decodeId('form', params.formId), 'form')

/** Forms, what customers send with them, and what their fields hold beforehand. */
export const formRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [cmsForm, cmsSubmission, cmsPrefill]) app.addSchema(schema)

  app.get(
    '/cms/forms',
    operation({
      id: 'list-cms-forms',
      tag,
      summary: 'List forms',
      description: 'The forms of the portal, newest first.',
      permission: 'cms:read',
      feature: 'cms',
      querystring: pageQuery,
      response: pageOf(ref(cmsForm), 'The paginated forms'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const forms = await listForms(ctx, toPageRequest(page))
      return presentPage(forms, page, `${deps.publicUrl()}/v1/cms/forms`, (row) => presentForm(row, ctx))
    },
  )

  app.get(
    '/cms/forms/:formId',
    operation({
      id: 'get-cms-form',
      tag,
      summary: 'Get form',
      description: 'One form.',
      permission: 'cms:read',
      feature: 'cms',
      params: formParameter,
      response: ref(cmsForm),
      errors: [404],
    }),
    async ({ ctx, params }) => presentForm(await getForm(ctx, formId(params)), ctx),
  )

  app.post(
    '/cms/forms',
    operation({
      id: 'create-cms-form',
      tag,
      summary: 'Create form',
      description:
        'Makes a form whose results go to an endpoint, or are stored, and mailed where an address is named.',
      permission: 'cms:write',
      feature: 'cms',
      body: newForm,
      response: ref(cmsForm),
      errors: [422],
    }),
    async ({ ctx, body }) => presentForm(await createForm(ctx, deps.vault, parseFormBody(body)), ctx),
  )

  app.put(
    '/cms/forms/:formId',
    operation({
      id: 'replace-cms-form',
      tag,
      summary: 'Replace form',
      description: 'Makes the form anew: whatever is left out is gone, secrets included. Submissions stay.',
      permission: 'cms:write',
      feature: 'cms',
      params: formParameter,
      body: newForm,
      response: ref(cmsForm),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) =>
      presentForm(await replaceForm(ctx, deps.vault, formId(params), parseFormBody(body)), ctx),
  )

  app.delete(
    '/cms/forms/:formId',
    operation({
      id: 'delete-cms-form',
      tag,
      summary: 'Delete form',
      description: 'Deletes a form with which nothing was stored, and answers with it as it was.',
      permission: 'cms:write',
      feature: 'cms',
      params: formParameter,
      response: ref(cmsForm),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => presentForm(await deleteForm(ctx, formId(params)), ctx),
  )

  app.get(
    '/cms/forms/:formId/prefill',
    operation({
      id: 'prefill-cms-form',
      tag,
      summary: 'Prefill form',
      description: 'What the fields hold for a customer beforehand, as the endpoint says.',
      permission: 'cms:read',
      feature: 'cms',
      params: formParameter,
      querystring: customerQuery,
      response: ref(cmsPrefill),
      errors: [404, 422, 503],
    }),
    async ({ ctx, params, query }) => {
      const [form, customer] = [formId(params), customerId(query)]
      const names = { form: encodeId('form', form), customer: encodeId('customer', customer) }
      return presentPrefill(await prefillForm(ctx, deps, form, customer, names), names)
    },
  )

  app.post(
    '/cms/forms/:formId/submissions',
    operation({
      id: 'submit-cms-form',
      tag,
      summary: 'Submit form',
      description:
        'Sends what a customer filled in to the endpoint of the form, or stores it and mails it where the form names an address.',
      permission: 'cms:write',
      feature: 'cms',
      params: formParameter,
      body: newSubmission,
      response: ref(cmsSubmission),
      errors: [404, 422, 503],
    }),
    async ({ ctx, params, body }) => {
      const [form, customer] = [formId(params), customerId(body)]
      const names = { form: encodeId('form', form), customer: encodeId('customer', customer) }
      const submission = await submitForm(ctx, deps, form, customer, body.values, names)
      return presentSubmission(submission, form, ctx)
    },
  )

  app.get(
    '/cms/forms/:formId/submissions',
    operation({
      id: 'list-cms-form-submissions',
      tag,
      summary: 'List submissions',
      description: 'What was sent with the form and stored, newest first.',
      permission: 'cms:read',
      feature: 'cms',
      params: formParameter,
      querystring: pageQuery,
      response: pageOf(ref(cmsSubmission), 'The paginated submissions'),
      errors: [404],
    }),
    async ({ ctx, params, query }) => {
      const page = parsePage(query)
      const form = formId(params)
      const submissions = await listSubmissions(ctx, form, toPageRequest(page))
      const path = `${deps.publicUrl()}/v1/cms/forms/${encodeId('form', form)}/submissions`
      return presentPage(submissions, page, path, (row) => presentSubmission(row, form, ctx))
    },
  )
}
