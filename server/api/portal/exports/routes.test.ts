import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aTicket } from '../../../../test/support/builders.ts'
import { aDebtor, aHistory, anImport } from '../../../../test/support/ledgers.ts'
import { aColleague, asStaff, speakerOf, type Staff } from '../../../../test/support/staff.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let tenant: Tenant
let treasurer: Staff
let speak: ReturnType<typeof speakerOf>
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant({ timeZone: 'Europe/Amsterdam', locale: 'nl' })
  treasurer = await aColleague(tenant, 'treasurer')
  speak = speakerOf(running.app, treasurer)
  const customerId = await aDebtor(tenant, '=HYPERLINK("https://evil.example")')
  await aHistory(tenant, {
    issuedOn: '2026-10-01',
    dueOn: '2026-10-15',
    transmittedAt: '2026-10-01T08:00:00Z',
    createdAt: '2026-10-01T08:00:00Z',
    customerId,
    lines: [
      { kind: 'charge', cents: 123_456, at: '2026-10-01T08:00:00Z' },
      // In Amsterdam the second of November.
      { kind: 'payment', cents: -23_456, at: '2026-11-01T23:30:00Z' },
    ],
  })
  await aTicket(tenant)
})
after(() => running.close())

/** The rows of a file by their headings. */
const rowsOf = (csv: string, delimiter = ';') =>
  parse(csv, { bom: true, columns: true, delimiter }) as Record<string, string>[]

const taken = async (path: string, payload: object) => {
  const response = await speak('POST', `/exports/${path}`, payload)
  assert.equal(response.statusCode, 200, response.body)
  return response
}

const exportsNoted = ({ company }: Tenant) => running.database.sql<
  { actor: string; after: Record<string, unknown> }[]
>`
  select actor, after from events
   where company_id = ${company.companyId} and type = 'data.exported' order by seq`

test('the ledger leaves as CSV in the language of the company, is noted, and holds no formula', async () => {
  const response = await taken('ledger', { format: 'csv', from: '2026-10-01', to: '2026-11-02' })
  assert.match(String(response.headers['content-type']), /^text\/csv; charset=utf-8/)
  assert.match(
    String(response.headers['content-disposition']),
    /^attachment; filename="Grootboek 2026-11-21.csv"/,
  )
  assert.equal(response.headers['x-total-rows'], '2')
  assert.equal(response.headers['cache-control'], 'no-store')
  const rows = rowsOf(response.body)
  assert.deepEqual(
    rows.map((row) => [row['Datum'], row['Soort'], row['Bedrag'], row['Klant'], row['Betaalwijze']]),
    [
      ['2026-10-01 10:00:00', 'Gefactureerd', '1234,56', `'=HYPERLINK("https://evil.example")`, ''],
      ['2026-11-02 00:30:00', 'Betaling', '-234,56', `'=HYPERLINK("https://evil.example")`, 'external'],
    ],
  )
  assert.deepEqual((await exportsNoted(tenant)).at(-1), {
    actor: `user:${treasurer.userId}`,
    after: { what: 'ledger', format: 'csv', rows: 2, from: '2026-10-01', to: '2026-11-02' },
  })
  assert.equal(rowsOf((await taken('ledger', { format: 'csv', to: '2026-11-01' })).body).length, 1)
  const english = await taken('ledger', { format: 'csv', language: 'en', to: '2026-11-02' })
  assert.equal(rowsOf(english.body, ',')[1]!['Amount'], '-234.56')
  const mixed = await taken('ledger', {
    format: 'csv',
    language: 'en',
    separators: 'semicolon',
    to: '2026-11-02',
  })
  assert.equal(rowsOf(mixed.body)[1]!['Amount'], '-234,56')
})

test('a workbook has real numbers and dates', async () => {
  const response = await taken('ageing', { format: 'xlsx', language: 'de', asOf: '2026-11-20' })
  assert.match(String(response.headers['content-disposition']), /Altersstruktur 2026-11-21\.xlsx/)
  const [headings, ...rows] = await readSheet(response.rawPayload)
  const column = (name: string) => headings!.indexOf(name)
  const [row] = rows
  assert.equal(row![column('Kunde')], '=HYPERLINK("https://evil.example")')
  assert.equal(row![column('Offen')], 1000)
  assert.equal(row![column('31–60 Tage')], 1000)
  assert.equal(row![column('Tage überfällig')], 36)
  assert.equal((row![column('Fällig am')] as unknown as Date).toISOString(), '2026-10-15T00:00:00.000Z')
})

test('customers and conversations leave with what belongs to them, each with its own permission', async () => {
  const customers = rowsOf((await taken('customers', { format: 'csv', language: 'nl' })).body)
  const debtor = customers.find((row) => row['Naam']!.includes('HYPERLINK'))!
  assert.deepEqual(
    [debtor['Openstaand'], debtor['Facturen'], debtor['Telefoon']],
    ['1000,00', '1', `'+31612345678`],
  )
  const said = rowsOf((await taken('conversations', { format: 'csv', language: 'nl' })).body)
  assert.deepEqual([said.length, said[0]!['Tekst'], said[0]!['Van']], [1, 'I do not want to pay', 'Klant'])
  assert.equal(rowsOf((await taken('payments', { format: 'csv' })).body).length, 0)
})

