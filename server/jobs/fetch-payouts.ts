import type { Task } from 'graphile-worker'
import { findCompany } from '../domain/companies/company.ts'
import type { FetchPayoutsJob } from '../domain/payouts/fetch-job.ts'
import { fetchPayouts } from '../domain/payouts/fetch-payouts.ts'
import { planPayouts } from '../domain/payouts/plan-payouts.ts'
import type { JobDeps } from './tasks.ts'

/** Asks a company's provider what it paid out. */
export const fetchPayoutsTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const { companyId } = payload as FetchPayoutsJob
    const company = await findCompany(deps.sql, companyId)
    if (!company) return
    const actor = { kind: 'system', id: 'fetch-payouts', permissions: 'all' } as const
    const { changed, failure } = await fetchPayouts(
      { sql: deps.sql, company, actor, now: deps.clock.now() },
      deps.payments,
    )
    if (failure) deps.log.warn({ err: failure, companyId }, 'payouts could not be looked at')
    else if (changed > 0) deps.log.info({ companyId, changed }, 'payouts noted')
  }

/** Finds whose providers are to be asked. */
export const planPayoutsTask =
  ({ sql, clock, payments }: JobDeps): Task =>
  async () => {
    await planPayouts(sql, clock.now(), { sandbox: payments.sandbox !== undefined })
  }
