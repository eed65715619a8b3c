import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '../server/database/connect.ts'
import { createApiKey } from '../server/domain/access/create-api-key.ts'
import { createPartner, createPartnerKey, grantPartner } from '../server/domain/access/partner.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import type { Actor, Db, Tx } from '../server/kernel/context.ts'
import { vault } from '../server/kernel/vault.ts'
import type { World } from './cases.ts'
import { idInSql, LAST_SEEDED, ofInvoiceInSql, stateInSql } from './numbering.ts'

const operator: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
const TABLES = 'customers, tickets, ticket_messages, invoices, invoice_lines, events, mails, page_counts'

/** Fills a folder's database once: the next time its world is read back from beside it. */
export async function seedOnce(dataDir: string, databaseUrl: string, tickets: number): Promise<World> {
  const file = join(dataDir, 'bench-world.json')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known !== undefined) {
    const world = JSON.parse(known) as World
    if (world.tickets !== tickets) throw new Error(`${dataDir} holds ${world.tickets} tickets`)
    return world
  }
  const sql = connect(databaseUrl, { connections: 1, name: 'bench seed' })
  try {
    const world = await seed(sql, tickets)
    await writeFile(file, JSON.stringify(world))
    return world
  } finally {
    await sql.end()
  }
}

async function seed(sql: Db, tickets: number): Promise<World> {
  const now = new Date()
  const company = await createCompany(sql, operator, now, { name: 'Bench & Co', email: 'bench@example.com' })
  const ctx = { sql, company, actor: operator, now }
  const { key } = await createApiKey(ctx, 'bench', ['*'])
  const partner = await createPartner(sql, now, 'Bench partner')
  await grantPartner(ctx, partner)
  const partnerKey = await createPartnerKey(sql, vault(Buffer.alloc(32)), now, partner, 'bench')

  // Rows go in without triggers and foreign keys, and what those keep is made at once afterwards.
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await fill(tx as Tx, company.companyId, tickets)
    await countPages(tx as Tx)
  })
  await sql`analyze`
  await sql.unsafe('vacuum analyze')
  await sql`checkpoint`
  await verify(sql, company.companyId)
  return {
    tickets,
    url: '',
    companyId: company.companyId,
    companyUuid: company.id,
    bearer: `Bearer ${key}`,
    apiKey: `ApiKey ${partnerKey.key}`,
  }
}

/**
 * A ticket with two messages and an event, an invoice with one line, for every number; spread evenly over the last
 * three years. A customer has four invoices, a batch a thousand.
 */
async function fill(tx: Tx, company: number, tickets: number): Promise<void> {
  const at = (minutes = 0) =>
    `(now() - interval '3 years' + (i::float8 / ${tickets}) * interval '1095 days' + interval '${minutes} minutes')`
  const rows = (last: number) => `from generate_series(1, ${Math.ceil(last)}) i`
  const customer = idInSql('customer', '(i + 3) / 4')
  const batch = idInSql('batch', '(i + 999) / 1000')
  const invoice = idInSql('invoice', 'i')
  const ticket = idInSql('ticket', 'i')
  const invoiceOfTicket = `case when ${ofInvoiceInSql('i')} then ${invoice} end`
  const message =
    'I do not understand the second line of this invoice. Could you please explain what it is for?'

  await tx.unsafe(`insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
    select ${company}, ${idInSql('customer', 'i')}, 'Customer ' || i, 'Teststraat ' || i, '1234AB', 'Amsterdam', 'NL',
           'customer' || i || '@example.com', now() - interval '3 years' ${rows(tickets / 4)}`)
  await tx.unsafe(`insert into batches (company_id, id, title, created_at)
    select ${company}, ${idInSql('batch', 'i')}, 'Batch ' || i, now() - interval '3 years' ${rows(tickets / 1000)}`)
  await tx.unsafe(`insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency,
      issued_on, amount_cents, outstanding_cents, paid_at, link_token, created_at)
    select ${company}, ${invoice}, ${batch}, ${customer}, 'F' || i, jsonb_build_object('name', 'Customer ' || (i + 3) / 4),
           'EUR', ${at()}::date, 9000, case i % 2 when 1 then 9000 else 0 end, case i % 2 when 0 then ${at(9)} end,
           '${company}-' || substr(md5(i::text), 1, 24), ${at()} ${rows(tickets)}`)
  await tx.unsafe(`insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, occurred_at, created_at)
    select ${company}, ${idInSql('line', 'i * 2')}, ${invoice}, 'charge', 9000, 'Membership', ${at()}, ${at()} ${rows(tickets)}`)
  await tx.unsafe(`insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, payment_method, occurred_at, created_at)
    select ${company}, ${idInSql('line', 'i * 2 + 1')}, ${invoice}, 'payment', -9000, 'external', ${at(9)}, ${at(9)}
           ${rows(tickets)} where i % 2 = 0`)
  await tx.unsafe(`insert into tickets (company_id, id, invoice_id, customer_id, title, source, state, created_at)
    select ${company}, ${ticket}, ${invoiceOfTicket}, ${customer}, 'Vraag over factuur F' || i,
           case when ${ofInvoiceInSql('i')} then 'portal' else 'email' end, ${stateInSql('i')}, ${at()} ${rows(tickets)}`)
  // A message in the order in which it came: first question, first answer, second question …
  await tx.unsafe(`insert into ticket_messages (company_id, id, ticket_id, invoice_id, state, by_customer, author,
      body_html, body_text, posted_at)
    select ${company}, case n when 1 then ${idInSql('question', 'i')} else ${idInSql('answer', 'i')} end, ${ticket},
           ${invoiceOfTicket}, ${stateInSql('i')}, n = 1 or i % 4 = 1,
           case when n = 1 or i % 4 = 1 then 'Customer ' || (i + 3) / 4 else 'Bench & Co' end, '${message}', '${message}',
           ${at()} + (n - 1) * interval '5 minutes' ${rows(tickets)}, generate_series(1, 2) n`)
  await tx.unsafe(`insert into events (company_id, id, type, subject_id, actor, at, after)
    select ${company}, ${idInSql('event', 'i')}, 'ticket.created', ${ticket}, 'system:bench', ${at()},
           jsonb_build_object('state', ${stateInSql('i')}) ${rows(tickets)}`)
}

