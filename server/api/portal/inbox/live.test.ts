import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aTicket } from '../../../../test/support/builders.ts'
import { aColleague, asStaff, speakerOf, type Staff } from '../../../../test/support/staff.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import { endSession, findSession } from '../../../domain/staff/session.ts'
import { newId } from '../../../kernel/ids.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let url: string
before(async () => {
  running = await startTestApp()
  url = await running.app.listen({ host: '127.0.0.1', port: 0 })
})
after(() => running.close())

interface Told {
  event: string
  id: string | undefined
  data: unknown
}

/** A page that follows the inbox, at a server. */
async function follow({ token }: Staff, { at = url, since }: { at?: string; since?: string } = {}) {
  const leaving = new AbortController()
  const response = await fetch(`${at}/api/portal/inbox/live`, {
    headers: {
      ...asStaff(token),
      accept: 'text/event-stream',
      ...(since === undefined ? {} : { 'last-event-id': since }),
    },
    signal: leaving.signal,
  })
  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type')!, /^text\/event-stream/)
  const told: Told[] = []
  let over = false
  const reading = (async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop()!
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1]
        const event = field('event')
        if (event) told.push({ event, id: field('id'), data: JSON.parse(field('data')!) })
      }
    }
  })()
    .catch(() => {})
    .finally(() => (over = true))
  return {
    told,
    ended: () => over,
    lastId: () => told.findLast(({ id }) => id !== undefined)?.id,
    changes: () =>
      told
        .filter(({ event }) => event === 'changes')
        .flatMap(({ data }) => data as { conversationId: string; type: string; by: string | null }[]),
    presence: () =>
      (told.findLast(({ event }) => event === 'presence')?.data ?? []) as {
        conversationId: string
        name: string
        writing: boolean
      }[],
    async leave() {
      leaving.abort()
      await reading
    },
  }
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20)) if (isSo()) return
  assert.fail(`never: ${what}`)
}

const ask = (tenant: Tenant, { invoice }: Awaited<ReturnType<typeof aTicket>>) =>
  askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, bodyFromText('Well?'))

test('what one does another is told, once, whichever process it was; nobody of another company is', async () => {
  const [tenant, other] = [await running.tenant(), await running.tenant()]
  const [ann, bob, stranger] = [await aColleague(tenant), await aColleague(tenant), await aColleague(other)]
  const asked = await aTicket(tenant)
  const [one, their] = [await follow(ann), await follow(stranger)]
  await speakerOf(running.app, bob)('POST', `/inbox/${asked.ticket}/notes`, { message: 'Hm' })
  await until('the note', () => one.changes().length > 0)
  // Straight into the database, as another process would.
  await ask(tenant, asked)
  await until('the question', () => one.changes().length > 1)
  await sleep(300)
  assert.deepEqual(
    one.changes().map(({ conversationId, type, by }) => [conversationId, type, by === null]),
    [
      [asked.ticket, 'inbox.note_added', false],
      [asked.ticket, 'ticket.customer_replied', true],
    ],
  )
  assert.deepEqual(their.changes(), [])
  await Promise.all([one.leave(), their.leave()])
})

test('who comes back is told what they missed, also of changes that were committed late', async () => {
  const tenant = await running.tenant()
  const staff = await aColleague(tenant)
  const [one, two] = [await aTicket(tenant), await aTicket(tenant)]
  const first = await follow(staff)
  await until('hello', () => first.lastId() !== undefined)
  // This change has its number before the other, and is seen after it.
  let commit = () => {}
  const committed = new Promise<void>((resolve) => (commit = resolve))
  let began = () => {}
  const begun = new Promise<void>((resolve) => (began = resolve))
  const late = running.database.sql.begin(async (tx) => {
    await askInvoiceQuestion(
      { ...tenant.ctx(), sql: tx as never },
      one.invoice.id,
      one.invoice.linkToken,
      bodyFromText('Late'),
    )
    began()
    await committed
  })
  await begun
  await ask(tenant, two)
  await until('the early one', () => first.changes().length === 1)
  const since = first.lastId()!
  await first.leave()
  commit()
  await late
  const again = await follow(staff, { since })
  await until('the late one', () =>
    again.changes().some(({ conversationId }) => conversationId === one.ticket),
  )
  const json = await speakerOf(running.app, staff)('GET', `/inbox/live?since=${since}`)
  assert.ok(
    json.json().changes.some((change: { conversationId: string }) => change.conversationId === one.ticket),
  )
  await again.leave()
  for (const lost of ['1.1', 'nonsense', '999999999999999999.1795255200']) {
    const unknown = await follow(staff, { since: lost })
    await until('reset', () => unknown.told.some(({ event }) => event === 'reset'))
    await unknown.leave()
  }
})

