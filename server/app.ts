import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { clubcollect } from './api/clubcollect/index.ts'
import { paymentReturnRoutes } from './api/clubcollect/payments/return-routes.ts'
import { RETURN_PATH } from './api/clubcollect/payments/start.ts'
import type { Deps } from './api/edge.ts'
import { mijnklantportaal } from './api/mijnklantportaal/index.ts'
import { oauth, oauthMetadata } from './api/oauth/index.ts'
import { agreementPages } from './api/portal/agreements/pages.ts'
import { fileRequestPages } from './api/portal/file-requests/pages.ts'
import { fileSharePages } from './api/portal/file-shares/pages.ts'
import { portal } from './api/portal/index.ts'
import { genuinePages, shortLinks } from './api/portal/genuine/pages.ts'
import { publicInvoicePages } from './api/portal/public-invoices/pages.ts'
import { publicOfferPages } from './api/portal/public-offers/pages.ts'
import { mailReports } from './mail/in/report-webhook.ts'
import { mailbox } from './mail/out/mailbox.ts'
import { render } from './mail/out/render.ts'
import { paymentLinkPages } from './api/portal/payment-links/pages.ts'
import { paymentPages } from './api/portal/payments/pages.ts'
import { sandboxBankPages } from './api/portal/sandbox-bank/pages.ts'
import { providerWebhooks } from './api/provider-webhooks/routes.ts'
import { webPages } from './api/web.ts'
import { useMetrics, type Metrics } from './metrics.ts'

export interface AppDeps extends Deps {
  metrics: Metrics
  bodyLimitBytes: number
  trustProxy: boolean
  /** Serve the mail that was caught, to anyone, at `/dev/mail`. */
  mailbox?: boolean
  /** Without it only health and metrics are served. */
  web: boolean
  logger: FastifyBaseLogger | undefined
  /** Undefined when this process can do its work, else what is not ready. */
  notReady(): Promise<string | undefined>
}

/** A path without what must not be read in a log: keys in queries, secrets of links. */
const loggable = (url: string): string =>
  url
    .split('?')[0]!
    .replace(
      /(\/public-(?:invoices?|offers?)\/[^/]+\/(?:pay\/)?|^\/(?:api\/portal\/)?(?:agreements|file-requests|file-shares)\/[^/]+\/|\/(?:downloads|invoice-pdfs|offer-pdfs)\/)[^/]+/,
      '$1…',
    )
    .replace(/(\/payment\/|\/webhooks\/[^/]+\/|\/sandbox-bank\/[^/]+\/|\/payment-link\/|^\/l\/)[^/]+/, '$1…')

const REQUEST_MS = 30_000
const UPLOAD_MS = 600_000

/** Mounts the APIs. No logic. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: deps.bodyLimitBytes,
    trustProxy: deps.trustProxy,
    // The router takes the segments of a path as they come; a client may encode the colons of `assign:to:support`.
    rewriteUrl: ({ url = '/' }) => url.replace(/%3a/gi, ':'),
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    // Nothing an outsider sends needs longer: slow senders are cut off. Files get more time than the rest (below).
    requestTimeout: UPLOAD_MS,
    http: { headersTimeout: REQUEST_MS },
    // Presenters name every field that goes out, and their types are the schemas'. Measured: half the time of a serializer
    // compiled from the schema, a tenth of what a list costs; and compiling them all took 6 s and 200 MB at start. Set here it
    // holds in plugins with schemas of their own too, which `setSerializerCompiler` does not.
    schemaController: {
      compilersFactory: { buildSerializer: () => () => (answer) => JSON.stringify(answer) },
    },
    ...(deps.logger === undefined ? {} : { loggerInstance: deps.logger }),
    frameworkErrors: (_error, request, reply) => {
      const inClubCollect = request.url.startsWith('/api/v2')
      return reply
        .status(404 as never)
        .send((inClubCollect ? { error: 'not_found' } : { message: 'There is nothing here.' }) as never)
    },
  })

  app.addHook('onRequest', (request, reply, done) => {
    const {
      'content-type': type = '',
      'content-length': length,
      'transfer-encoding': encoding,
    } = request.headers
    if ((length !== undefined || encoding !== undefined) && !/^multipart\/form-data/i.test(type)) {
      const cut = setTimeout(() => request.raw.destroy(), REQUEST_MS).unref()
      request.raw.once('close', () => clearTimeout(cut))
    }
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    done()
  })
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // A connection whose last request ended after the close would be kept for its whole time-out.
    if (closing) setImmediate(() => app.server.closeIdleConnections())
    request.log.info(
      {
        method: request.method,
        path: loggable(request.url),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
    done()
  })
  useMetrics(app, deps.metrics)

  app.get('/healthz', { logLevel: 'silent' }, () => ({ status: 'ok' }))
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const reason = await deps.notReady()
    return reason === undefined ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason })
  })

  if (!deps.web) return app

  await app.register(mijnklantportaal, { prefix: '/v1', deps })
  await app.register(clubcollect, { prefix: '/api/v2', deps })
  await app.register(portal, {
    prefix: '/api/portal',
    deps,
    writeMail: (mail) => render(mail, deps.publicUrl()),
  })
  await app.register(mijnklantportaal, { prefix: '/api/portal/v1', deps, forStaff: true })

  await app.register(publicInvoicePages, { prefix: '/public-invoice', deps })
  await app.register(genuinePages, { prefix: '/genuine', deps })
  await app.register(shortLinks, { prefix: '/l', deps })
  await app.register(publicOfferPages, { prefix: '/public-offer', deps })
  await app.register(agreementPages, { prefix: '/agreements', deps })
  await app.register(fileRequestPages, { prefix: '/file-requests', deps })
  await app.register(fileSharePages, { prefix: '/file-shares', deps })
  if (deps.mailbox) await app.register(mailbox, { prefix: '/dev', sql: deps.sql })
  await app.register(oauth, { prefix: '/oauth', deps })
  await app.register(oauthMetadata, { prefix: '/.well-known', deps })
  await app.register(paymentLinkPages, { prefix: '/payment-link', deps })
  await app.register(paymentPages, { prefix: '/payment', deps })
  await app.register(paymentReturnRoutes, { prefix: RETURN_PATH, deps })
  await app.register(providerWebhooks, { prefix: '/webhooks', deps })
  await app.register(mailReports, { prefix: '/webhooks', deps })
  if (deps.sandboxBank)
    await app.register(sandboxBankPages, { prefix: '/sandbox-bank', deps, bank: deps.sandboxBank })
  await app.register(docs)
  await app.register(webPages)
  return app
}

/** One readable page for all the documents. */
async function docs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, { openapi: { openapi: '3.1.1' } })
  const icon = await readFile(new URL('../web/public/assets/icon.svg', import.meta.url))
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    logo: { type: 'image/svg+xml', content: icon, href: '/docs', target: '_self' },
    theme: {
      title: 'Balie: the APIs',
      favicon: [{ filename: 'icon.svg', rel: 'icon', sizes: 'any', type: 'image/svg+xml', content: icon }],
    },
    uiConfig: {
      urls: [
        { url: '/v1/openapi.json', name: 'MijnKlantportaal v1' },
        { url: '/api/v2/openapi.json', name: 'ClubCollect v2' },
        { url: '/api/portal/openapi.json', name: 'Balie portal' },
      ],
      deepLinking: true,
    },
  })
}
