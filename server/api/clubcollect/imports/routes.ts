import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { asParameter, enterCompany } from '../auth.ts'
import { anyBody } from '../bodies.ts'
import { integerField, textField } from '../fields.ts'
import { operation } from '../operation.ts'
import { presentNewImport } from './present.ts'
import { importBatch, newImport } from './schema.ts'

const MAX_EXPECTED = 10_000_000

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
      const expected = integerField(body, 'expected_invoices_count') ?? 0
      if (expected < 0 || expected > MAX_EXPECTED)
        throw invalid('expected_invoices_count', `must be between 0 and ${MAX_EXPECTED}`)
      return presentNewImport(await createBatch(ctx, title, expected), ctx.company)
    },
  )
}
