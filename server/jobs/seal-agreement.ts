import type { Task } from 'graphile-worker'
import type { SealAgreementJob } from '../domain/agreements/seal-job.ts'
import { sealAgreement } from '../domain/agreements/seal-agreement.ts'
import { findCompany } from '../domain/companies/company.ts'
import type { JobDeps } from './tasks.ts'

/** Makes the sealed documents of an agreement that all have signed. */
export const sealAgreementTask =
  ({ sql, storage, clock, log }: JobDeps): Task =>
  async (payload) => {
    const job = payload as SealAgreementJob
    const company = await findCompany(sql, job.companyId)
    if (!company) return
    const actor = { kind: 'system', id: 'seal-agreement', permissions: 'all' } as const
    const made = await sealAgreement({ sql, company, actor, now: clock.now() }, storage, job.agreementId)
    log.info({ ...job, documents: made }, 'agreement sealed')
  }
