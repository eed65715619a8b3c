import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsync } from 'fastify'
import { BalieError } from '../../kernel/errors.ts'
import { acceptJson } from '../bodies.ts'
import type { Deps } from '../edge.ts'
import { acceptIdempotencyKeys } from '../idempotency.ts'
import { useOpenApi } from '../openapi.ts'
import { useSentences } from '../validation.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { downloadRoutes } from './downloads/routes.ts'
import { apiError, useErrors } from './errors.ts'
import { paperRoutes } from './papers/routes.ts'
import { publicFileRequestRoutes } from './file-requests/routes.ts'
import { publicFileShareRoutes } from './file-shares/routes.ts'
import { payerRoutes } from './public-invoices/payer-routes.ts'
import { planRoutes } from './public-invoices/plan-routes.ts'
import { publicInvoiceRoutes } from './public-invoices/routes.ts'
import { publicOfferRoutes } from './public-offers/routes.ts'

/** Our own API, for the web pages of members, customers and staff, at `/api/portal`. */
export const portal: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  useErrors(app)
  useSentences(app)
  acceptJson(app)
  await app.register(rateLimit, {
    global: deps.rateLimitPerMinute > 0,
    max: deps.rateLimitPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new BalieError('rate_limited', '', 'Too many requests.', Math.ceil(ttl / 1000)),
  })
  app.decorateRequest('ctx', null as never)
  // Whoever holds a link is known by the link, of which only a hash is kept.
  acceptIdempotencyKeys(app, deps, ({ url }) => `link:${createHash('sha256').update(url).digest('hex')}`)
  await useOpenApi(app, '/api/portal', {
    title: 'Balie portal API',
    version: '1',
    description: 'What the pages of Balie itself are made with.',
    security: {},
    tags: [
      { name: 'Public invoices', description: 'An invoice, to whoever holds its secret link.' },
      { name: 'Public offers', description: 'An offer, to whoever holds its secret link.' },
      { name: 'Agreements', description: 'An agreement to sign, to whoever holds a signer’s secret link.' },
      { name: 'File requests', description: 'What is asked of whoever holds a secret link.' },
      { name: 'File shares', description: 'Files, to whoever holds a secret link.' },
      { name: 'Downloads', description: 'Documents, to whoever holds a link of the last minutes.' },
    ],
  })
  app.addSchema(apiError)
  await planRoutes(app, { deps })
  await payerRoutes(app, { deps })
  await publicInvoiceRoutes(app, { deps })
  await publicOfferRoutes(app, { deps })
  await publicFileRequestRoutes(app, { deps })
  await publicFileShareRoutes(app, { deps })
  await downloadRoutes(app, { deps })
  await paperRoutes(app, { deps })
  await agreementRoutes(app, { deps })
}