test('invoices leave as the list shows them: by state, import, customer and days', async () => {
  const all = rowsOf(
    (await taken('invoices', { format: 'csv', language: 'en', separators: 'semicolon' })).body,
  )
  assert.deepEqual(
    all.map((row) => [row['State'], row['Amount'], row['Outstanding'], row['Customer']]),
    [
      ['Overdue', '1234,56', '1000,00', 'Doe'],
      ['Open', '90,00', '90,00', all[1]!['Customer']],
    ],
  )
  const rows = async (choice: object) =>
    rowsOf((await taken('invoices', { format: 'csv', ...choice })).body).length
  assert.equal(await rows({ state: 'overdue' }), 1)
  assert.equal(await rows({ state: 'open' }), 2)
  assert.equal(await rows({ state: 'paid' }), 0)
  assert.equal(await rows({ dueTo: '2026-10-15' }), 1)
  assert.equal(await rows({ to: '2026-10-31' }), 1)
  assert.equal(await rows({ q: 'doe' }), 1)
  const foreign = await running.tenant()
  assert.equal(await rows({ importId: encodeId('import', await anImport(foreign, null)) }), 0)
})

test('another company gets its own rows only', async () => {
  const other = await running.tenant()
  const own = speakerOf(running.app, await aColleague(other, 'owner'))
  for (const path of ['invoices', 'ledger', 'customers', 'conversations', 'payments', 'ageing']) {
    const response = await own('POST', `/exports/${path}`, { format: 'csv' })
    assert.equal(response.headers['x-total-rows'], '0', path)
    assert.equal(rowsOf(response.body, ',').length, 0)
  }
  assert.equal((await exportsNoted(other)).length, 6)
})

test('what is refused leaves no event', async () => {
  const noted = (await exportsNoted(tenant)).length
  for (const [path, payload, field] of [
    ['ledger', {}, 'format'],
    ['ledger', { format: 'pdf' }, 'format'],
    ['ledger', { format: 'csv', from: '2026-02-30' }, 'from'],
    ['ledger', { format: 'csv', from: '2026-02-02', to: '2026-02-01' }, 'to'],
    ['customers', { format: 'csv', language: 'la' }, 'language'],
    ['invoices', { format: 'csv', importId: 'imp_1' }, 'importId'],
    ['invoices', { format: 'csv', dueFrom: '2026-02-30' }, 'dueFrom'],
    ['invoices', { format: 'csv', state: 'lost' }, 'state'],
    ['ageing', { format: 'csv', asOf: '2026-12-01' }, 'asOf'],
    ['payments', { format: 'csv', separators: 'pipe' }, 'separators'],
  ] as const) {
    const refused = await speak('POST', `/exports/${path}`, payload)
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  const { cookie } = asStaff(treasurer.token)
  const foreign = await running.app.inject({
    method: 'POST',
    url: '/api/portal/exports/ledger',
    headers: { cookie },
    payload: { format: 'csv' },
  })
  assert.equal(foreign.statusCode, 403)
  const nobody = await running.app.inject({
    method: 'POST',
    url: '/api/portal/exports/ledger',
    headers: { 'x-balie': '1' },
    payload: { format: 'csv' },
  })
  assert.equal(nobody.statusCode, 401)
  assert.equal((await exportsNoted(tenant)).length, noted)
})

test('many rows leave as fast as they are taken; who leaves lets go, and no more than two at once of a company', async () => {
  const club = await running.tenant()
  const staff = await aColleague(club, 'owner')
  const { sql } = running.database
  const { companyId } = club.company
  await sql`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
    select ${companyId}, gen_random_uuid(), 'Customer ' || i, repeat('x', 200), '', '', 'NL', null, now()
      from generate_series(1, 50000) i`
  await running.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = running.app.server.address() as AddressInfo
  const open = async () => {
    const sending = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/api/portal/exports/customers',
      headers: { ...asStaff(staff.token), 'content-type': 'application/json' },
    })
    sending.end('{"format":"csv"}')
    const [response] = (await once(sending, 'response')) as [IncomingMessage]
    return { sending, response }
  }
  /** Transactions that hold rows back. */
  const busy = async () =>
    (
      await sql`
        select from pg_stat_activity
         where datname = current_database() and state <> 'idle' and xact_start is not null
           and query like '%lower(c.name)%' and pid <> pg_backend_pid()`
    ).length
  const { sending, response } = await open()
  assert.equal(response.statusCode, 200)
  assert.equal(response.headers['x-total-rows'], '50000')
  // Nothing is read: the rows stay where they are.
  const second = await open()
  assert.equal(second.response.statusCode, 200)
  const tooMany = await open()
  assert.equal(tooMany.response.statusCode, 429)
  assert.equal(tooMany.response.headers['retry-after'], '10')
  tooMany.response.resume()
  assert.equal(await busy(), 2)
  sending.destroy()
  second.sending.destroy()
  for (let tries = 0; (await busy()) > 0; tries += 1) {
    assert.ok(tries < 200, 'the connection is let go')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const third = await open()
  assert.equal(third.response.statusCode, 200)
  let lines = 0
  for await (const chunk of third.response) lines += String(chunk).split('\n').length - 1
  assert.equal(lines, 50_001)
})
