import fc from 'fast-check'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { decodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { addNote } from '../../server/domain/tickets/add-note.ts'
import { answerConversation } from '../../server/domain/tickets/answer-conversation.ts'
import { closeTicket } from '../../server/domain/tickets/close-ticket.ts'
import { createTicket } from '../../server/domain/tickets/create-ticket.ts'
import { getTicket } from '../../server/domain/tickets/get-ticket.ts'
import { mergeTickets } from '../../server/domain/tickets/merge-tickets.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import { replyToTicket } from '../../server/domain/tickets/reply-to-ticket.ts'
import { snoozeTicket } from '../../server/domain/tickets/snooze-ticket.ts'
import { undoMerge } from '../../server/domain/tickets/undo-merge.ts'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { aCustomer, anUpload, aTicket } from '../support/builders.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** All that is kept about the conversations of a tenant: rows, words that they are found by, counts of boxes and lists. */
async function everything({ company: { companyId } }: Tenant): Promise<Record<string, unknown>> {
  const { sql } = running.database
  return {
    tickets: await sql`select * from tickets where company_id = ${companyId} order by id`,
    messages: await sql`select * from ticket_messages where company_id = ${companyId} order by id`,
    notes: await sql`select * from ticket_notes where company_id = ${companyId} order by id`,
    attachments: await sql`select * from ticket_attachments where company_id = ${companyId} order by id`,
    merges: await sql`select * from ticket_merges where company_id = ${companyId} order by id`,
    words:
      await sql`select id, head::text, said::text from ticket_words where company_id = ${companyId} order by id`,
    counts: await sql`
      select list, day::text, sum(rows) as rows from page_counts where company_id = ${companyId}
       group by list, day having sum(rows) <> 0 order by 1, 2`,
  }
}

const step = fc.constantFrom('answer', 'note', 'file', 'archive', 'snooze')
const steps = fc.array(step, { maxLength: 4 })

async function take(tenant: Tenant, id: string, what: string): Promise<void> {
  const ctx = tenant.ctx()
  const body = bodyFromText(`It is so ${Math.random()}`)
  const answer = { body, uploads: [], archive: false }
  if (what === 'answer') await answerConversation(ctx, id, answer)
  if (what === 'note') await addNote(ctx, id, body)
  if (what === 'file') await answerConversation(ctx, id, { ...answer, uploads: [await anUpload(tenant)] })
  if (what === 'archive') await closeTicket(ctx, id).catch(() => {})
  if (what === 'snooze') await snoozeTicket(ctx, id, new Date(ctx.now.getTime() + 86_400_000)).catch(() => {})
}

test('merging loses nothing, and undoing merges in turn restores everything exactly', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(steps, { minLength: 2, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
      async (aboutAnInvoice, histories, pairs) => {
        const tenant = await running.tenant()
        const ids: string[] = []
        let customerId = ''
        if (aboutAnInvoice) {
          const { ticket, invoice } = await aTicket(tenant)
          ids.push(decodeId('ticket', ticket)!)
          customerId = invoice.customerId
        } else customerId = (await aCustomer(tenant)).id
        while (ids.length < histories.length)
          ids.push(
            (
              await createTicket(tenant.ctx(), {
                customerId,
                title: `Talk ${ids.length}`,
                body: bodyFromText('Hello'),
                byCustomer: ids.length % 2 === 0,
              })
            ).id,
          )
        for (const [i, history] of histories.entries())
          for (const what of history) await take(tenant, ids[i]!, what)
        const states: Record<string, unknown>[] = [await everything(tenant)]
        const merges: { into: string; gone: string }[] = []
        let open = [...ids]
        for (const [a, b] of pairs) {
          if (open.length < 2) break
          const one = open[a % open.length]!
          const rest = open.filter((id) => id !== one)
          const other = rest[b % rest.length]!
          const into = await mergeTickets(tenant.ctx(), one, other)
          const gone = into === one ? other : one
          merges.push({ into, gone })
          open = open.filter((id) => id !== gone)
          const now = await everything(tenant)
          const count = (key: string) => (states[0]![key] as unknown[]).length
          for (const key of ['tickets', 'messages', 'notes', 'attachments', 'words'])
            assert.equal((now[key] as unknown[]).length, count(key), key)
          assert.equal((await getTicket(tenant.ctx(), gone)).id, into, 'it is found by its old name')
          states.push(now)
        }
        for (const { into, gone } of merges.toReversed()) {
          states.pop()
          await undoMerge(tenant.ctx(), into, gone)
          assert.deepEqual(await everything(tenant), states.at(-1))
        }
      },
    ),
    { numRuns: 25 },
  )
})

