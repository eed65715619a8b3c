import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aNewInvoice } from '../../../../test/support/builders.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { transmitBatch } from '../../../domain/batches/transmit-batch.ts'
import { disputeLine } from '../../../domain/collection/dispute-line.ts'
import { pauseCollection } from '../../../domain/collection/pause-collection.ts'
import { addInvoiceToBatch } from '../../../domain/invoices/add-invoice-to-batch.ts'
import { browseOrders } from '../../../domain/invoices/browse-invoices.ts'
import { getInvoiceDetails } from '../../../domain/invoices/get-invoice-details.ts'
import { chosenStates } from '../../../domain/invoices/invoice-choice.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  speak = speakerOf(running.app, await aColleague(tenant, 'treasurer'))
})
after(() => running.close())

interface Row {
  id: string
  amount: string
  outstanding: string
  dueAt: string | null
  issuedAt: string
  createdAt: string
  state: string
  pausedAt: string | null
  disputed: boolean
}

const get = async (path: string) => {
  const answer = await speak('GET', path)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

/** All pages of the list, by a few rows each. */
async function all(query: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = new URLSearchParams({ ...query, limit: '3', ...(cursor === '' ? {} : { cursor }) })
    const page = (await get(`/invoices?${asked.toString()}`)) as { data: Row[]; nextCursor: string | null }
    rows.push(...page.data)
    cursor = page.nextCursor
  }
  return rows
}

/** Drafts, open, paid, paused and disputed ones of a few amounts and days. */
async function aLedger(): Promise<{ sent: string; draft: string }> {
  const ctx = () => tenant.ctx()
  const [sent, draft] = [await createBatch(ctx(), 'Sent', 0), await createBatch(ctx(), 'Draft', 0)]
  const ids: string[] = []
  for (let i = 0; i < 14; i += 1) {
    const lines = [{ amountCents: 1000 * (1 + (i % 3)), description: 'Fee' }]
    const dueOn = i % 4 === 3 ? null : `2026-1${i % 3}-0${1 + (i % 5)}`
    const input = { ...aNewInvoice(undefined, lines), dueOn, issuedOn: `2026-09-0${1 + (i % 4)}` }
    ids.push((await addInvoiceToBatch(ctx(), i < 10 ? sent.id : draft.id, input)).id)
  }
  await transmitBatch(ctx(), sent.id)
  await markInvoicePaid(ctx(), ids[0]!, ctx().now)
  await pauseCollection(ctx(), ids[1]!, 'Wait')
  await disputeLine(ctx(), ids[2]!, (await getInvoiceDetails(ctx(), ids[2]!)).lines[0]!.id, 'No')
  return { sent: encodeId('import', sent.id), draft: encodeId('import', draft.id) }
}

const cents = (amount: string) => Math.round(Number(amount) * 100)
const keyOf: Record<string, (row: Row) => number | string> = {
  createdAt: (row) => row.createdAt,
  issuedAt: (row) => row.issuedAt,
  dueAt: (row) => row.dueAt ?? 'infinity',
  amount: (row) => cents(row.amount),
  outstanding: (row) => cents(row.outstanding),
}

const isOf = (row: Row, state: string): boolean => {
  const unpaid = !['paid', 'retracted'].includes(row.state)
  if (state === 'open') return ['open', 'overdue'].includes(row.state)
  if (state === 'paused') return unpaid && row.pausedAt !== null
  if (state === 'disputed') return row.disputed
  return row.state === state
}

test('whatever is asked in whatever order: the pages hold what fits, each once, and the sums are theirs', async () => {
  const { sent, draft } = await aLedger()
  const everything = await all({})
  assert.equal(everything.length, 14)
  const option = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
  const day = fc.constantFrom('2026-10-02', '2026-11-03', '2026-12-01')
  const amount = fc.constantFrom('10.00', '20.00', '25.00')
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        sort: fc.constantFrom(...browseOrders),
        state: option(fc.constantFrom(...chosenStates)),
        importId: option(fc.constantFrom(sent, draft)),
        amountFrom: option(amount),
        amountTo: option(amount),
        dueFrom: option(day),
        dueTo: option(day),
      }),
      async (asked) => {
        const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
        const rows = await all(query as Record<string, string>)
        const fitting = everything.filter(
          (row) =>
            (asked.state === undefined || isOf(row, asked.state)) &&
            (asked.importId === undefined ||
              (row as unknown as { importId: string }).importId === asked.importId) &&
            (asked.amountFrom === undefined || cents(row.amount) >= cents(asked.amountFrom)) &&
            (asked.amountTo === undefined || cents(row.amount) <= cents(asked.amountTo)) &&
            (asked.dueFrom === undefined || (row.dueAt !== null && row.dueAt >= asked.dueFrom)) &&
            (asked.dueTo === undefined || (row.dueAt !== null && row.dueAt <= asked.dueTo)),
        )
        assert.deepEqual(rows.map(({ id }) => id).sort(), fitting.map(({ id }) => id).sort())
        const keys = rows.map(keyOf[asked.sort.replace('-', '')]!)
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        assert.deepEqual(keys, asked.sort.startsWith('-') ? sorted.toReversed() : sorted)
        const { sort: _, ...choice } = query
        const sums = await get(
          `/invoices/sums?${new URLSearchParams(choice as Record<string, string>).toString()}`,
        )
        const sumOf = (part: 'amount' | 'outstanding', of = rows) =>
          of.reduce((total, row) => total + cents(row[part]), 0)
        assert.deepEqual(
          [sums.count, cents(sums.amount), cents(sums.outstanding), cents(sums.overdue)],
          [
            rows.length,
            sumOf('amount'),
            sumOf('outstanding'),
            sumOf(
              'outstanding',
              rows.filter(({ state }) => state === 'overdue'),
            ),
          ],
        )
      },
    ),
    { numRuns: 40 },
  )
})

test('a filter or cursor that cannot be is refused at its name', async () => {
  const dated = (await get('/invoices?sort=dueAt&limit=1')).nextCursor as string
  for (const [query, field] of [
    ['importId=inv_1', 'importId'],
    ['amountFrom=ten', 'amountFrom'],
    ['amountTo=1.005', 'amountTo'],
    ['dueFrom=2026-02-30', 'dueFrom'],
    ['dueTo=soon', 'dueTo'],
    ['sort=name', 'sort'],
    ['state=lost', 'state'],
    [`sort=amount&cursor=${dated}`, 'cursor'],
    [`cursor=${dated}`, 'cursor'],
  ]) {
    const refused = await speak('GET', `/invoices?${query}`)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], query)
  }
})
