import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../server/database/connect.ts'
import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import { browseInbox } from '../server/domain/tickets/browse-inbox.ts'
import { countInbox } from '../server/domain/tickets/count-inbox.ts'
import { searchInbox } from '../server/domain/tickets/search-inbox.ts'
import type { Actor, Ctx } from '../server/kernel/context.ts'

/**
 * What the inbox takes of the server with many conversations: each box, far down in one, the counts, and searching for words
 * that one, a few or all conversations have. On the embedded Postgres with every default; `--others` says how many
 * conversations another company has beside the one that is asked for.
 */
const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '100000' },
    others: { type: 'string', default: '10000' },
    times: { type: 'string', default: '30' },
  },
})
const conversations = Number(values.conversations)
const times = Number(values.times)
const FLOOR_MS = 200

const folder = await mkdtemp(join(tmpdir(), 'balie-inbox-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder })
try {
  await migrate(postgres.url)
  const sql = connect(postgres.url, { connections: 10 })
  const actor: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
  const now = new Date()
  const seed = async (name: string, count: number): Promise<Ctx> => {
    const company = await createCompany(sql, actor, now, { name, email: 'bench@example.com' })
    const began = performance.now()
    // Every trigger of the inbox runs: so much writing at once takes longer than the rest of this together.
    await sql.unsafe(`
      insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
      select ${company.companyId}, gen_random_uuid(), 'Member ' || n || ' ' || (array['Jansen', 'de Vries', 'Bakker', 'Smit'])[1 + n % 4],
             'Street 1', '1000AA', 'Amsterdam', 'NL', 'member' || n || '@example.com', now() from generate_series(1, ${count}) n`)
    await sql.unsafe(`
      with made as (
        insert into tickets (company_id, id, customer_id, title, source, state, created_at)
        select company_id, gen_random_uuid(), id, 'Question about invoice 2026-' || substring(name from '[0-9]+'), 'portal',
               (array['unanswered', 'answered', 'archived', 'archived'])[1 + (random() * 3.99)::integer % 4],
               now() - random() * interval '700 days'
          from customers where company_id = ${company.companyId}
        returning *
      )
      insert into ticket_messages (company_id, id, ticket_id, state, by_customer, author, body_html, body_text, posted_at)
      select company_id, gen_random_uuid(), id, state, n % 2 = 1, 'Somebody', text, text, created_at + n * interval '1 hour'
        from made, generate_series(1, 3) n,
             lateral (select 'Dear treasurer, I would like to know why the contribution of team '
                        || (hashtext(id::text) % 500) || ' is so much; my reference is r'
                        || abs(hashtext(id::text || n)) as text) t`)
    console.log(`${name}: ${count} conversations in ${Math.round((performance.now() - began) / 1000)} s`)
    return { sql, company, actor, now }
  }
  await seed('The other one', Number(values.others))
  const ctx = await seed('Bench & Co', conversations)
  await sql.unsafe('vacuum analyze')

  const first = { after: undefined, offset: 0, limit: 50 }
  const [middle] = await sql<{ key: string; id: string }[]>`
    select surfaced_at as key, id from tickets where company_id = ${ctx.company.companyId} and state = 'archived'
     order by surfaced_at offset ${Math.floor(conversations / 4)} limit 1`
  const [{ word }] = await sql<[{ word: string }]>`
    select substring(body_text from 'r[0-9]+$') as word from ticket_messages
     where company_id = ${ctx.company.companyId} limit 1`
  const search = (words: string) => () => searchInbox(ctx, { words, box: undefined }, first)
  const cases: [string, () => Promise<unknown>][] = [
    ['list unanswered', () => browseInbox(ctx, { box: 'unanswered' }, first)],
    ['list archived', () => browseInbox(ctx, { box: 'archived' }, first)],
    [
      'list archived, in the middle',
      () => browseInbox(ctx, { box: 'archived' }, { ...first, after: middle! }),
    ],
    ['list with support (empty)', () => browseInbox(ctx, { box: 'support' }, first)],
    ['counts', () => countInbox(ctx)],
    ['search what one has', search(word)],
    ['search a number', search(`2026-${Math.floor(conversations / 2)}`)],
    ['search a name', search('jansen')],
    ['search a few hundred’s', search('team 137')],
    ['search what all have', search('contribution')],
    ['search two letters', search('co')],
    ['search what all have, and one', search(`contribution ${word}`)],
    ['search nothing there', search('zebra')],
  ]
  for (const [name, work] of cases) {
    const took: number[] = []
    for (let i = 0; i < times; i += 1) {
      const began = performance.now()
      await work()
      took.push(performance.now() - began)
    }
    took.sort((a, b) => a - b)
    const [median, most] = [took[Math.floor(times / 2)]!, took.at(-1)!]
    console.log(
      `${name.padEnd(32)} median ${median.toFixed(1)} ms, most ${most.toFixed(1)} ms${most < FLOOR_MS ? '' : '  ✗'}`,
    )
  }
  await sql.end({ timeout: 5 })
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
