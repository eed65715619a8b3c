import type { FastifyPluginAsync } from 'fastify'
import { findPartnersOfHost } from '../../../domain/access/redirect-hosts.ts'
import { findSigningKeys } from '../../../domain/access/signing-keys.ts'
import { findPartnerPayment } from '../../../domain/partner-payments/find-partner-payment.ts'
import { getPaymentByToken } from '../../../domain/payments/find-payment.ts'
import { notFound } from '../../../kernel/errors.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'
import { limitRate } from '../../rate-limit.ts'
import { useErrors } from '../errors.ts'
import { presentReturn } from './present.ts'
import { parseRedirectUrl, withParameters } from './redirect-url.ts'

/**
 * The last step of a payer's way back: `/payment/<token>/return` has asked the provider how the payment stands and leads
 * here, and from here the payer goes to the partner's page, with the result and its signature. The host is looked up again:
 * it may have been taken away since.
 */
export const paymentReturnRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  useErrors(app)
  await limitRate(app, deps)

  app.get('/', { config: { open: true }, exposeHeadRoute: false }, async (request, reply) => {
    const { payment: token } = request.query as { payment?: unknown }
    if (typeof token !== 'string') throw notFound('payment')
    const company = await deps.access.company(idOr404(companyOfLinkToken(token), 'payment'))
    if (!company) throw notFound('payment')
    const ctx = contextOf(deps, request, company, { kind: 'member', id: 'payer', permissions: new Set() })
    const { id } = await getPaymentByToken(ctx, token)
    const payment = await findPartnerPayment(ctx, id)
    const url = parseRedirectUrl(payment?.redirectUrl)
    const allowed = url ? await findPartnersOfHost(deps.sql, company.companyId, url.hostname) : []
    if (!payment || !url || !allowed.includes(payment.partnerId)) throw notFound('payment')
    const [key] = await findSigningKeys(deps.sql, deps.vault, payment.partnerId)
    return reply
      .header('cache-control', 'no-store')
      .redirect(withParameters(url, presentReturn(payment, company), key), 302)
  })
}
