import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What this process has to say to Prometheus. */
export interface Metrics {
  registry: Registry
  countJob(job: string, outcome: 'succeeded' | 'failed'): void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'balie_' })
  const jobs = new Counter({
    name: 'balie_jobs_total',
    help: 'Jobs worked on, by name and outcome',
    labelNames: ['job', 'outcome'],
    registers: [registry],
  })
  return { registry, countJob: (job, outcome) => jobs.inc({ job, outcome }) }
}

/** Times every request by its route (never by its path, which holds ids and secrets) and shows all at /metrics. */
export function useMetrics(app: FastifyInstance, { registry }: Metrics): void {
  const seconds = new Histogram({
    name: 'balie_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  // Looking a child up by its labels costs more than observing it.
  const children = new Map<string, ReturnType<typeof seconds.labels>>()
  app.addHook('onResponse', (request, reply, done) => {
    const { url = 'none' } = request.routeOptions
    const key = `${request.method} ${url} ${reply.statusCode}`
    let child = children.get(key)
    if (!child) {
      child = seconds.labels({
        method: request.method,
        route: url,
        status: String(reply.statusCode),
      })
      children.set(key, child)
    }
    child.observe(reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { logLevel: 'silent' }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