test('who reads or writes where is seen by the others, until they leave', async () => {
  const tenant = await running.tenant()
  const [ann, bob] = [await aColleague(tenant), await aColleague(tenant, 'support')]
  const { ticket } = await aTicket(tenant)
  const seen = await follow(ann)
  const speak = speakerOf(running.app, bob)
  const tab = encodeId('tab', newId())
  const note = (writing: boolean) =>
    speak('PUT', `/inbox/presence/${tab}`, { conversationId: ticket, writing })
  assert.equal((await note(false)).statusCode, 204)
  await until('bob reads', () => seen.presence().some(({ writing }) => !writing))
  await note(true)
  await until('bob writes', () => seen.presence().some(({ name, writing }) => name === bob.name && writing))
  await speak('DELETE', `/inbox/presence/${tab}`)
  await until('bob left', () => seen.presence().length === 0)
  await note(true)
  await until('bob is back', () => seen.presence().length === 1)
  const later = new Date(running.clock.now().getTime() + 46_000).toISOString()
  running.clock.set(later)
  const polled = (await speakerOf(running.app, ann)('GET', '/inbox/live')).json()
  assert.deepEqual(polled.presence, [], 'whoever says nothing any more has left')
  assert.equal(
    (await speak('PUT', '/inbox/presence/nonsense', { conversationId: ticket, writing: true })).statusCode,
    404,
  )
  const stranger = speakerOf(running.app, await aColleague(await running.tenant()))
  const elsewhere = await stranger('PUT', `/inbox/presence/${encodeId('tab', newId())}`, {
    conversationId: ticket,
    writing: true,
  })
  assert.equal(elsewhere.statusCode, 404)
  await seen.leave()
})

test('a stream ends with its session, or the role, and one session has eight', async () => {
  const tenant = await running.tenant()
  const [ann, bob] = [await aColleague(tenant), await aColleague(tenant)]
  const { sql } = running.database
  const pages = [await follow(ann)]
  while (pages.length < 9) pages.push(await follow(ann))
  await until('the first is let go', () => pages[0]!.ended())
  assert.deepEqual(pages[0]!.told.at(-1), { event: 'end', id: undefined, data: { reason: 'crowded' } })
  const session = (await findSession(sql, ann.token))!
  await endSession(sql, running.clock.now(), ann.userId, session.id)
  await until('all ended', () => pages.every((page) => page.ended()))
  assert.deepEqual(pages[8]!.told.at(-1)!.data, { reason: 'session' })
  const other = await follow(bob)
  await sql`delete from memberships where id = ${bob.membershipId}`
  await sql`select pg_notify('access_changed', '')`
  await until('bob is no colleague', () => other.ended())
  assert.equal(
    (await fetch(`${url}/api/portal/inbox/live`, { headers: { accept: 'text/event-stream' } })).status,
    401,
  )
})

test('a server that stops does not wait for who follows', async () => {
  const second = await startTestApp()
  const at = await second.app.listen({ host: '127.0.0.1', port: 0 })
  const staff = await aColleague(await second.tenant())
  const page = await follow(staff, { at })
  const began = Date.now()
  await second.close()
  assert.ok(Date.now() - began < 5000)
  await until('it ended', () => page.ended())
  assert.ok(!page.told.some(({ event }) => event === 'end'), 'it may come back')
})
