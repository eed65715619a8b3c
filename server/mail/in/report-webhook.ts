import type { FastifyPluginAsync } from 'fastify'
import { recordMailReport } from '../../domain/mails/record-mail-report.ts'
import { isReportSecret } from '../../domain/mails/report-address.ts'
import type { Db } from '../../kernel/context.ts'
import type { Clock } from '../../kernel/time.ts'
import type { Vault } from '../../kernel/vault.ts'
import { MAX_REPORT_BYTES, readReport } from './report.ts'

interface Deps {
  sql: Db
  vault: Vault
  clock: Clock
}

const refusals: Record<number, string> = {
  413: `A report has at most ${MAX_REPORT_BYTES} bytes.`,
  415: 'A report is a mail as it was received: message/rfc822.',
}

/**
 * Where the operator's mail server hands in what comes back, at `/webhooks/mail-reports/<secret>`. Nothing proves what a report
 * says: the secret is all that is known of who brings it. Nobody is ever answered by mail, so nothing goes in circles.
 */
export const mailReports: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: MAX_REPORT_BYTES },
    (_request, body, done) => done(null, body),
  )
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'unexpected error')
    const message = refusals[status] ?? (status < 500 ? 'The request is malformed.' : 'Failed; try again.')
    return reply.code(status < 500 ? status : 503).send({ message })
  })

  app.post<{ Params: { secret: string } }>(
    '/mail-reports/:secret',
    {
      config: { open: true },
      // Before a byte of the body is read.
      async onRequest(request, reply) {
        if (!(await isReportSecret(deps, request.params.secret)))
          return reply.code(404).send({ message: 'There is nothing here.' })
      },
    },
    async (request, reply) => {
      const report = request.body instanceof Uint8Array ? await readReport(request.body) : undefined
      if (!report)
        return reply.code(422).send({ message: 'This is no delivery status notification and no complaint.' })
      const outcome = await recordMailReport({ sql: deps.sql, now: deps.clock.now() }, report)
      request.log.info({ outcome, kind: report.kind }, 'mail report')
      return { status: outcome }
    },
  )
}
