import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aDraft, anInvoice, aTicket } from '../../../../test/support/builders.ts'
import { aColleague, speakerOf, type Staff } from '../../../../test/support/staff.ts'
import { formatCents } from '../../../kernel/money.ts'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
let treasurer: Staff
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
  treasurer = await aColleague(tenant, 'treasurer')
  speak = speakerOf(running.app, treasurer)
})
after(() => running.close())

const get = async (path: string) => {
  const response = await speak('GET', path)
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}

/** All pages of a list. */
async function all(path: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = []
  let cursor: string | null = ''
  do {
    const page: { data: Record<string, string>[]; nextCursor: string | null } = await get(
      `${path}${path.includes('?') ? '&' : '?'}limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    )
    rows.push(...page.data)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}

test('an import goes out when it is named, holds what is expected, and not twice', async () => {
  const made = (await speak('POST', '/imports', { title: 'Fees 2026', expectedInvoices: 2 })).json()
  const transmit = (confirm: string) => speak('POST', `/imports/${made.id}/transmit`, { confirm })
  assert.equal((await transmit('0')).json().code, 'conflict')
  const batchId = decodeId('import', made.id)!
  await aDraft(tenant, batchId)
  assert.match((await transmit('fees 2026')).json().message, /1 invoices, and 2 are expected/)
  await aDraft(tenant, batchId)
  for (const wrong of ['Fees', '3', 'yes', made.id])
    assert.equal((await transmit(wrong)).json().field, 'confirm')
  const settings = await speak('PATCH', `/imports/${made.id}/settings`, {
    settings: { reminder3: null, personalNote: 'See you' },
  })
  assert.equal(settings.json().reminder3, null)
  const both = await Promise.all([transmit(' fees  2026 '), transmit('2')])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const shown = await get(`/imports/${made.id}`)
  assert.equal(shown.invoices, 2)
  assert.ok(shown.transmittedAt)
  assert.equal((await get(`/imports/${made.id}/progress`)).invoices, 2)
  assert.equal((await speak('DELETE', `/imports/${made.id}`)).statusCode, 409)
  const late = await speak('PATCH', `/imports/${made.id}/settings`, { settings: { dueDays: 3 } })
  assert.equal(late.statusCode, 409)
  assert.equal((await speak('PATCH', '/collection-profile', { settings: { nonsense: 1 } })).statusCode, 422)
  const listed = await all('/imports?transmitted=true')
  assert.ok(listed.some(({ id }) => id === made.id))
  assert.equal(new Set(listed.map(({ id }) => id)).size, listed.length)
})

test('payments from elsewhere lower what is outstanding to nothing and no further, in whatever parts and however many at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5000 }),
      fc.array(fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.boolean(),
      async (total, amounts, atOnce) => {
        const { v1: id } = await anInvoice(tenant, total)
        const pay = (cents: number | undefined) =>
          speak('POST', `/invoices/${id}/payments`, {
            ...(cents === undefined ? {} : { amount: formatCents(cents) }),
            method: 'cash',
            paidAt: '2026-11-20',
          })
        let left = total
        if (atOnce) {
          const answers = await Promise.all(amounts.map(pay))
          for (const { statusCode } of answers) assert.ok([200, 409].includes(statusCode))
        } else
          for (const cents of amounts) {
            const { statusCode } = await pay(cents)
            const taken = left > 0 && (cents ?? left) <= left
            assert.equal(statusCode, taken ? 200 : 409)
            if (taken) left -= cents ?? left
          }
        const invoice = await get(`/invoices/${id}`)
        const sum = invoice.lines.reduce(
          (cents: number, line: { amount: string }) => cents + Math.round(Number(line.amount) * 100),
          0,
        )
        assert.equal(invoice.outstanding, formatCents(sum))
        assert.ok(sum >= 0 && (atOnce || sum === left), `${sum} of ${total}`)
        assert.equal(invoice.paidAt === null, sum > 0)
        assert.equal(invoice.state, sum > 0 ? 'open' : 'paid')
        const events = await running.database.sql<{ type: string }[]>`
          select type from events where subject_id = ${decodeId('invoice', id)!} and type like 'invoice.pa%'`
        assert.equal(events.filter(({ type }) => type === 'invoice.paid').length, sum > 0 ? 0 : 1)
        assert.equal(events.length, invoice.lines.length - 1)
      },
    ),
    { numRuns: 25 },
  )
})

test('a payment that cannot be is refused, and nothing is written', async () => {
  const { v1: id } = await anInvoice(tenant, 1000)
  for (const [given, field] of [
    [{ method: 'cash', paidAt: '2026-11-31' }, 'paidAt'],
    [{ method: 'cash', paidAt: '2027-11-20' }, 'paidAt'],
    [{ method: 'gold', paidAt: '2026-11-20' }, 'method'],
    [{ method: 'cash', paidAt: '2026-11-20', amount: '0.00' }, 'amount'],
    [{ method: 'cash', paidAt: '2026-11-20', amount: '-1.00' }, 'amount'],
    [{ method: 'cash', paidAt: '2026-11-20', amount: '1.005' }, 'amount'],
  ] as const) {
    const refused = await speak('POST', `/invoices/${id}/payments`, given)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  assert.equal((await get(`/invoices/${id}`)).lines.length, 1)
})

test('invoices are found by state and by beginnings of words, page by page without gap or double', async () => {
  const club = await running.tenant()
  const own = speakerOf(running.app, await aColleague(club, 'read_only'))
  const made: string[] = []
  for (let i = 0; i < 5; i += 1) made.push((await anInvoice(club)).v1)
  const list = async (query: string) => {
    const response = await own('GET', `/invoices?${query}`)
    assert.equal(response.statusCode, 200, response.body)
    return response.json().data as { id: string; invoiceNumber: string; recipient: string }[]
  }
  assert.deepEqual(
    (await list('state=open')).map(({ id }) => id),
    made.toReversed(),
  )
  assert.deepEqual(await list('state=paid'), [])
  const { invoiceNumber, recipient } = (await list('limit=1'))[0]!
  const found = await list(`q=${encodeURIComponent(invoiceNumber.toUpperCase())}`)
  assert.ok(found.some((row) => row.invoiceNumber === invoiceNumber))
  assert.equal((await list(`q=${encodeURIComponent(recipient.slice(0, 4))}`)).length, 5)
  for (const nothing of ['nobody-of-that-name', "' | 'x", '!!! &&& ((', 'x'.repeat(200)])
    assert.ok((await list(`q=${encodeURIComponent(nothing)}`)).length <= 5)
  assert.deepEqual(await list('q=nobody'), [])
  // The company is a word of the index, but of nobody's search.
  for (const word of ['company', `%23${club.company.companyId}`, '%23'])
    assert.ok(
      (await list(`q=${word}`)).every((row) => made.includes(row.id)),
      word,
    )
  assert.deepEqual(await list('q=company'), [])
  for (const wrong of ['cursor=x', 'cursor=W10', 'state=lost', 'importId=inv_1']) {
    const refused = await own('GET', `/invoices?${wrong}`)
    assert.equal(refused.statusCode, 422, wrong)
  }
  assert.deepEqual(
    (await all('/invoices')).map(({ id }) => id).length,
    new Set((await all('/invoices')).map(({ id }) => id)).size,
  )
})

test('the timeline tells who did what in order: questions with their words, payments, pauses', async () => {
  const { id: batchId } = await createBatch(tenant.ctx(), 'Timeline', 0)
  const draft = await aDraft(tenant, batchId)
  const id = encodeId('invoice', draft.id)
  await speak('POST', `/imports/${encodeId('import', batchId)}/transmit`, { confirm: '1' })
  const link = `/api/portal/public-invoices/${id}/${draft.linkToken}/messages`
  await running.app.inject({ method: 'POST', url: link, payload: { message: 'Why so much?' } })
  await speak('POST', `/invoices/${id}/messages`, { message: '<p>It is for <b>two</b></p>' })
  assert.equal((await speak('POST', `/invoices/${id}/pause`, { reason: 'Asks the board' })).statusCode, 200)
  assert.equal((await speak('POST', `/invoices/${id}/pause`, { reason: 'Again' })).statusCode, 409)
  assert.equal((await speak('POST', `/invoices/${id}/resume`)).statusCode, 200)
  await speak('POST', `/invoices/${id}/payments`, { method: 'cash', paidAt: '2026-11-20', amount: '1.00' })
  const entries = (await all(`/invoices/${id}/timeline`)) as unknown as {
    id: string
    type: string
    at: string
    by: { kind: string; name: string | null } | null
    said: { message: string; from: string } | null
  }[]
  const newest: string[] = []
  for (let cursor = ''; newest.length === 0 || cursor !== '';) {
    const page = (
      await speak('GET', `/invoices/${id}/timeline?order=newest&limit=3${cursor && `&cursor=${cursor}`}`)
    ).json()
    newest.push(...page.data.map((entry: { id: string }) => entry.id))
    cursor = page.nextCursor ?? ''
  }
  assert.deepEqual(newest, entries.map((entry) => entry.id).toReversed())
  assert.equal((await speak('GET', `/invoices/${id}/timeline?order=size`)).statusCode, 422)
  const types = entries.filter(({ by }) => by !== null).map(({ type }) => type)
  assert.deepEqual(types, [
    'invoice.created',
    'batch.transmitted',
    'ticket.created',
    'ticket.employee_replied',
    'invoice.collection_paused',
    'invoice.collection_resumed',
    'invoice.payment_recorded',
  ])
  assert.equal(new Set(entries.map((entry) => entry.id)).size, entries.length)
  assert.deepEqual(
    entries.map(({ at }) => at),
    entries.map(({ at }) => at).toSorted(),
  )
  const asked = entries.find(({ type }) => type === 'ticket.created')!
  assert.deepEqual(
    [asked.said!.from, asked.said!.message, asked.by!.kind],
    ['customer', 'Why so much?', 'member'],
  )
  const paused = entries.find(({ type }) => type === 'invoice.collection_paused')!
  assert.deepEqual(paused.by, { kind: 'user', name: treasurer.name })
})

test('a recipient is corrected part by part, and stays somebody who can be reached', async () => {
  const { v1: id } = await anInvoice(tenant)
  const change = (recipient: object) => speak('PATCH', `/invoices/${id}/recipient`, { recipient })
  const changed = await change({
    firstName: 'Jane',
    lastName: 'Doe',
    organization: null,
    email: 'jane@example.com',
  })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal(changed.json().recipient, 'Jane Doe')
  for (const [wrong, field] of [
    [{ lastName: '', organization: '' }, 'recipient.lastName'],
    [{ email: 'jane' }, 'recipient.email'],
    [{ email: 'jane@example.com\r\nBcc: x@example.com' }, 'recipient.email'],
    [{ countryCode: 'N1' }, 'recipient.countryCode'],
    [{ email: null, phone: null, city: null }, 'recipient.email'],
    [{ shoeSize: '44' }, 'recipient'],
    [{ lastName: 7 }, 'recipient.lastName'],
  ] as const) {
    const refused = await change(wrong)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  assert.equal((await get(`/invoices/${id}`)).email, 'jane@example.com')
})

test('the inbox is in the order of the last word, counts its boxes, and what is answered moves', async () => {
  const club = await running.tenant()
  const own = speakerOf(running.app, await aColleague(club, 'support'))
  const box = async (name: string) =>
    (await own('GET', `/inbox?box=${name}`)).json().data as {
      id: string
      lastMessage: string
      withSupport: boolean
    }[]
  const [one, two] = [await aTicket(club), await aTicket(club)]
  assert.deepEqual(
    (await box('unanswered')).map(({ id }) => id),
    [two.ticket, one.ticket],
  )
  const answered = await own('POST', `/inbox/${one.ticket}/messages`, {
    message: '<p>Yes<script>x</script></p>',
  })
  assert.equal(answered.json().state, 'answered')
  assert.doesNotMatch(answered.body, /script/)
  assert.equal((await box('answered'))[0]!.lastMessage, 'Yes')
  assert.equal((await own('POST', `/inbox/${two.ticket}/assign-to-support`)).statusCode, 204)
  assert.equal((await own('POST', `/inbox/${two.ticket}/assign-to-support`)).statusCode, 204)
  assert.deepEqual(
    (await box('support')).map(({ id }) => id),
    [two.ticket],
  )
  assert.equal((await own('POST', `/inbox/${two.ticket}/archive`)).statusCode, 204)
  assert.equal((await own('POST', `/inbox/${two.ticket}/archive`)).statusCode, 409)
  assert.deepEqual((await own('GET', '/inbox/counts')).json(), {
    unanswered: 0,
    answered: 1,
    archived: 1,
    support: 0,
    mine: 0,
    snoozed: 0,
  })
  const reader = speakerOf(running.app, await aColleague(club, 'read_only'))
  assert.equal((await reader('GET', `/inbox/${one.ticket}`)).json().messages.length, 2)
  assert.equal((await reader('POST', `/inbox/${one.ticket}/archive`)).statusCode, 403)
  assert.equal((await speak('GET', `/inbox/${one.ticket}`)).statusCode, 404)
})
