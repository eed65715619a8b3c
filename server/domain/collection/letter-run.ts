import type { Ctx, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'

/** The job that prints the letters of a run into one file. Its payload names the run. */
export const PRINT_LETTERS = 'print-letters'

export interface PrintLettersJob {
  companyId: number
  runId: string
}

/** Letters that are printed and posted together. */
export interface LetterRun {
  id: string
  batchId: string
  batchTitle: string | null
  /** `open`: letters may still join; `ready`: the file is there. */
  state: 'open' | 'printing' | 'ready'
  letters: number
  createdAt: Instant
  readyAt: Instant | null
}

/** A run takes letters for so long before it is printed: those of one transmission come together. */
const GATHER_SECONDS = 60

/** The id of the batch's open run, which is made, with its job, when there is none. */
// oxlint-disable-next-line house/ask-permission -- the engine's own
export async function openLetterRun(
  ctx: Ctx & { sql: Tx },
  batchId: string,
  letters: number,
): Promise<string> {
  const { sql, now } = ctx
  const id = newId()
  const { companyId } = ctx.company
  const [run] = await sql<[{ id: string }]>`
    insert into letter_runs (company_id, id, batch_id, state, letters, created_at)
    values (${companyId}, ${id}, ${batchId}, 'open', ${letters}, ${now})
    on conflict (company_id, batch_id) where state = 'open' do update set letters = letter_runs.letters + excluded.letters
    returning id`
  if (run.id === id)
    await sql`
      select graphile_worker.add_job(${PRINT_LETTERS}::text,
        json_build_object('companyId', ${companyId}::integer, 'runId', ${id}::text), job_key := ${`${PRINT_LETTERS} ${id}`}::text,
        run_at := ${new Date(now.getTime() + GATHER_SECONDS * 1000)}::timestamptz)`
  return run.id
}
