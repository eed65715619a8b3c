import type { Readable } from 'node:stream'
import { transaction, type Ctx, type Db } from '../../kernel/context.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'
import type { Vault } from '../../kernel/vault.ts'
import { findCompany } from '../companies/company.ts'
import { storeDocument } from '../documents/store-document.ts'
import { forgetAnswers } from '../idempotency/forget-answers.ts'
import { beginErasing } from './erase-own-rows.ts'
import { gatherRows } from './gather.ts'
import { agreementsOf, documentsOf, findPersonRows } from './person.ts'
import type { PrivacyJob } from './request.ts'
import type { PersonWords } from './words-of-person.ts'

const KEEP_DAYS = 7
const LIMIT_BYTES = 5 * 1024 ** 3

/** A file of an export: text, or the bytes of a document. */
export type ExportEntry = { path: string } & ({ text: string } | { open(): Promise<Readable> })

export interface AnswerDeps {
  sql: Db
  vault: Pick<Vault, 'open'>
  storage: Storage
  now: Date
  /** Makes a ZIP of the entries, one after the other; `done` is called after each. */
  bundle(entries: AsyncIterable<ExportEntry>): Readable
}

interface Asked {
  id: string
  kind: 'export' | 'erasure'
  customerId: string
  sealed: Uint8Array | null
}

/** Does what a request for privacy asks, as far as it is not done. False where there is nothing to do. */
export async function answerRequest(deps: AnswerDeps, job: PrivacyJob): Promise<boolean> {
  const { sql, now } = deps
  const company = await findCompany(sql, job.companyId)
  const [asked] = await sql<Asked[]>`
    select id, kind, customer_id as "customerId", sealed from privacy_requests
     where company_id = ${job.companyId} and id = ${job.requestId} and state = 'running'`
  if (!company || !asked) return false
  const ctx: Ctx = { sql, company, actor: { kind: 'system', id: 'privacy', permissions: 'all' }, now }
  if (asked.kind === 'export') await makeExport(deps, ctx, asked)
  else await sweep(deps, ctx, asked)
  return true
}

/** Gives up, for the owner to see. */
export async function failRequest(sql: Db, now: Date, job: PrivacyJob, error: string): Promise<void> {
  await sql`
    update privacy_requests set state = 'failed', error = ${error}, finished_at = ${now}
     where company_id = ${job.companyId} and id = ${job.requestId} and state = 'running'`
}

async function note(ctx: Ctx, id: string, done: number, steps: number): Promise<void> {
  await ctx.sql`
    update privacy_requests set steps_done = ${done}, steps = ${steps}
     where company_id = ${ctx.company.companyId} and id = ${id} and state = 'running'`
}

async function makeExport(deps: AnswerDeps, ctx: Ctx, asked: Asked): Promise<void> {
  const { sql, storage, now } = deps
  const { companyId, name } = ctx.company
  const rows = await findPersonRows(ctx, asked.customerId)
  const documents = [...(await documentsOf(ctx, rows)), ...(await agreementsOf(ctx, rows))]
  const tables = [...rows.keys()].sort()
  const steps = tables.length + documents.length + 1
  let done = 0
  async function* entries(): AsyncIterable<ExportEntry> {
    yield { path: 'README.txt', text: explained(name, now) }
    for (const table of tables) {
      yield { path: `data/${table}.json`, text: JSON.stringify(await gatherRows(ctx, rows, table), null, 2) }
      await note(ctx, asked.id, (done += 1), steps)
    }
    for (const { id, name: fileName } of documents) {
      // A name may come twice.
      yield {
        path: `documents/${id.slice(-8)}-${fileName}`,
        open: () => storage.get(storageKey(companyId, id)),
      }
      await note(ctx, asked.id, (done += 1), steps)
    }
  }
  await transaction(sql, async (tx) => {
    const document = await storeDocument({ ...ctx, sql: tx }, storage, {
      name: `personal-data-${asked.id.slice(-6)}.zip`,
      mime: 'application/zip',
      kind: 'export',
      stream: deps.bundle(entries()),
      limitBytes: LIMIT_BYTES,
    })
    // The progress is noted beside the transaction, so the row is touched only now.
    const [mine] = await tx`
      update privacy_requests
         set state = 'done', document_id = ${document.id}, steps_done = ${steps}, steps = ${steps}, finished_at = ${now},
             expires_at = ${new Date(now.getTime() + KEEP_DAYS * 86_400_000)}
       where company_id = ${companyId} and id = ${asked.id} and state = 'running' returning id`
    if (!mine) throw new Error('another attempt has made the export')
  })
}

const explained = (company: string, now: Date): string =>
  [
    `What ${company} holds about you, as of ${now.toISOString()}.`,
    '',
    'data/       one file per kind of thing, as JSON; amounts are in cents, times in UTC.',
    'documents/  the files themselves.',
    '',
    'Secrets of links and keys are left out: they are no data about you.',
    '',
  ].join('\n')

interface Sealed {
  words: PersonWords
  ids: string[]
}

/** Takes what is the person's alone out of all the company's rows, a table at a time. What breaks off begins anew. */
async function sweep(deps: AnswerDeps, ctx: Ctx, asked: Asked): Promise<void> {
  const { sql, now } = deps
  const { companyId } = ctx.company
  const { words, ids } = deps.vault.open(asked.sealed!) as Sealed
  const { own, anywhere } = words
  const tables = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id')
       and exists (select from columns_of_words(c.oid))
     order by 1`
  const steps = tables.length + 1
  for (const [done, { name }] of tables.entries()) {
    if (anywhere !== '')
      await transaction(sql, async (tx) => {
        await beginErasing({ sql: tx })
        await tx`select take_words_out(${name}::text::regclass, ${companyId}, null, ${own}, ${anywhere})`
      })
    await note(ctx, asked.id, done + 1, steps)
  }
  if (anywhere !== '') await forgetAnswers(ctx, ids, words)
  await sql`
    update privacy_requests
       set state = 'done', sealed = null, steps_done = ${steps}, steps = ${steps}, finished_at = ${now}
     where company_id = ${companyId} and id = ${asked.id} and state = 'running'`
}
