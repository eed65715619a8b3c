import type { Db } from '../../kernel/context.ts'
import { findEndpoint } from './endpoint.ts'
import {
  markFailing,
  markWell,
  noteUnsigned,
  openLine,
  send,
  type Line,
  type NotificationDeps,
  type OwedThing,
} from './send.ts'
import { tellResults } from './tell-results.ts'
import { addRound } from './tell-job.ts'

/** Ids in one request. */
const MOST_IDS = 500
/** Rows that are read at once. */
const CHUNK = 50_000
/** After so many requests in a row that were answered with anything but 200, the rest waits for the next round too. */
const MOST_REFUSALS = 3
/** A round ends before the next but one begins, however slowly the endpoint answers. */
const MOST_MS = 15 * 60_000

/** What came of a round: how many invoices and imports were confirmed, and whether all that was owed is. */
export interface RoundOutcome {
  confirmed: number
  complete: boolean
}

/**
 * Tells a partner of everything that changed and was not confirmed before the round began: at most 500 ids a request, each
 * once in it; what a request with status 200 told is owed no more. Undefined when the partner has no endpoint.
 */
export async function runRound(deps: NotificationDeps, partnerId: string): Promise<RoundOutcome | undefined> {
  const endpoint = await findEndpoint(deps.sql, partnerId)
  if (!endpoint) return undefined
  const line = await openLine(deps, endpoint)
  if (!line) {
    await noteUnsigned(deps, endpoint)
    return { confirmed: 0, complete: false }
  }
  const deadline = performance.now() + MOST_MS
  const [{ top }] = await deps.sql<[{ top: number | null }]>`
    select max(event_seq) as top from partner_changes where partner_id = ${partnerId}`
  const round: Round = {
    deps,
    line,
    top: top ?? 0,
    deadline,
    confirmed: 0,
    failures: 0,
    refusals: 0,
    reached: true,
  }
  const results = await tellResults(deps, line, undefined)
  if (results === 'unreachable') round.reached = false
  else await tellChanges(round)
  const complete = results === 'confirmed' && round.failures === 0
  if (round.reached) await markWell(deps.sql, partnerId)
  else await markFailing(deps.sql, partnerId, deps.now())
  return { confirmed: round.confirmed, complete }
}

interface Round {
  deps: NotificationDeps
  line: Line
  /** The last change that belongs to the round. */
  top: number
  deadline: number
  confirmed: number
  failures: number
  /** In a row. */
  refusals: number
  /** Every request got an answer. */
  reached: boolean
}

interface OwedRow extends OwedThing {
  seq: number
  kind: 'invoice' | 'import'
}

interface Owed extends OwedThing {
  kind: 'invoice' | 'import'
  seqs: number[]
}

async function tellChanges(round: Round): Promise<void> {
  const { deps, line, top } = round
  for (let after = 0; ;) {
    const rows = await deps.sql<OwedRow[]>`
      select event_seq as seq, company_id as "companyId", kind, subject_id as id from partner_changes
       where partner_id = ${line.endpoint.partnerId} and event_seq > ${after} and event_seq <= ${top}
       order by event_seq limit ${CHUNK}`
    const owed = together(rows)
    for (let at = 0; at < owed.length; at += MOST_IDS)
      if (!(await tell(round, owed.slice(at, at + MOST_IDS)))) return
    if (rows.length < CHUNK) return
    after = rows.at(-1)!.seq
  }
}

/** Each thing once, with all its changes, in the order of the first of them. */
function together(rows: OwedRow[]): Owed[] {
  const owed = new Map<string, Owed>()
  for (const { seq, companyId, kind, id } of rows) {
    const known = owed.get(id)
    if (known) known.seqs.push(seq)
    else owed.set(id, { companyId, kind, id, seqs: [seq] })
  }
  return [...owed.values()]
}

/** Answers whether to go on. */
async function tell(round: Round, owed: Owed[]): Promise<boolean> {
  const { deps, line } = round
  const invoices = owed.filter(({ kind }) => kind === 'invoice')
  const imports = owed.filter(({ kind }) => kind === 'import')
  const sent = await send(deps, line, deps.contract.changes(invoices, imports), {
    kind: 'round',
    invoices: invoices.length,
    imports: imports.length,
  })
  if (sent === 'confirmed') {
    await forgetChanges(deps.sql, line.endpoint.partnerId, owed)
    round.confirmed += owed.length
    round.refusals = 0
  } else {
    round.failures += 1
    round.refusals += 1
    round.reached = sent !== 'unreachable'
  }
  if (sent !== 'unreachable' && round.refusals < MOST_REFUSALS && performance.now() < round.deadline)
    return true
  // What was not reached was not told.
  round.failures += 1
  return false
}

/** Exactly the changes that were read: one that was committed since, also under a lower number, is still owed. */
export async function forgetChanges(
  sql: Db,
  partnerId: string,
  told: { companyId: number; seqs: number[] }[],
): Promise<void> {
  const companies = told.flatMap(({ companyId, seqs }) => seqs.map(() => companyId))
  const seqs = told.flatMap((one) => one.seqs)
  await sql`
    delete from partner_changes c using unnest(${companies}::integer[], ${seqs}::bigint[]) t (company_id, seq)
     where c.company_id = t.company_id and c.partner_id = ${partnerId} and c.event_seq = t.seq`
}

/** Adds a round for every partner that is owed something; the others' would be empty. Answers for how many. */
export async function beginRounds(sql: Db): Promise<number> {
  const partners = await sql<{ partnerId: string }[]>`
    select partner_id as "partnerId" from partner_endpoints e
     where exists (select from partner_changes c where c.partner_id = e.partner_id)
        or exists (select from partner_payment_notices n where n.partner_id = e.partner_id)`
  for (const { partnerId } of partners) await addRound(sql, partnerId)
  return partners.length
}

/** Adds a round now. False when the partner has no endpoint. */
export async function beginRound(sql: Db, partnerId: string): Promise<boolean> {
  if (!(await findEndpoint(sql, partnerId))) return false
  await addRound(sql, partnerId)
  return true
}
