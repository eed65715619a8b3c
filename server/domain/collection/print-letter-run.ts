import type { Readable } from 'node:stream'
import { transaction, type Ctx, type Db, type Locale } from '../../kernel/context.ts'
import type { Storage } from '../../kernel/storage.ts'
import { dayIn, type PlainDate } from '../../kernel/time.ts'
import { findCompany } from '../companies/company.ts'
import { getLetterhead, type Letterhead } from '../companies/letterhead.ts'
import { storeDocument } from '../documents/store-document.ts'
import { insertEvent } from '../events/event.ts'
import type { PrintLettersJob } from './letter-run.ts'
import type { CollectionMessage } from './message.ts'

/** A letter as it waits to be printed. */
export interface LetterToPrint {
  id: string
  says: CollectionMessage
  locale: Locale
  to: string[]
  on: PlainDate
}

const LIMIT_BYTES = 4 * 1024 * 1024 * 1024

/**
 * Prints the letters of a run into one file: `bundle` makes it of them. From here on the run takes no letter any more; a
 * run whose printing broke off is printed anew, and its letters count as sent when the file is there. Returns how many.
 */
export async function printLetterRun(
  deps: {
    sql: Db
    storage: Storage
    now: Date
    bundle(letters: LetterToPrint[], from: Letterhead, timeZone: string): Readable
  },
  { companyId, runId }: PrintLettersJob,
): Promise<number> {
  const { sql, storage, now, bundle } = deps
  const company = await findCompany(sql, companyId)
  const [run] = await sql<{ createdAt: string }[]>`
    update letter_runs set state = 'printing'
     where company_id = ${companyId} and id = ${runId} and state in ('open', 'printing')
    returning created_at as "createdAt"`
  if (!run || !company) return 0
  const ctx = (tx: Ctx['sql']): Ctx => ({
    sql: tx,
    company,
    actor: { kind: 'system', id: 'collection', permissions: 'all' },
    now,
  })
  const letters = await sql<(Omit<LetterToPrint, 'to' | 'on'> & { to: string })[]>`
    select id, params as says, locale, to_address as "to" from collection_messages
     where company_id = ${companyId} and letter_run_id = ${runId} order by id`
  const on = dayIn(now, company.timeZone)
  const from = await getLetterhead(ctx(sql))
  const stream = bundle(
    letters.map((letter) => ({ ...letter, to: letter.to.split('\n'), on })),
    from,
    company.timeZone,
  )
  const name = `letters-${on}-${runId.slice(-6)}.zip`
  return transaction(sql, async (tx) => {
    const inside = ctx(tx)
    const [mine] = await tx`
      select 1 from letter_runs where company_id = ${companyId} and id = ${runId} and state = 'printing' for update`
    if (!mine) {
      stream.destroy()
      return 0
    }
    const document = await storeDocument(inside, storage, {
      name,
      mime: 'application/zip',
      kind: 'letters',
      stream,
      limitBytes: LIMIT_BYTES,
    })
    await tx`
      with run as (
        update letter_runs set state = 'ready', document_id = ${document.id}, ready_at = ${now}, letters = ${letters.length}
         where company_id = ${companyId} and id = ${runId}
        returning company_id, id, null as before, jsonb_build_object('letters', letters) as after
      ), event as (${insertEvent(inside, 'letter_run.ready')} from run),
      message as (
        update collection_messages set state = 'sent', sent_at = ${now}
         where company_id = ${companyId} and letter_run_id = ${runId} and state = 'sending'
      )
      select 1`
    return letters.length
  })
}
