import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createPartnerCompany } from '../../../domain/access/create-partner-company.ts'
import { changeCompany } from '../../../domain/companies/change-company.ts'
import { getCompanyProfile } from '../../../domain/companies/get-company-profile.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { actorOf, enterCompany } from '../auth.ts'
import { anyBody } from '../bodies.ts'
import { operation } from '../operation.ts'
import { parseCompany } from './parse.ts'
import { presentCompany } from './present.ts'
import { company, newCompany } from './schema.ts'

const invalidFields = [
  'name',
  'brand',
  'email',
  'locale',
  'country_code',
  'currency',
  'vat_percentage',
  'partnership_page_url',
].map((field) => `invalid_${field}`)

export const companyRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(company)

  app.get(
    '/companies/:id',
    operation({
      id: 'show-company',
      tag: 'Company',
      summary: 'Show company',
      description: 'One company. Its 404 has the documented plural key: `{"errors":"not_found"}`.',
      permission: 'company:read',
      params: { id: 'The ID of the company.' },
      response: ref(company),
      pluralErrors: true,
      errors: { 404: ['not_found'] },
    }),
    async (request) => {
      const { ctx } = await enterCompany(deps, request, request.params.id)
      return presentCompany(ctx.company, await getCompanyProfile(ctx))
    },
  )

  app.post(
    '/companies',
    operation({
      id: 'create-company',
      tag: 'Company',
      summary: 'Create company',
      description: 'Registers a company that the partner may act for.',
      permission: 'company:write',
      body: newCompany,
      response: ref(company),
      errors: { 422: invalidFields },
    }),
    async (request) => {
      const profile = parseCompany(anyBody(request))
      const sql = request.tx ?? deps.sql
      const made = await createPartnerCompany(
        sql,
        actorOf(request),
        deps.clock.now(),
        request.partner.id,
        profile,
      )
      return presentCompany(made, profile)
    },
  )

  app.put(
    '/companies/:id',
    operation({
      id: 'update-company',
      tag: 'Company',
      summary: 'Update company',
      description:
        'Replaces what is known of a company. Optional fields that are left out stay, empty ones are emptied.',
      permission: 'company:write',
      params: { id: 'The ID of the company.' },
      body: newCompany,
      response: ref(company),
      errors: { 404: ['not_found'], 422: [...invalidFields, 'currency_in_use'] },
    }),
    async (request) => {
      const { ctx } = await enterCompany(deps, request, request.params.id)
      const changed = await changeCompany(ctx, parseCompany(anyBody(request)))
      return presentCompany(ctx.company, changed)
    },
  )
}
