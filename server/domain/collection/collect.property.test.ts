import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { aTransmittedBatch, collectAt, ctxAt } from '../../../test/support/collection.ts'
import type { Db, Tx } from '../../kernel/context.ts'
import { creditAndRetract } from '../invoices/credit-and-retract.ts'
import { getInvoiceDetails } from '../invoices/get-invoice-details.ts'
import { markInvoicePaid } from '../invoices/mark-invoice-paid.ts'
import { answerInvoiceQuestion } from '../tickets/answer-invoice-question.ts'
import { archiveConversation } from '../tickets/archive-conversation.ts'
import { askInvoiceQuestion } from '../tickets/ask-invoice-question.ts'
import { bodyFromText } from '../tickets/message-body.ts'
import { pauseCollection } from './pause-collection.ts'
import { resumeCollection } from './resume-collection.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const INVOICES = 3
const START = Date.parse('2026-03-20T15:00:00Z')
const settings = {
  request1: { sms: true },
  request2: { afterDays: 7, letter: true },
  reminder1: { afterDays: 14, sms: true },
  reminder2: { afterDays: 7 },
  reminder3: { afterDays: 7, letter: true },
  overdueAfterDays: 7,
  dueDays: 3,
  fees: { latePaymentCents: 250, latePaymentFrom: 'reminder1' },
  throttlePerMinute: 4,
}
const GAPS: Record<string, number> = { request2: 7, reminder1: 14, reminder2: 7, reminder3: 7 }
const ORDER = ['request1', 'request2', 'reminder1', 'reminder2', 'reminder3']
const DAY = 86_400_000
/** A day of the wall clock may be an hour shorter. */
const LEAST_DAY = DAY - 3_600_000 / 7

/** What is known of an invoice without looking into the engine. */
interface Model {
  id: string
  token: string
  over: boolean
  paused: boolean
  asked: boolean
  sent: { step: string; channel: string; at: number }[]
}

type Command =
  | { do: 'wait'; hours: number }
  | { do: 'run'; workers: number; crashAfter: number }
  | { do: 'pay' | 'retract' | 'pause' | 'resume' | 'ask' | 'answer' | 'archive'; invoice: number }

const invoice = fc.nat({ max: INVOICES - 1 })
const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.oneof(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 24, max: 400 }),
        fc.integer({ min: -72, max: 0 }),
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      workers: fc.integer({ min: 1, max: 3 }),
      crashAfter: fc.oneof(fc.constant(1e9), fc.integer({ min: 1, max: 12 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'pause' as const,
        'resume' as const,
        'ask' as const,
        'answer' as const,
        'archive' as const,
      ),
      invoice,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'retract' as const), invoice }) },
)

/** A pool whose transactions die before their n-th statement: what they did is undone, as when a process ends. */
function crashing(sql: Db, statements: number): Db {
  let left = statements
  const begin = (work: (tx: Tx) => Promise<unknown>) =>
    sql.begin((tx) =>
      work(
        new Proxy(tx as Tx, {
          apply(statement, self, args) {
            left -= 1
            if (left < 0) throw new Error('crash')
            return Reflect.apply(statement, self, args) as unknown
          },
        }),
      ),
    )
  return new Proxy(sql, {
    get: (target, name) => (name === 'begin' ? begin : (Reflect.get(target, name) as unknown)),
  })
}

/** The hours of the window on the clock in Amsterdam, said without the engine's own rule. */
const isDaytime = (at: number) => {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Europe/Amsterdam',
    }).format(at),
  )
  return hour >= 9 && hour < 21
}

async function observe(tenant: Tenant, models: Model[], at: number): Promise<void> {
  const rows = await running.database.sql<{ invoiceId: string; step: string; channel: string }[]>`
    select invoice_id as "invoiceId", step, channel from collection_messages
     where company_id = ${tenant.company.companyId} and state <> 'queued' order by id`
  for (const model of models) {
    const now = rows.filter(({ invoiceId }) => invoiceId === model.id)
    const known = new Set(model.sent.map(({ step, channel }) => `${step} ${channel}`))
    assert.ok(
      model.sent.every(({ step, channel }) =>
        now.some((row) => row.step === step && row.channel === channel),
      ),
      'what was sent stays sent',
    )
    for (const { step, channel } of now.filter((row) => !known.has(`${row.step} ${row.channel}`))) {
      assert.ok(isDaytime(at), `${step} left at ${new Date(at).toISOString()}`)
      assert.ok(!model.over, `${step} after it was paid or retracted`)
      assert.ok(!model.paused, `${step} while it was paused`)
      assert.ok(!model.asked, `${step} while a question waited`)
      const others = model.sent.filter((one) => one.step !== step)
      const last = others.at(-1)
      if (last) {
        assert.equal(ORDER.indexOf(step), ORDER.indexOf(last.step) + 1, `${last.step}, then ${step}`)
        assert.ok(at - last.at >= GAPS[step]! * LEAST_DAY, `${step} too soon after ${last.step}`)
      } else assert.equal(step, 'request1')
      model.sent.push({ step, channel, at })
    }
  }
}

