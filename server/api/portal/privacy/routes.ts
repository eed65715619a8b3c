import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { LINK_MINUTES, signDownload } from '../../../domain/documents/download-link.ts'
import {
  getPrivacyRequest,
  listPrivacyRequests,
  type PrivacyRequest,
} from '../../../domain/privacy/request.ts'
import { retryRequest } from '../../../domain/privacy/retry-request.ts'
import { startErasure } from '../../../domain/privacy/start-erasure.ts'
import { startExport } from '../../../domain/privacy/start-export.ts'
import { weighErasure } from '../../../domain/privacy/weigh-erasure.ts'
import type { Company } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import {
  download,
  erasureItem,
  kindFilter,
  newErasure,
  newExport,
  privacyRequest,
  weighed,
} from './schema.ts'

function presentRequest(request: PrivacyRequest, { timeZone }: Company) {
  const atom = (at: Instant | null) => (at === null ? null : formatAtom(at, timeZone))
  return {
    id: encodeId('privacyRequest', request.id),
    kind: request.kind,
    customerId: encodeId('customer', request.customerId),
    customerName: request.customerName,
    state: request.state,
    stepsDone: request.stepsDone,
    steps: request.steps,
    downloadable: request.documentId !== null,
    expiresAt: atom(request.expiresAt),
    items: request.items,
    error: request.error,
    createdAt: formatAtom(request.createdAt, timeZone),
    finishedAt: atom(request.finishedAt),
  }
}

function customerOf(id: string): string {
  const customer = decodeId('customer', id)
  if (customer === undefined) throw notFound('customer')
  return customer
}

const params = { requestId: 'The ID of the request, starting with `prv_`.' }
const errors = { 404: 'There is no such customer.' }

/** A person's data: exported, erased. The owner's to do. */
export const privacyRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const key = deps.vault.derive('downloads')
  for (const schema of [erasureItem, weighed, privacyRequest]) app.addSchema(schema)

  app.get(
    '/privacy/requests',
    operation({
      id: 'list-privacy-requests',
      tag: 'Privacy',
      summary: 'List exports or erasures',
      description: 'The newest first.',
      permission: 'privacy:read',
      querystring: Type.Object({ ...pageFields, kind: kindFilter }),
      response: pageOf(ref(privacyRequest), 'Some requests.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await listPrivacyRequests(ctx, query.kind ?? 'export', stretchOf(query)), (row) =>
        presentRequest(row, ctx.company),
      ),
  )

  app.get(
    '/privacy/requests/:requestId',
    operation({
      id: 'get-privacy-request',
      tag: 'Privacy',
      summary: 'How far a request got',
      description: 'Steps done of all, and what came of it.',
      permission: 'privacy:read',
      params,
      response: ref(privacyRequest),
      errors: { 404: 'There is no such request.' },
    }),
    async ({ ctx, params: named }) =>
      presentRequest(
        await getPrivacyRequest(ctx, pathId('privacyRequest', named.requestId, 'privacy_request')),
        ctx.company,
      ),
  )

  app.get(
    '/privacy/requests/:requestId/download',
    operation({
      id: 'get-export-link',
      tag: 'Privacy',
      summary: 'A link to an export',
      description: 'Whoever has the link can download the ZIP for five minutes.',
      permission: 'privacy:write',
      params,
      response: download,
      errors: { 404: 'There is no such request, or no ZIP of it (any more).' },
    }),
    async ({ ctx, params: named }) => {
      const id = pathId('privacyRequest', named.requestId, 'privacy_request')
      const { documentId } = await getPrivacyRequest(ctx, id)
      if (documentId === null) throw notFound('privacy_request')
      const expiresAt = new Date(ctx.now.getTime() + LINK_MINUTES * 60_000)
      const token = signDownload(key, { companyId: ctx.company.companyId, documentId, expiresAt })
      return {
        url: `${deps.publicUrl()}/api/portal/downloads/${token}`,
        expiresAt: formatAtom(expiresAt.toISOString(), ctx.company.timeZone),
      }
    },
  )

  app.post(
    '/privacy/requests/:requestId/retry',
    operation({
      id: 'retry-privacy-request',
      tag: 'Privacy',
      summary: 'Try again what failed',
      description: 'From where it broke off: what an erasure has erased stays erased.',
      permission: 'privacy:write',
      params,
      response: ref(privacyRequest),
      errors: {
        404: 'There is no such request.',
        409: 'It did not fail, or the same is under way for this customer.',
      },
    }),
    async ({ ctx, params: named }) => {
      const id = pathId('privacyRequest', named.requestId, 'privacy_request')
      await retryRequest(ctx, id)
      return presentRequest(await getPrivacyRequest(ctx, id), ctx.company)
    },
  )

  app.post(
    '/privacy/exports',
    operation({
      id: 'export-person',
      tag: 'Privacy',
      summary: 'Put a person’s data together',
      description:
        'Everything that is held about a customer: one ZIP with JSON and documents, made in the background and deleted after seven days.',
      permission: 'privacy:write',
      body: newExport,
      response: ref(privacyRequest),
      errors,
    }),
    async ({ ctx, body }) =>
      presentRequest(
        await getPrivacyRequest(ctx, await startExport(ctx, customerOf(body.customerId))),
        ctx.company,
      ),
  )

  app.get(
    '/privacy/customers/:customerId/erasure',
    operation({
      id: 'weigh-erasure',
      tag: 'Privacy',
      summary: 'What an erasure would do',
      description: 'What is erased, what the law makes us keep, and what must be ended first.',
      permission: 'privacy:read',
      params: { customerId: 'The ID of the customer, starting with `cst_`.' },
      response: ref(weighed),
      errors,
    }),
    async ({ ctx, params: named }) => {
      const { name, erased, items, obstacles } = await weighErasure(
        ctx,
        pathId('customer', named.customerId, 'customer'),
      )
      return { name, erased, items, obstacles }
    },
  )

  app.post(
    '/privacy/erasures',
    operation({
      id: 'erase-person',
      tag: 'Privacy',
      summary: 'Forget a person',
      description:
        'For good. What is theirs goes at once; their addresses leave the rest of the company’s data in the background.',
      permission: 'privacy:write',
      body: newErasure,
      response: ref(privacyRequest),
      errors: {
        ...errors,
        409: 'They still owe something, pay at this moment or have a subscription; or they were erased already.',
      },
    }),
    async ({ ctx, body }) =>
      presentRequest(
        await getPrivacyRequest(
          ctx,
          await startErasure(ctx, deps.vault, customerOf(body.customerId), body.confirm),
        ),
        ctx.company,
      ),
  )
}
