import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { getForm, listForms } from '../../../domain/cms/get-form.ts'
import { listPages } from '../../../domain/cms/get-page.ts'
import { prefillForm } from '../../../domain/cms/prefill-form.ts'
import { renderPage } from '../../../domain/cms/render-page.ts'
import { submitForm } from '../../../domain/cms/submit-form.ts'
import { getOwnCustomer } from '../../../domain/customer-portal/list-own-customers.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { BalieError, notFound } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { myAnswers, myForm, myPage, myTitled, myTitledList } from './schema.ts'

const of = { tag: 'My portal', customer: true } as const
const whose = Type.Object({
  customerId: Type.String({
    description: 'For which of one’s own customers, starting with `cst_`.',
    examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'],
  }),
})
/** All that a menu can show. */
const MOST = 100

/** The customer of one's own that is meant. Throws `not_found`. */
async function customerOf(ctx: Ctx, shown: string): Promise<string> {
  const id = decodeId('customer', shown)
  if (id === undefined) throw notFound('customer')
  return (await getOwnCustomer(ctx, id)).id
}

/** The company's pages and forms, as its customers see them. */
export const myCmsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [myTitled, myPage, myForm]) app.addSchema(schema)

  app.get(
    '/my/pages',
    operation({
      ...of,
      id: 'list-my-pages',
      summary: 'List the company’s pages',
      description: 'Newest first.',
      permission: 'cms:read',
      response: myTitledList,
    }),
    async ({ ctx }) => {
      const { rows } = await listPages(ctx, { offset: 0, limit: MOST })
      return { data: rows.map(({ id, title }) => ({ id: encodeId('page', id), title })) }
    },
  )

  app.get(
    '/my/pages/:pageId',
    operation({
      ...of,
      id: 'get-my-page',
      summary: 'Read a page',
      description: 'As the company’s software makes it for this customer.',
      permission: 'cms:read',
      params: { pageId: 'The ID of the page, starting with `pag_`.' },
      querystring: whose,
      response: ref(myPage),
      errors: { 404: 'There is no such page, or no such customer of one’s own.' },
    }),
    async ({ ctx, params, query }) => {
      const id = pathId('page', params.pageId, 'page')
      const customer = await customerOf(ctx, query.customerId)
      const names = { page: params.pageId, customer: query.customerId }
      const { title, blocks } = await renderPage(ctx, deps, id, customer, names)
      return {
        title,
        blocks: blocks.flatMap(({ html }) => (html === null ? [] : [html])),
        incomplete: blocks.some(({ html }) => html === null),
      }
    },
  )

  app.get(
    '/my/forms',
    operation({
      ...of,
      id: 'list-my-forms',
      summary: 'List the company’s forms',
      description: 'Newest first.',
      permission: 'cms:read',
      response: myTitledList,
    }),
    async ({ ctx }) => {
      const { rows } = await listForms(ctx, { offset: 0, limit: MOST })
      return { data: rows.map(({ id, title }) => ({ id: encodeId('form', id), title })) }
    },
  )

  app.get(
    '/my/forms/:formId',
    operation({
      ...of,
      id: 'get-my-form',
      summary: 'Read a form',
      description: 'Its fields, and what they hold already where the company’s software says so.',
      permission: 'cms:read',
      params: { formId: 'The ID of the form, starting with `frm_`.' },
      querystring: whose,
      response: ref(myForm),
      errors: { 404: 'There is no such form, or no such customer of one’s own.' },
    }),
    async ({ ctx, params, query }) => {
      const id = pathId('form', params.formId, 'form')
      const customer = await customerOf(ctx, query.customerId)
      const { title, fields } = await getForm(ctx, id)
      const names = { form: params.formId, customer: query.customerId }
      // A form can be filled in from nothing.
      const values = await prefillForm(ctx, deps, id, customer, names).catch((error: unknown) => {
        if (error instanceof BalieError && error.code === 'unavailable') return {}
        throw error
      })
      return { id: params.formId, title, fields, values }
    },
  )

  app.post(
    '/my/forms/:formId',
    operation({
      ...of,
      id: 'submit-my-form',
      summary: 'Send a form',
      description: 'What was filled in goes to the company.',
      permission: 'cms:write',
      params: { formId: 'The ID of the form, starting with `frm_`.' },
      querystring: whose,
      body: myAnswers,
      errors: {
        404: 'There is no such form, or no such customer of one’s own.',
        422: 'A field is missing or malformed.',
        503: 'The company’s software did not take it.',
      },
    }),
    async ({ ctx, params, query, body }, reply) => {
      const id = pathId('form', params.formId, 'form')
      const customer = await customerOf(ctx, query.customerId)
      const names = { form: params.formId, customer: query.customerId }
      await submitForm(ctx, deps, id, customer, body.values, names)
      reply.code(204 as 200)
    },
  )
}