async function perform(tenant: Tenant, models: Model[], command: Command, at: number): Promise<void> {
  const ctx = ctxAt(tenant, new Date(at))
  if (command.do === 'wait') return
  if (command.do === 'run') {
    const sql = crashing(running.database.sql, command.crashAfter)
    const runs = Array.from({ length: command.workers }, () =>
      collectAt(sql, ctx.now, tenant.company.companyId).catch((error: Error) =>
        assert.equal(error.message, 'crash'),
      ),
    )
    await Promise.all(runs)
    return observe(tenant, models, at)
  }
  const model = models[command.invoice]!
  const { id, token } = model
  if (command.do === 'pay') {
    if (!model.over) await markInvoicePaid(ctx, id, ctx.now)
    model.over = true
  } else if (command.do === 'retract') {
    const note = { creditNoteNumber: 'C', description: 'gone', reason: null, showReasonToCustomer: false }
    await creditAndRetract(ctx, id, note).catch((error: { code: string }) =>
      assert.equal(error.code, 'conflict'),
    )
    model.over = true
  } else if (command.do === 'pause') {
    if (!model.paused) await pauseCollection(ctx, id, 'because')
    model.paused = true
  } else if (command.do === 'resume') {
    if (model.paused) await resumeCollection(ctx, id)
    model.paused = false
  } else if (command.do === 'ask') {
    await askInvoiceQuestion(ctx, id, token, bodyFromText('Why?'))
    model.asked = true
  } else if (command.do === 'answer') {
    await answerInvoiceQuestion(ctx, id, bodyFromText('So.'))
    model.asked = false
  } else {
    await archiveConversation(ctx, id).catch((error: { code: string }) =>
      assert.equal(error.code, 'not_found'),
    )
    model.asked = false
  }
}

test('whatever clocks, workers, crashes, payments, pauses and questions do: each step once, in order, at its time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commands, { minLength: 5, maxLength: 40 }), async (sequence) => {
      const tenant = await running.tenant()
      const { batchId, invoiceIds } = await aTransmittedBatch(tenant, INVOICES, {
        now: new Date(START),
        settings,
      })
      const models = await Promise.all(
        invoiceIds.map(async (id): Promise<Model> => {
          const { linkToken } = await getInvoiceDetails(tenant.ctx(), id)
          return { id, token: linkToken, over: false, paused: false, asked: false, sent: [] }
        }),
      )
      let at = START
      for (const command of sequence) {
        if (command.do === 'wait') at += command.hours * 3_600_000
        await perform(tenant, models, command, at)
      }
      // In the end, a clock that goes well brings everybody who is left to the end of the flow.
      for (const model of models) {
        const ctx = ctxAt(tenant, new Date(at))
        if (model.paused) await resumeCollection(ctx, model.id)
        if (model.asked) await answerInvoiceQuestion(ctx, model.id, bodyFromText('So.'))
        model.paused = false
        model.asked = false
      }
      at += 4 * DAY
      for (let day = 0; day < 60; day++, at += DAY)
        for (const minute of [0, 720, 721, 722])
          await perform(tenant, models, { do: 'run', workers: 1, crashAfter: 1e9 }, at + minute * 60_000)
      const rest = await running.database.sql<{ id: string; overdue: boolean; fees: number }[]>`
        select c.id, c.overdue_at is not null as overdue,
               (select count(*) from invoice_lines l where l.company_id = c.company_id and l.invoice_id = c.id
                 and l.kind = 'fee') as fees
          from collections c where c.company_id = ${tenant.company.companyId} and c.batch_id = ${batchId}`
      for (const { id, overdue, fees } of rest) {
        const model = models.find((one) => one.id === id)!
        if (model.over) assert.ok(fees <= 1)
        else {
          assert.ok(overdue, 'nobody is forgotten')
          assert.equal(fees, 1)
          assert.equal(new Set(model.sent.map(({ step }) => step)).size, ORDER.length)
          assert.equal(model.sent.length, 10, 'reminder3 brings a text too, as by default')
        }
      }
    }),
    { numRuns: 8 },
  )
})
