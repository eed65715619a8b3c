import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyContextConfig, FastifyInstance } from 'fastify'
import type { AppDeps } from '../../server/app.ts'
import { startTestApp, type TestApp } from './app.ts'
import { fakeConnectors } from './connectors.ts'

/** One method of one path, as the router has it. */
export interface Route {
  method: string
  /** As declared: `:name` is a parameter, `::` a colon. */
  url: string
  /** `POST /v1/tickets/:ticketId`. */
  name: string
  config: FastifyContextConfig
}

const PREFIXES = [
  '/v1/',
  '/api/v2/',
  '/api/portal/',
  '/public-invoice/',
  '/public-offer/',
  '/agreements/',
  '/file-requests/',
  '/file-shares/',
  '/payment-link/',
  '/oauth/',
  '/.well-known/',
]

/** The plugin of `/v1` once more, for those who have signed in: its routes are walked there. */
const SAME_AS_V1 = '/api/portal/v1/'

/** The real application with every route that it registered below an API's prefix, wherever that was done. */
export async function startAppWithRoutes(
  options: Partial<AppDeps> = {},
): Promise<{ running: TestApp; routes: Route[] }> {
  const routes: Route[] = []
  // Fastify tells of each new instance before anything is registered on it.
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url, config }) => {
      if (!PREFIXES.some((prefix) => url.startsWith(prefix)) || url.startsWith(SAME_AS_V1)) return
      for (const one of [method].flat())
        routes.push({
          method: one,
          url,
          name: `${one} ${url}`,
          config: config ?? {},
        })
    })
  }
  subscribe('fastify.initialization', listen)
  const services = await fakeConnectors()
  const running = await startTestApp({ connectors: services.connectors, ...options }).finally(() =>
    unsubscribe('fastify.initialization', listen),
  )
  const close = async () => {
    await running.close()
    await services.stop()
  }
  return { running: { ...running, close }, routes }
}
