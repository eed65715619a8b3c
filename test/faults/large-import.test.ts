import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { encodeId } from '../../server/api/clubcollect/ids.ts'
import { createBatch } from '../../server/domain/batches/create-batch.ts'
import { getBatchProgress } from '../../server/domain/collection/get-batch-progress.ts'
import { setBatchSettings } from '../../server/domain/collection/set-batch-settings.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { collectAt, ctxAt, hoursAfter } from '../support/collection.ts'

const MANY = 100_000
const NOON = new Date('2026-03-03T11:00:00Z')

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

test(
  'an import of 100,000 invoices is sent: all at once, each asked for once',
  { timeout: 600_000 },
  async () => {
    const { database, app, clock } = running
    const { sql } = database
    clock.set(NOON.toISOString())
    const tenant = await running.tenant()
    const { companyId } = tenant.company
    const ctx = ctxAt(tenant, NOON)
    const { id: batchId } = await createBatch(ctx, 'Membership fees', MANY)
    await sql.unsafe(`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
    select ${companyId}, gen_random_uuid(), 'Member ' || n, 'Street 1', '1000AA', 'Amsterdam', 'NL',
           'member' || n || '@example.com', now() from generate_series(1, ${MANY}) n`)
    await sql.unsafe(`
    with invoice as (
      insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency, issued_on,
                            amount_cents, link_token, created_at)
      select c.company_id, gen_random_uuid(), '${batchId}', c.id, c.name,
             jsonb_build_object('name', jsonb_build_object('prefix', '', 'firstName', 'Joe', 'infix', '', 'lastName', c.name,
               'organization', ''), 'address', jsonb_build_object('address1', 'Street', 'address2', '', 'houseNumber', '1',
               'houseNumberExtension', '', 'locality', '', 'state', '', 'zipCode', '1000AA', 'city', 'Amsterdam',
               'countryCode', 'NL'), 'email', c.email, 'phone', jsonb_build_object('number', '', 'countryCode', '')),
             'EUR', '2026-03-01', 10000, c.company_id || '-' || left(replace(gen_random_uuid()::text, '-', ''), 24), now()
        from customers c where c.company_id = ${companyId}
      returning company_id, id
    )
    insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, occurred_at, created_at)
    select company_id, gen_random_uuid(), id, 'charge', 10000, 'Membership fee', now(), now() from invoice`)
    await setBatchSettings(ctx, batchId, { throttlePerMinute: 10_000 })
    await sql.unsafe('analyze')

    const sent = await app.inject({
      method: 'PUT',
      url: `/api/v2/imports/${encodeId(companyId, batchId)}/transmit`,
      headers: { authorization: tenant.apiKey },
    })
    assert.equal(sent.statusCode, 200, sent.body.slice(0, 200))
    const told = sent.json() as { transmitted: boolean; invoice_ids: string[] }
    assert.equal(told.transmitted, true)
    assert.equal(new Set(told.invoice_ids).size, MANY)

    await collectAt(sql, hoursAfter(NOON, 1))
    await collectAt(sql, hoursAfter(NOON, 1))
    const { messages } = await getBatchProgress(ctx, batchId)
    assert.equal(messages.total, MANY)
    const [asked] = await sql<{ invoices: number; messages: number }[]>`
    select count(distinct invoice_id)::int as invoices, count(*)::int as messages
      from collection_messages where company_id = ${companyId}`
    assert.deepEqual({ ...asked }, { invoices: MANY, messages: MANY })
  },
)
