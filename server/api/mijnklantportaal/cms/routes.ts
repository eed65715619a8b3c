import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { deletePage } from '../../../domain/cms/delete-page.ts'
import { getPage, listPages } from '../../../domain/cms/get-page.ts'
import { renderPage } from '../../../domain/cms/render-page.ts'
import { createPage, replacePage } from '../../../domain/cms/save-page.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, encodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { customerId, tag } from './customer.ts'
import { formRoutes } from './form-routes.ts'
import { parsePageBody } from './parse.ts'
import { presentCmsPage, presentRendered } from './present.ts'
import { cmsPage, customerQuery, newPage, renderedPage } from './schema.ts'

const pageParameter = { pageId: 'The ID of the page, starting with `pag_`.' }
const pageId = (params: { pageId: string }) => idOr404(decodeId('page', params.pageId), 'page')

/** Pages with parts that the company's software makes, and what customers see of them. */
export const cmsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [cmsPage, renderedPage]) app.addSchema(schema)
  await formRoutes(app, { deps })

  app.get(
    '/cms/pages',
    operation({
      id: 'list-cms-pages',
      tag,
      summary: 'List pages',
      description: 'The pages of the portal, newest first.',
      permission: 'cms:read',
      feature: 'cms',
      querystring: pageQuery,
      response: pageOf(ref(cmsPage), 'The paginated pages'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const pages = await listPages(ctx, toPageRequest(page))
      return presentPage(pages, page, `${deps.publicUrl()}/v1/cms/pages`, (row) => presentCmsPage(row, ctx))
    },
  )

  app.get(
    '/cms/pages/:pageId',
    operation({
      id: 'get-cms-page',
      tag,
      summary: 'Get page',
      description: 'One page.',
      permission: 'cms:read',
      feature: 'cms',
      params: pageParameter,
      response: ref(cmsPage),
      errors: [404],
    }),
    async ({ ctx, params }) => presentCmsPage(await getPage(ctx, pageId(params)), ctx),
  )

  app.post(
    '/cms/pages',
    operation({
      id: 'create-cms-page',
      tag,
      summary: 'Create page',
      description: 'Makes a page of fixed and dynamic blocks.',
      permission: 'cms:write',
      feature: 'cms',
      body: newPage,
      response: ref(cmsPage),
      errors: [422],
    }),
    async ({ ctx, body }) => presentCmsPage(await createPage(ctx, deps.vault, parsePageBody(body)), ctx),
  )

  app.put(
    '/cms/pages/:pageId',
    operation({
      id: 'replace-cms-page',
      tag,
      summary: 'Replace page',
      description: 'Makes the page anew: whatever is left out is gone, secrets included.',
      permission: 'cms:write',
      feature: 'cms',
      params: pageParameter,
      body: newPage,
      response: ref(cmsPage),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) =>
      presentCmsPage(await replacePage(ctx, deps.vault, pageId(params), parsePageBody(body)), ctx),
  )

  app.delete(
    '/cms/pages/:pageId',
    operation({
      id: 'delete-cms-page',
      tag,
      summary: 'Delete page',
      description: 'Deletes the page and answers with it as it was.',
      permission: 'cms:write',
      feature: 'cms',
      params: pageParameter,
      response: ref(cmsPage),
      errors: [404],
    }),
    async ({ ctx, params }) => presentCmsPage(await deletePage(ctx, pageId(params)), ctx),
  )

  app.get(
    '/cms/pages/:pageId/render',
    operation({
      id: 'render-cms-page',
      tag,
      summary: 'Render page',
      description: 'The page as a customer sees it: the endpoints of its dynamic blocks are called.',
      permission: 'cms:read',
      feature: 'cms',
      params: pageParameter,
      querystring: customerQuery,
      response: ref(renderedPage),
      errors: [404, 422],
    }),
    async ({ ctx, params, query }) => {
      const [page, customer] = [pageId(params), customerId(query)]
      const names = { page: encodeId('page', page), customer: encodeId('customer', customer) }
      return presentRendered(await renderPage(ctx, deps, page, customer, names), names)
    },
  )
}
