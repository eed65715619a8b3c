import type { Db, Tx } from '../../kernel/context.ts'

/** The job that makes the sealed documents of an agreement that all have signed. Its payload names the row. */
export const SEAL_AGREEMENT = 'seal-agreement'

export interface SealAgreementJob {
  companyId: number
  agreementId: string
}

/** Adds the job for the row at hand (columns company_id and id). A queue of its own per agreement: one at a time. */
export const addSealAgreementJob = (sql: Db | Tx) => sql`
  graphile_worker.add_job(${SEAL_AGREEMENT}::text, json_build_object('companyId', company_id, 'agreementId', id),
    queue_name := 'seal-agreement ' || id::text, job_key := 'seal-agreement ' || id::text)`
