import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { deleteBatch } from '../../../domain/batches/delete-batch.ts'
import { expectInvoices } from '../../../domain/batches/expect-invoices.ts'
import { getBatch } from '../../../domain/batches/get-batch.ts'
import { listBatches } from '../../../domain/batches/list-batches.ts'
import { transmitBatch } from '../../../domain/batches/transmit-batch.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { asParameter, enter, enterCompany } from '../auth.ts'
import { anyBody, missingFirst } from '../bodies.ts'
import { integerField, textField } from '../fields.ts'
import { operation } from '../operation.ts'
import { pageQuery, parsePage, presentPageObject, toPageRequest } from '../paging.ts'
import { presentImport, presentListedImport } from './present.ts'
import { changedImport, importBatch, importList, newImport } from './schema.ts'

const MAX_EXPECTED = 10_000_000
const params = { id: 'The ID of the import.' }

/** Throws `invalid`. */
function expectedCount(body: Record<string, unknown>): number | undefined {
  const expected = integerField(body, 'expected_invoices_count')
  if (expected !== undefined && (expected < 0 || expected > MAX_EXPECTED))
    throw invalid('expected_invoices_count', `must be between 0 and ${MAX_EXPECTED}`)
  return expected
}

export const importRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(importBatch)

  app.post(
    '/imports',
    operation({
      id: 'create-import',
      tag: 'Import',
      summary: 'Create an empty import',
      description: 'Opens an import that invoices can be added to until it is transmitted.',
      permission: 'invoices:write',
      body: newImport,
      response: ref(importBatch),
      errors: { 422: ['invalid_company_id', 'invalid_title', 'invalid_expected_invoices_count'] },
    }),
    async (request) => {
      const body = anyBody(request)
      const { ctx } = await enterCompany(deps, request, body['company_id']).catch(asParameter('company_id'))
      const title = textField(body, 'title') || null
      return presentImport(await createBatch(ctx, title, expectedCount(body) ?? 0), ctx.company)
    },
  )

  app.get(
    '/imports/:id',
    operation({
      id: 'show-import',
      tag: 'Import',
      summary: 'Show import',
      description:
        'One import with the ids of its invoices. Its 404 has the documented plural key: `{"errors":"invalid_import_id"}`.',
      permission: 'invoices:read',
      params,
      response: ref(importBatch),
      pluralErrors: true,
      errors: { 404: ['invalid_import_id'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'batch')
      return presentImport(await getBatch(ctx, id), ctx.company)
    },
  )

  app.put(
    '/imports/:id/transmit',
    operation({
      id: 'transmit-import',
      tag: 'Import',
      summary: 'Transmit import',
      description: 'Closes the import and begins its collection: nothing can be added or changed afterwards.',
      permission: 'invoices:write',
      params,
      response: ref(importBatch),
      errors: { 404: ['invalid_import_id'], 422: ['import_already_transmitted'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'batch')
      return presentImport(await transmitBatch(ctx, id), ctx.company)
    },
  )

  app.put(
    '/imports/:id',
    operation({
      id: 'update-import',
      tag: 'Import',
      summary: 'Update import',
      description: 'Changes how many invoices are to be expected.',
      permission: 'invoices:write',
      params,
      body: changedImport,
      response: ref(importBatch),
      errors: {
        404: ['invalid_import_id'],
        422: ['import_already_transmitted', 'invalid_expected_invoices_count'],
      },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'batch')
      const expected = await missingFirst(
        async () => void (await getBatch(ctx, id)),
        () => expectedCount(anyBody(request)),
      )
      return presentImport(await expectInvoices(ctx, id, expected), ctx.company)
    },
  )

  app.delete(
    '/imports/:id',
    operation({
      id: 'delete-import',
      tag: 'Import',
      summary: 'Delete import',
      description: 'Removes an import that was not transmitted, with all its invoices.',
      permission: 'invoices:write',
      params,
      errors: { 404: ['invalid_import_id'], 422: ['import_already_transmitted', 'invoice_has_payments'] },
    }),
    async (request, reply) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'batch')
      await deleteBatch(ctx, id)
      reply.code(204 as 200)
    },
  )

  app.get(
    '/companies/:id/imports',
    operation({
      id: 'list-imports-of-company',
      tag: 'Import',
      summary: 'List imports of a company',
      description: 'The imports of a company, oldest first.',
      permission: 'invoices:read',
      params: { id: 'The ID of the company.' },
      querystring: pageQuery,
      response: importList,
      errors: { 404: ['not_found'] },
    }),
    async (request) => {
      const { ctx } = await enterCompany(deps, request, request.params.id)
      const page = parsePage(request.query)
      const { rows, total } = await listBatches(ctx, toPageRequest(page))
      return {
        imports: rows.map((row) => presentListedImport(row, ctx.company)),
        page: presentPageObject(page, total),
      }
    },
  )
}
