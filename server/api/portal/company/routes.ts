import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeCompanySettings } from '../../../domain/companies/change-company-settings.ts'
import { changeLook } from '../../../domain/companies/change-look.ts'
import { findCompany } from '../../../domain/companies/company.ts'
import { getCompanyPlan } from '../../../domain/companies/get-company-plan.ts'
import { getCompanySettings } from '../../../domain/companies/get-company-settings.ts'
import { checkColour, paletteOf } from '../../../domain/companies/look.ts'
import { removeLogo } from '../../../domain/companies/remove-logo.ts'
import { setLogo } from '../../../domain/companies/set-logo.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { operation } from '../operation.ts'
import { presentCompanyPlan, presentLook } from './present.ts'
import { colours, companyPlan, companySettings, look, newLogo, newSettings, palette } from './schema.ts'

/** Base 64 that decodes to what was encoded. Throws `invalid`. */
function bytesOf(image: string): Buffer {
  const bytes = Buffer.from(image, 'base64')
  if (bytes.toString('base64').replace(/=+$/, '') !== image.replace(/=+$/, ''))
    throw invalid('image', 'must be in base64')
  return bytes
}

/** What a company says of itself, what it looks like and what its plan holds. */
export const companyRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [companySettings, companyPlan]) app.addSchema(schema)

  app.get(
    '/company',
    operation({
      id: 'get-company-settings',
      tag: 'Company',
      summary: 'Read what the company says of itself',
      description: 'Name, address, where it is paid, language and clock.',
      permission: 'company:read',
      response: ref(companySettings),
    }),
    ({ ctx }) => getCompanySettings(ctx),
  )

  app.put(
    '/company',
    operation({
      id: 'change-company-settings',
      tag: 'Company',
      summary: 'Change what the company says of itself',
      description: 'A detail that is left out is taken away.',
      permission: 'company:write',
      body: newSettings,
      response: ref(companySettings),
    }),
    async ({ ctx, body }) => {
      const changed = await changeCompanySettings(ctx, body)
      deps.access.clear()
      return changed
    },
  )

  app.get(
    '/company/look',
    operation({
      id: 'get-look',
      tag: 'Company',
      summary: 'Read what the company looks like',
      description: 'Colours and logo, and what follows from the colours.',
      permission: 'company:read',
      response: ref(look),
    }),
    // As it stands in the database: what a colleague changed a moment ago is not painted over.
    async ({ ctx }) =>
      presentLook((await findCompany(ctx.sql, ctx.company.companyId))!.look, ctx.company.companyId),
  )

  app.put(
    '/company/look',
    operation({
      id: 'change-look',
      tag: 'Company',
      summary: 'Change the company’s colours',
      description: 'Pages, mails and papers have them at once.',
      permission: 'company:write',
      body: colours,
      response: ref(look),
    }),
    async ({ ctx, body }) => {
      const changed = await changeLook(ctx, { accent: body.accent ?? null, band: body.band ?? null })
      deps.access.clear()
      return presentLook(changed, ctx.company.companyId)
    },
  )

  app.get(
    '/company/look/palette',
    operation({
      id: 'try-colours',
      tag: 'Company',
      summary: 'See what follows from two colours',
      description: 'Changes nothing. What is left out is none of its own.',
      permission: 'company:read',
      querystring: colours,
      response: ref(palette),
    }),
    async ({ query }) =>
      paletteOf({
        accent: checkColour('accent', query.accent ?? null),
        band: checkColour('band', query.band ?? null),
      }),
  )

  app.put(
    '/company/logo',
    operation({
      id: 'set-logo',
      tag: 'Company',
      summary: 'Give the company a logo',
      description: 'Kept without what is not picture. An SVG is a document and is refused.',
      permission: 'company:write',
      body: newLogo,
      response: ref(look),
    }),
    async ({ ctx, body }) => {
      const changed = await setLogo(ctx, bytesOf(body.image))
      deps.access.clear()
      return presentLook(changed, ctx.company.companyId)
    },
  )

  app.delete(
    '/company/logo',
    operation({
      id: 'remove-logo',
      tag: 'Company',
      summary: 'Take the logo away',
      description: 'The name stands in its place. Nothing happens where there is none.',
      permission: 'company:write',
    }),
    async ({ ctx }, reply) => {
      await removeLogo(ctx)
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.get(
    '/company/plan',
    operation({
      id: 'get-company-plan',
      tag: 'Company',
      summary: 'Read what the plan holds',
      description: 'What it costs, what it lacks, and which plans hold that.',
      permission: 'company:read',
      response: ref(companyPlan),
    }),
    async ({ ctx }) => presentCompanyPlan(await getCompanyPlan(ctx)),
  )
}
