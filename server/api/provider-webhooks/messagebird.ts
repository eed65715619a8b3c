import type { FastifyInstance } from 'fastify'
import { recordSmsReport } from '../../domain/collection/record-sms-report.ts'
import { isReportToken } from '../../domain/sms/connect-sms.ts'
import { isUuid } from '../../kernel/ids.ts'
import { companyOfLinkToken } from '../../kernel/link-token.ts'
import { contextOf, type Deps } from '../edge.ts'

interface Report {
  Params: { token: string }
  Querystring: { reference?: unknown; status?: unknown; statusErrorCode?: unknown }
}

/** `sent` and `buffered` say nothing new; these are the last words. */
const lastWords: Record<string, boolean> = {
  delivered: true,
  delivery_failed: false,
  'delivery failed': false,
  expired: false,
}

/**
 * Where MessageBird says, by GET, what became of a text message. The reports are not signed: the secret of the address,
 * each company's own, makes them MessageBird's. Anything but 200 is tried again, so strangers and nonsense get 200 too.
 */
export function messagebirdReports(app: FastifyInstance, deps: Deps): void {
  const config = { open: true }
  app.get<Report>('/messagebird/:token', { config, exposeHeadRoute: false }, async (request, reply) => {
    const { token } = request.params
    const { reference, status, statusErrorCode } = request.query
    const companyId = companyOfLinkToken(token)
    const company = companyId === undefined ? undefined : await deps.access.company(companyId)
    const delivered = typeof status === 'string' ? lastWords[status] : undefined
    if (
      company &&
      delivered !== undefined &&
      typeof reference === 'string' &&
      isUuid(reference) &&
      (await isReportToken(deps.sql, company.companyId, token))
    ) {
      const actor = { kind: 'system', id: 'messagebird', permissions: 'all' } as const
      const code =
        typeof statusErrorCode === 'string' && /^\d{1,6}$/.test(statusErrorCode)
          ? ` (${statusErrorCode})`
          : ''
      const reason = delivered ? null : `The text message was not delivered: ${String(status)}${code}.`
      await recordSmsReport(contextOf(deps, request, company, actor), {
        messageId: reference,
        delivered,
        reason,
      })
    }
    return reply.code(200).send({ status: 'ok' })
  })
}
