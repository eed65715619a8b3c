import formbody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { PaymentProviderError } from '../../domain/payments/provider.ts'
import { hearWebhook } from '../../domain/payments/sync-payment.ts'
import { BalieError } from '../../kernel/errors.ts'
import { companyOfLinkToken } from '../../kernel/link-token.ts'
import { contextOf, type Deps } from '../edge.ts'
import { toBalieError } from '../errors.ts'
import { messagebirdReports } from './messagebird.ts'

interface Webhook {
  Params: { token: string }
  Body: unknown
}

/**
 * What payment providers call, at `/webhooks`. A call says that something changed, never what: the state is fetched. Mollie
 * wants 200 for ids that we do not know, so that nobody learns which we do; anything but a 2xx is tried again for a day.
 */
export const providerWebhooks: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await app.register(formbody)
  app.setErrorHandler((error, request, reply) => {
    const known =
      error instanceof PaymentProviderError
        ? new BalieError('unavailable', 'payments', 'The payment could not be looked up; call again.', 60)
        : toBalieError(error)
    if (!known) request.log.error({ err: error }, 'unexpected error')
    const status = known?.code === 'unavailable' ? 503 : known ? 422 : 500
    if (known?.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds)
    return reply.code(status).send({ code: known?.code ?? 'internal', message: known?.message ?? 'Failed.' })
  })

  app.post<Webhook>('/mollie/:token', { config: { open: true } }, async (request, reply) => {
    const { token } = request.params
    const { id } = (request.body ?? {}) as { id?: unknown }
    const companyId = companyOfLinkToken(token)
    const company = companyId === undefined ? undefined : await deps.access.company(companyId)
    if (company && typeof id === 'string' && /^tr_[0-9A-Za-z]{1,60}$/.test(id)) {
      const actor = { kind: 'system', id: 'mollie', permissions: 'all' } as const
      await hearWebhook(contextOf(deps, request, company, actor), deps.payments, token, id).catch(
        (error: unknown) => {
          if (!(error instanceof BalieError && error.code === 'not_found')) throw error
        },
      )
    }
    return reply.code(200).send({ status: 'ok' })
  })
  messagebirdReports(app, deps)
}
