import type { Task } from 'graphile-worker'
import { findCompany } from '../domain/companies/company.ts'
import type { ExpirePaymentLinkJob } from '../domain/payment-links/create-payment-link.ts'
import { expirePaymentLink } from '../domain/payment-links/expire-payment-link.ts'
import type { JobDeps } from './tasks.ts'

/** Says that a payment link has expired, at the moment that it does. */
export const expirePaymentLinkTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const { companyId, paymentLinkId } = payload as ExpirePaymentLinkJob
    const company = await findCompany(deps.sql, companyId)
    if (!company) return
    const expired = await expirePaymentLink(
      {
        sql: deps.sql,
        company,
        actor: { kind: 'system', id: 'expire-payment-link', permissions: 'all' },
        now: deps.clock.now(),
      },
      paymentLinkId,
    )
    if (expired) deps.log.info({ companyId, paymentLinkId }, 'payment link expired')
  }