async function countPages(tx: Tx): Promise<void> {
  await tx`
    insert into page_counts (company_id, list, day, slot, rows)
    select company_id, list, d.day, 0, count(*)
      from (select company_id, 'tickets' as list, created_at as at from tickets
            union all select company_id, 'invoices', created_at from invoices
            union all select company_id, 'customers', created_at from customers
            union all select company_id, 'batches', created_at from batches
            union all select company_id, 'messages ' || state, posted_at from ticket_messages
                       where invoice_id is not null) counted,
           lateral (values ((at at time zone 'UTC')::date), ('infinity')) d (day)
     group by company_id, list, d.day`
  await tx`create table bench_page_counts as select * from page_counts`
}

/** The kept counts and sums against the rows themselves. Throws where they differ. */
export async function verify(sql: Db, company: number): Promise<void> {
  const [wrong] = await sql`
    select list, kept, counted from (
      select 'tickets' as list, list_total(${company}, 'tickets') as kept,
             (select count(*) from tickets where company_id = ${company}) as counted
      union all
      select 'invoices', list_total(${company}, 'invoices'),
             (select count(*) from invoices where company_id = ${company})
      union all
      select 'messages ' || state, list_total(${company}, 'messages ' || state), count(*)
        from ticket_messages where company_id = ${company} and invoice_id is not null group by state
      union all
      select 'days of ' || list, sum(rows) filter (where day < 'infinity'), sum(rows) filter (where day = 'infinity')
        from page_counts where company_id = ${company} group by list
      union all
      select 'outstanding', (select sum(outstanding_cents) from invoices where company_id = ${company}),
             (select sum(amount_cents) from invoice_lines where company_id = ${company})
    ) c where kept is distinct from counted limit 1`
  if (wrong)
    throw new Error(`${wrong['list']}: kept are ${wrong['kept']}, there are in fact ${wrong['counted']}`)
}

/** Takes back all that a measurement wrote, and tidies up, so that the next one finds the same database. */
export async function restore(sql: Db, company: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`
      create temporary table touched on commit drop as
      with gone as (delete from events where company_id = ${company} and id > ${LAST_SEEDED} returning subject_id)
      select distinct subject_id as id from gone`
    const number = `('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint`
    await tx`delete from ticket_messages where company_id = ${company} and id > ${LAST_SEEDED}`
    await tx.unsafe(`update tickets set state = ${stateInSql(number)}
                      where company_id = ${company} and id in (select id from touched)`)
    await tx`
      update ticket_messages m set state = t.state from tickets t
       where t.company_id = ${company} and t.id in (select id from touched)
         and m.company_id = t.company_id and m.ticket_id = t.id and m.state <> t.state`
    await tx`delete from invoice_lines where company_id = ${company} and id > ${LAST_SEEDED}`
    await tx`delete from invoices where company_id = ${company} and id > ${LAST_SEEDED}`
    await tx`delete from customers where company_id = ${company} and id > ${LAST_SEEDED}`
    await tx`delete from batches where company_id = ${company} and id > ${LAST_SEEDED}`
    await tx`delete from mails where company_id = ${company}`
    await tx`
      update invoices set outstanding_cents = amount_cents, paid_at = null
       where company_id = ${company} and id in (select id from touched)`
    await tx`truncate page_counts`
    await tx`insert into page_counts select * from bench_page_counts`
  })
  await sql.unsafe(`vacuum analyze ${TABLES}`)
}
