import type { FastifyPluginAsync } from 'fastify'
import { actorName } from '../../kernel/context.ts'
import type { Deps } from '../edge.ts'
import { acceptIdempotencyKeys } from '../idempotency.ts'
import { useOpenApi } from '../openapi.ts'
import { limitRate } from '../rate-limit.ts'
import { actorOf, useAuthentication } from './auth.ts'
import { acceptBodies } from './bodies.ts'
import { useErrors } from './errors.ts'
import { companyRoutes } from './companies/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { apiError } from './operation.ts'
import { paymentRoutes } from './payments/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'

/** A partner acts for many companies, so its limit is that many times a company's. */
const PARTNER_FACTOR = 20

/** ClubCollect v2, at `/api/v2`. */
export const clubcollect: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  useErrors(app)
  // Ids go before rules, so the rules are checked by the handlers.
  app.setValidatorCompiler(() => () => true)
  acceptBodies(app)
  await limitRate(app, deps, {
    max: deps.rateLimitPerMinute * PARTNER_FACTOR,
    hook: 'preParsing',
    keyGenerator: (request) => request.partner?.id ?? request.ip,
  })
  useAuthentication(app, deps)
  acceptIdempotencyKeys(app, deps, (request) => actorName(actorOf(request)))
  await useOpenApi(app, '/api/v2', {
    title: 'ClubCollect API',
    version: 'v2',
    description:
      'The ClubCollect v2 contract as Balie speaks it. Where it differs, DEVIATIONS.md says so. Every changing request accepts the header `Idempotency-Key`: the same request with the same key is done once and gets its first answer for 24 hours.',
    security: {
      ApiKey: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Authorization: ApiKey <key>`. The query parameter `api_key` is deprecated.',
      },
    },
    tags: [
      { name: 'Company', description: 'The organisations that the partner acts for.' },
      { name: 'Import', description: 'Batches of invoices that are sent together.' },
      { name: 'Invoice', description: 'Claims on customers.' },
      { name: 'Ticket', description: 'What customers and the company say about an invoice.' },
      {
        name: 'Payment',
        description:
          'Payments that a page of the partner begins. Signed with the API key instead of the header; see DEVIATIONS.md for the hosts that payers are sent back to.',
      },
    ],
  })
  app.addSchema(apiError)
  await companyRoutes(app, { deps })
  await ticketRoutes(app, { deps })
  await invoiceRoutes(app, { deps })
  await importRoutes(app, { deps })
  await paymentRoutes(app, { deps })
}
