import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aNewInvoice } from '../../../test/support/builders.ts'
import { aMember, collectAt, ctxAt, daysAfter, messagesOf } from '../../../test/support/collection.ts'
import { createBatch } from '../batches/create-batch.ts'
import { transmitBatch } from '../batches/transmit-batch.ts'
import type { Recipient } from '../customers/customer.ts'
import { addInvoiceToBatch } from '../invoices/add-invoice-to-batch.ts'
import { addDays } from '../../kernel/time.ts'
import { dryRunBatch } from './dry-run-batch.ts'
import { previewMessages } from './preview-messages.ts'
import { setBatchSettings } from './set-batch-settings.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

/** Reachable by some channels only. */
const memberWith = ({
  email,
  phone,
  post,
}: {
  email: boolean
  phone: boolean
  post: boolean
}): Recipient => ({
  ...aMember,
  email: email ? aMember.email : '',
  phone: phone ? aMember.phone : { number: '', countryCode: '' },
  address: post ? aMember.address : { ...aMember.address, zipCode: '' },
})

const noon = new Date('2026-11-21T11:00:00Z')
const channels = fc.record({ sms: fc.boolean(), letter: fc.boolean() })
const later = fc.record({
  afterDays: fc.integer({ min: 1, max: 10 }),
  sms: fc.boolean(),
  letter: fc.boolean(),
})
const anySettings = fc.record({
  request1: channels,
  request2: fc.option(later),
  reminder1: later,
  reminder2: later,
  reminder3: fc.option(later),
  overdueAfterDays: fc.integer({ min: 1, max: 5 }),
  dueDays: fc.integer({ min: 1, max: 30 }),
  fees: fc.record({
    latePaymentCents: fc.constantFrom(0, 750),
    latePaymentFrom: fc.constantFrom('reminder1', 'reminder2', 'overdue'),
  }),
})
const anyInvoice = fc.record({
  email: fc.boolean(),
  phone: fc.boolean(),
  post: fc.boolean(),
  cents: fc.constantFrom(0, 1000, 2550),
  dueIn: fc.option(fc.integer({ min: -3, max: 25 })),
})

test('what the dry run and the preview say is what is sent, if nobody pays', async () => {
  await fc.assert(
    fc.asyncProperty(
      anySettings,
      fc.array(anyInvoice, { minLength: 1, maxLength: 5 }),
      async (settings, invoices) => {
        const ctx = ctxAt(tenant, noon)
        const { id: batchId } = await createBatch(ctx, 'Fees', 0)
        const ids: string[] = []
        for (const { cents, dueIn, ...ways } of invoices)
          ids.push(
            (
              await addInvoiceToBatch(ctx, batchId, {
                ...aNewInvoice(memberWith(ways), [{ amountCents: cents, description: 'Fee' }]),
                dueOn: dueIn === null ? null : addDays('2026-11-21', dueIn),
              })
            ).id,
          )
        await setBatchSettings(ctx, batchId, settings)
        const run = await dryRunBatch(ctx, batchId, { sandbox: false })
        const previews = new Map<string, Awaited<ReturnType<typeof previewMessages>>>()
        for (const id of ids) previews.set(id, await previewMessages(ctx, batchId, id))
        await transmitBatch(ctx, batchId)
        for (let day = 0; day <= 60; day += 1)
          for (let again = 0; again < 2; again += 1)
            await collectAt(running.database.sql, daysAfter(noon, day), tenant.company.companyId)
        const sent = (await messagesOf(running.database.sql, tenant)).filter(({ invoiceId }) =>
          ids.includes(invoiceId),
        )
        for (const step of run.steps)
          for (const [channel, name] of [
            ['EMAIL', 'email'],
            ['SMS', 'sms'],
            ['LETTER', 'letter'],
          ] as const) {
            const messages = sent.filter((one) => one.step === step.step && one.channel === channel)
            const cents = messages.reduce((sum, one) => sum + one.amountCents!, 0)
            assert.deepEqual(step[name], { count: messages.length, cents }, `${step.step} by ${name}`)
          }
        assert.equal(
          run.unreachable,
          ids.filter((id) => isOpen(id) && !sent.some((m) => m.invoiceId === id)).length,
        )
        assert.equal(run.unreachableInvoices.length, run.unreachable)
        for (const message of sent) {
          const { says, at } = previews
            .get(message.invoiceId)!
            .steps.find((s) => s.says.step === message.step)!
          assert.deepEqual(
            [says.amountCents, says.feeCents],
            [message.amountCents, message.feeCents],
            message.step,
          )
          assert.ok(at)
        }
        function isOpen(id: string): boolean {
          return invoices[ids.indexOf(id)]!.cents > 0
        }
      },
    ),
    {
      numRuns: 12,
      examples: [
        // Reached by the last reminder only: the fee comes with it, not with the first one that nobody gets.
        [
          {
            request1: { sms: false, letter: false },
            request2: null,
            reminder1: { afterDays: 1, sms: false, letter: false },
            reminder2: { afterDays: 1, sms: false, letter: false },
            reminder3: { afterDays: 1, sms: false, letter: true },
            overdueAfterDays: 1,
            dueDays: 1,
            fees: { latePaymentCents: 750, latePaymentFrom: 'reminder1' },
          },
          [{ email: false, phone: false, post: true, cents: 1000, dueIn: null }],
        ],
      ],
    },
  )
})

test('what is wrong is said, what stops it first', async () => {
  const ctx = tenant.ctx()
  const { id } = await createBatch(ctx, 'Fees', 2)
  const codes = async (sandbox = false) =>
    (await dryRunBatch(ctx, id, { sandbox })).problems.map(
      ({ code, blocks }) => `${code}${blocks ? '!' : ''}`,
    )
  assert.deepEqual(await codes(), ['empty!', 'no_payment_provider', 'no_iban'])
  const invoice = aNewInvoice(memberWith({ email: false, phone: true, post: true }))
  await addInvoiceToBatch(ctx, id, { ...invoice, dueOn: '2026-11-02' })
  assert.deepEqual(await codes(true), ['incomplete!', 'past_due', 'no_iban', 'no_sms_provider'])
  await addInvoiceToBatch(ctx, id, {
    ...invoice,
    recipient: memberWith({ email: false, phone: false, post: true }),
  })
  const run = await dryRunBatch(ctx, id, { sandbox: true })
  assert.deepEqual(
    run.problems.map(({ code, count }) => [code, count]),
    [
      ['unreachable', 1],
      ['past_due', 1],
      ['same_number', 2],
      ['no_iban', 0],
      ['no_sms_provider', 0],
    ],
  )
  assert.deepEqual(run.unreachableInvoices[0]!.lacks, ['email', 'phone'])
})
