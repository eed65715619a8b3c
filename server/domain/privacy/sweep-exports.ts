import type { Db } from '../../kernel/context.ts'

/** The job that deletes exports whose time is over. */
export const SWEEP_EXPORTS = 'sweep-exports'

/** Answers how many. */
export async function sweepExports(sql: Db, now: Date): Promise<number> {
  const [{ swept }] = await sql<[{ swept: number }]>`
    with over as (
      select company_id, id, document_id from privacy_requests where document_id is not null and expires_at <= ${now}
    ), forgotten as (
      update privacy_requests r set document_id = null from over
       where r.company_id = over.company_id and r.id = over.id returning over.company_id, over.document_id
    )
    select (select sum(erase_rows('documents'::regclass, company_id, array[document_id])) from forgotten)::integer as swept`
  return swept
}
