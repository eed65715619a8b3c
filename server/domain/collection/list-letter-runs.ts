import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { LetterRun } from './letter-run.ts'

const MAX_LISTED = 500

/** The company's letter runs, newest first. Throws `forbidden`. */
export async function listLetterRuns(ctx: Ctx): Promise<LetterRun[]> {
  allow(ctx.actor, 'invoices:read')
  return ctx.sql<LetterRun[]>`
    select r.id, r.batch_id as "batchId", b.title as "batchTitle", r.state, r.letters, r.created_at as "createdAt",
           r.ready_at as "readyAt"
      from letter_runs r join batches b on b.company_id = r.company_id and b.id = r.batch_id
     where r.company_id = ${ctx.company.companyId}
     order by r.created_at desc, r.id desc limit ${MAX_LISTED}`
}
