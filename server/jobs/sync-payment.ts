import type { Task } from 'graphile-worker'
import { findCompany } from '../domain/companies/company.ts'
import { PaymentProviderError } from '../domain/payments/provider.ts'
import { planSync } from '../domain/payments/plan-sync.ts'
import type { SyncPaymentJob } from '../domain/payments/sync-job.ts'
import { syncPayment } from '../domain/payments/sync-payment.ts'
import { BalieError } from '../kernel/errors.ts'
import type { JobDeps } from './tasks.ts'

/** Looks how a payment stands at its provider, or orders a charge; plans its own next look. */
export const syncPaymentTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const { companyId, paymentId } = payload as SyncPaymentJob
    const company = await findCompany(deps.sql, companyId)
    if (!company) return
    const ctx = {
      sql: deps.sql,
      company,
      actor: { kind: 'system', id: 'sync-payment', permissions: 'all' },
      now: deps.clock.now(),
    } as const
    try {
      const { status } = await syncPayment(ctx, deps.payments, paymentId)
      deps.log.info({ companyId, paymentId, status }, 'payment looked at')
    } catch (error) {
      if (!(error instanceof PaymentProviderError || error instanceof BalieError)) throw error
      await planSync(ctx, paymentId)
      deps.log.warn({ err: error, companyId, paymentId }, 'payment could not be looked at')
    }
  }
