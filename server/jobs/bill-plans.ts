import type { Task } from 'graphile-worker'
import { billPlans } from '../domain/platform-invoices/bill-plans.ts'
import type { JobDeps } from './tasks.ts'

export const BILL_PLANS = 'bill-plans'

/** Bills the companies for their plans, once a month. */
export const billPlansTask =
  (deps: JobDeps): Task =>
  async () => {
    const invoices = await billPlans(deps.sql, deps.clock.now())
    if (invoices > 0) deps.log.info({ invoices }, 'plans billed')
  }