const aTalk = async (tenant: Tenant, customerId: string, byCustomer = true) =>
  (
    await createTicket(tenant.ctx(), {
      customerId,
      title: 'Talk',
      body: bodyFromText('Hello'),
      byCustomer,
    })
  ).id

test('what was said since a merge stays where it was said, and both go on as it stands', async () => {
  const tenant = await running.tenant()
  const { id: customerId } = await aCustomer(tenant)
  const [one, other] = [await aTalk(tenant, customerId), await aTalk(tenant, customerId)]
  await mergeTickets(tenant.ctx(), one, other)
  // Answered by its old name, as a program would that knows no other.
  const answered = await replyToTicket(tenant.ctx(), other, bodyFromText('Thanks'))
  assert.deepEqual([answered.id, answered.messages.length], [one, 3])
  await undoMerge(tenant.ctx(), one, other)
  const [first, second] = [await getTicket(tenant.ctx(), one), await getTicket(tenant.ctx(), other)]
  assert.deepEqual([first.state, first.messages.length], ['answered', 2])
  assert.deepEqual([second.state, second.messages.length], ['answered', 1])
})

test('what would break the rules is not merged: two invoices, two customers, a chat, itself, another company’s', async () => {
  const tenant = await running.tenant()
  const idOf = ({ ticket }: { ticket: string }) => decodeId('ticket', ticket)!
  const [one, two] = [idOf(await aTicket(tenant)), idOf(await aTicket(tenant))]
  const [talk, theirs] = [
    await aTalk(tenant, (await aCustomer(tenant)).id),
    await aTalk(tenant, (await aCustomer(tenant)).id),
  ]
  const stranger = await running.tenant()
  const elsewhere = await aTalk(stranger, (await aCustomer(stranger)).id)
  const untouched = await everything(tenant)
  const refused = async (a: string, b: string, about: string) =>
    assert.rejects(mergeTickets(tenant.ctx(), a, b), { about })
  await refused(one, two, 'tickets_of_two_invoices')
  await refused(one, talk, 'tickets_of_two_customers')
  await refused(talk, theirs, 'tickets_of_two_customers')
  await refused(talk, talk, 'ticketId')
  await refused(talk, elsewhere, 'ticketId')
  await refused(elsewhere, talk, 'ticket')
  await assert.rejects(undoMerge(tenant.ctx(), talk, theirs), { about: 'merge' })
  assert.deepEqual(await everything(tenant), untouched)
  await running.database.sql`update tickets set source = 'chat' where id = ${theirs}`
  await refused(talk, theirs, 'ticket_is_chat')
})

test('of two who merge the same conversations at once one does, and nothing is lost', async () => {
  const tenant = await running.tenant()
  const { id: customerId } = await aCustomer(tenant)
  const [one, other] = [await aTalk(tenant, customerId), await aTalk(tenant, customerId)]
  const done = await Promise.allSettled([
    mergeTickets(tenant.ctx(), one, other),
    mergeTickets(tenant.ctx(), other, one),
    mergeTickets(tenant.ctx(), one, other),
  ])
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  const survivor = (done.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>).value
  assert.equal((await getTicket(tenant.ctx(), survivor)).messages.length, 2)
})

test('a question that waits in either holds the collection of the invoice, until the merge is undone', async () => {
  const tenant = await running.tenant()
  const { ticket, invoice } = await aTicket(tenant, 'answered')
  const id = decodeId('ticket', ticket)!
  const talk = await aTalk(tenant, invoice.customerId)
  assert.equal(await mergeTickets(tenant.ctx(), talk, id), id, 'the one about the invoice is left')
  assert.equal((await getTicket(tenant.ctx(), id)).state, 'unanswered')
  await undoMerge(tenant.ctx(), id, talk)
  assert.equal((await getTicket(tenant.ctx(), id)).state, 'answered')
})
