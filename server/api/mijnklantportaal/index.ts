import formbody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { actorName } from '../../kernel/context.ts'
import { acceptJson } from '../bodies.ts'
import type { Deps } from '../edge.ts'
import { acceptIdempotencyKeys } from '../idempotency.ts'
import { useOpenApi } from '../openapi.ts'
import { limitRate, limitRateOfSessions } from '../rate-limit.ts'
import { staffActor, useStaffSessions } from '../staff-sessions.ts'
import { useSentences } from '../validation.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { useAuthentication } from './auth.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { cmsRoutes } from './cms/routes.ts'
import { cloudfile } from './cloudfile.ts'
import { customerGroupRoutes } from './customer-groups/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { apiError, apiErrorForStaff, rateLimitError, useErrors } from './errors.ts'
import { fileRequestRoutes } from './file-requests/routes.ts'
import { fileShareRoutes } from './file-shares/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { offerRoutes } from './offers/routes.ts'
import { platformInvoiceRoutes } from './platform-invoices/routes.ts'
import { paymentLinkRoutes } from './payment-links/routes.ts'
import { punchCardRoutes } from './punch-cards/routes.ts'
import { subscriptionPackageRoutes } from './subscription-packages/routes.ts'
import { subscriptionRoutes } from './subscriptions/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

interface Options {
  deps: Deps
  /** For those who have signed in, by their session instead of a key: what our own pages do with it. */
  forStaff?: boolean
}

/** MijnKlantportaal v1, at `/v1`; for staff at `/api/portal/v1`. */
export const mijnklantportaal: FastifyPluginAsync<Options> = async (app, { deps, forStaff = false }) => {
  useErrors(app, forStaff)
  useSentences(app)
  acceptJson(app)
  await app.register(formbody)
  if (forStaff) {
    await limitRateOfSessions(app, deps)
    app.decorateRequest('ctx', null as never)
    useStaffSessions(app, deps)
    acceptIdempotencyKeys(app, deps, ({ staff }) => staffActor(staff))
  } else {
    await limitRate(app, deps, {
      // After authentication, so that the limit is the key's.
      hook: 'preParsing',
      keyGenerator: (request) => request.ctx?.actor.id ?? request.ip,
      addHeaders: { 'x-ratelimit-reset': false },
      addHeadersOnExceeding: { 'x-ratelimit-reset': false },
    })
    useAuthentication(app, deps)
    acceptIdempotencyKeys(app, deps, ({ ctx }) => actorName(ctx.actor))
  }
  await useOpenApi(app, '/v1', {
    title: 'MijnKlantportaal API',
    version: 'v1',
    description:
      'The MijnKlantportaal v1 contract as Balie speaks it. Where it differs, DEVIATIONS.md says so. Every changing request accepts the header `Idempotency-Key`: the same request with the same key is done once and gets its first answer for 24 hours.',
    security: { APIKey: { type: 'http', scheme: 'bearer' } },
    tags: [
      { name: 'Appointments API', description: 'Times that are kept for customers and others.' },
      { name: 'CMS API', description: 'Pages and forms that customers see: an extension of ours.' },
      { name: 'Agreements API', description: 'Documents that the company and others sign.' },
      { name: 'Customers API', description: 'Whom the company does business with.' },
      { name: 'Customer Groups API', description: 'Customers that are dealt with together.' },
      { name: 'Customer Invoices API', description: 'What customers are asked to pay.' },
      { name: 'Customer Offers API', description: 'What customers may accept.' },
      { name: 'Files API', description: 'Files and directories of the portal.' },
      { name: 'File Request API', description: 'Files that customers are asked for.' },
      { name: 'File Share API', description: 'Files that customers are given.' },
      { name: 'Payment Links API', description: 'Links by which anyone can pay an amount.' },
      { name: 'Punch Cards API', description: 'Cards that are stamped until they are used up.' },
      { name: 'Customer Subscriptions API', description: 'What customers pay for every term.' },
      { name: 'Customer Subscription Packages API', description: 'What subscriptions are sold as.' },
      { name: 'Invoices API', description: 'What the operator bills the company.' },
      { name: 'Tickets API', description: 'Questions of customers and the answers to them.' },
      { name: 'Webhooks API', description: 'Addresses that are told what happens.' },
    ],
  })
  app.addSchema(forStaff ? apiErrorForStaff : apiError)
  app.addSchema(rateLimitError)
  await appointmentRoutes(app, { deps })
  await cmsRoutes(app, { deps })
  app.addSchema(cloudfile)
  await agreementRoutes(app, { deps })
  await customerRoutes(app, { deps })
  await customerGroupRoutes(app, { deps })
  await fileRoutes(app, { deps })
  await fileRequestRoutes(app, { deps })
  await fileShareRoutes(app, { deps })
  await invoiceRoutes(app, { deps })
  await offerRoutes(app, { deps })
  await paymentLinkRoutes(app, { deps })
  await punchCardRoutes(app, { deps })
  await subscriptionRoutes(app, { deps })
  await subscriptionPackageRoutes(app, { deps })
  await platformInvoiceRoutes(app, { deps })
  await ticketRoutes(app, { deps })
  await webhookRoutes(app, { deps })
}
