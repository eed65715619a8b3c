import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { answerInvoiceQuestion } from '../../server/domain/tickets/answer-invoice-question.ts'
import { archiveConversation } from '../../server/domain/tickets/archive-conversation.ts'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { closeTicket } from '../../server/domain/tickets/close-ticket.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import { replyToTicket } from '../../server/domain/tickets/reply-to-ticket.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { anInvoice } from '../support/builders.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const steps = ['ask', 'answer', 'archive', 'reply', 'close'] as const

test('events of one conversation are numbered in the order of its changes, however many write at once', async () => {
  const tenant = await running.tenant()
  const { sql } = running.database
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 6, maxLength: 30 }), async (all) => {
      const { invoice } = await anInvoice(tenant)
      const body = bodyFromText('words')
      await askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, body)
      const [ticket] = await sql<[{ id: string }]>`select id from tickets where invoice_id = ${invoice.id}`
      const doing = {
        ask: () => askInvoiceQuestion(tenant.ctx(), invoice.id, invoice.linkToken, body),
        answer: () => answerInvoiceQuestion(tenant.ctx(), invoice.id, body),
        archive: () => archiveConversation(tenant.ctx(), invoice.id),
        reply: () => replyToTicket(tenant.ctx(), ticket.id, body),
        close: () => closeTicket(tenant.ctx(), ticket.id),
      }
      await Promise.allSettled(all.map((step) => doing[step]()))
      const events = await sql<{ met: string | null; left: string }[]>`
          select before->>'state' as met, after->>'state' as left from events
           where company_id = ${tenant.company.companyId} and subject_id = ${ticket.id} order by seq`
      assert.equal(events[0]!.met, null)
      for (const [i, { met }] of events.entries())
        if (i > 0) assert.equal(met, events[i - 1]!.left, `event ${i} of ${events.length}`)
      const [{ state }] = await sql<[{ state: string }]>`select state from tickets where id = ${ticket.id}`
      assert.equal(events.at(-1)!.left, state)
    }),
    { numRuns: 40 },
  )
})
