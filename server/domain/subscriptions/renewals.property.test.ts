import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { aCustomer } from '../../../test/support/builders.ts'
import { parseDateTime } from '../../kernel/time.ts'
import { changeSubscription } from './change-subscription.ts'
import { createSubscription } from './create-subscription.ts'
import { getSubscription } from './get-subscription.ts'
import { renewSubscriptions } from './renew-subscriptions.ts'
import { netOf } from '../invoices/vat.ts'
import { intervals, statusOf, type Interval } from './subscription.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
  // A crash in the middle of a run: a sequence is not rolled back, so that it comes now and then, and not for ever.
  await running.database.sql.unsafe(`
    create sequence crashes;
    create table crash_every (n integer not null);
    insert into crash_every values (1000000);
    create function crash() returns trigger language plpgsql as $$
      begin
        if nextval('crashes') % (select n from crash_every) = 0 then raise exception 'crash'; end if;
        return new;
      end $$;
    create trigger crash before insert on subscription_periods for each row execute function crash();
    create trigger crash before insert on invoice_lines for each row execute function crash()`)
})
after(() => running.close())

const crashEvery = (n: number) => running.database.sql.unsafe(`update crash_every set n = ${n}`)

const steps: Record<Interval, Temporal.DurationLike> = {
  '14 days': { days: 14 },
  '1 month': { months: 1 },
  '2 months': { months: 2 },
  '6 months': { months: 6 },
  '1 year': { years: 1 },
}

/** The k-th term's first day, by its definition: so many intervals after the start. */
function termStart(startsOn: string, every: Interval, k: number): string {
  const [[unit, n]] = Object.entries(steps[every]) as [[string, number]]
  return Temporal.PlainDate.from(startsOn)
    .add({ [unit]: n * k })
    .toString()
}

/** The first days of the terms that are to be billed when the first day is none before `from` and none after `to`. */
function expectedTerms(startsOn: string, every: Interval, from: string, mayBegin: (day: string) => boolean) {
  const days: string[] = []
  for (let k = 0; ; k++) {
    const day = termStart(startsOn, every, k)
    if (day < from) continue
    if (!mayBegin(day)) return { days, next: day }
    days.push(day)
  }
}

const localDay = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

// Where clocks change at midnight, far east, far west, and at home.
const zones = [
  'Europe/Amsterdam',
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Pacific/Honolulu',
] as const

const plan = fc.record({
  zone: fc.constantFrom(...zones),
  beginning: fc
    .date({
      min: new Date('2023-01-01T00:00:00Z'),
      max: new Date('2028-03-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
  subscriptions: fc.array(
    fc.record({
      startsAfterDays: fc.oneof(fc.integer({ min: -800, max: 400 }), fc.constantFrom(-1, 0, 1)),
      every: fc.constantFrom(...intervals),
      amountCents: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(100_000_000_000)),
      vatRate: fc.constantFrom(0, 9, 21),
      createInvoice: fc.boolean(),
      terminatedAfterSeconds: fc.option(fc.integer({ min: 1, max: 400 * 86_400 }), { freq: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  jumps: fc.array(
    fc.record({
      seconds: fc.oneof(fc.integer({ min: 0, max: 3 * 86_400 }), fc.integer({ min: 0, max: 200 * 86_400 })),
      workers: fc.integer({ min: 1, max: 3 }),
      crashEvery: fc.option(fc.integer({ min: 2, max: 9 })),
    }),
    { minLength: 1, maxLength: 6 },
  ),
})

const run = (now: Date, { company }: Tenant) =>
  renewSubscriptions(
    { sql: running.database.sql, now, failed: (_, error) => assert.match(String(error), /crash/) },
    { companyId: company.companyId },
  )

interface Period {
  subscriptionId: string
  startsOn: string
  endsOn: string
  cents: number
  invoiceId: string | null
  issuedOn: string | null
  invoicedCents: number | null
}

test('whatever the clock does and whatever crashes, however many work: terms without gaps, one invoice each, on their days', async () => {
  const { sql } = running.database
  await fc.assert(
    fc.asyncProperty(plan, async ({ zone, beginning, subscriptions, jumps }) => {
      const tenant = await running.tenant({ timeZone: zone })
      const customerId = (await aCustomer(tenant)).id
      let now = beginning
      const ctx = () => ({ ...tenant.ctx(), now })
      const today = localDay(now, zone)
      const made = await Promise.all(
        subscriptions.map(async ({ startsAfterDays, terminatedAfterSeconds, ...given }) => {
          const startsOn = Temporal.PlainDate.from(today).add({ days: startsAfterDays }).toString()
          const { id } = await createSubscription(ctx(), {
            ...given,
            customerId,
            packageId: null,
            description: 'Term',
            startsOn,
            invoiceDescription: null,
            createPayment: false,
            mandateId: null,
            followUpFailedPayment: false,
          })
          if (terminatedAfterSeconds === null) return { id, startsOn, ...given, terminatedAt: undefined }
          const terminatedAt = new Date(now.getTime() + terminatedAfterSeconds * 1000)
          await changeSubscription(ctx(), id, { terminatedAt })
          return { id, startsOn, ...given, terminatedAt }
        }),
      )
      for (const jump of jumps) {
        now = new Date(now.getTime() + jump.seconds * 1000)
        if (jump.crashEvery !== null) await crashEvery(jump.crashEvery)
        await Promise.all(Array.from({ length: jump.workers }, () => run(now, tenant)))
        await crashEvery(1_000_000)
      }
      await run(now, tenant)
      assert.equal(await run(now, tenant), 0)

      const periods = await sql<Period[]>`
        select p.subscription_id as "subscriptionId", p.starts_on as "startsOn", p.ends_on as "endsOn",
               p.amount_cents as cents, p.invoice_id as "invoiceId", i.issued_on as "issuedOn",
               i.outstanding_cents as "invoicedCents"
          from subscription_periods p left join invoices i on i.company_id = p.company_id and i.id = p.invoice_id
         where p.company_id = ${tenant.company.companyId} order by p.starts_on`
      for (const { id, startsOn, every, amountCents, createInvoice, terminatedAt } of made) {
        const { days, next } = expectedTerms(
          startsOn,
          every,
          today,
          (day) =>
            day <= localDay(now, zone) &&
            (terminatedAt === undefined || parseDateTime(day, zone)!.getTime() < terminatedAt.getTime()),
        )
        const ours = periods.filter(({ subscriptionId }) => subscriptionId === id)
        assert.deepEqual(
          ours.map((period) => period.startsOn),
          days,
          `${startsOn} ${every} ${zone}`,
        )
        assert.deepEqual(
          ours.map((period) => period.endsOn),
          [...days, next].slice(1),
          'each ends where the next begins',
        )
        for (const period of ours) {
          assert.equal(period.cents, amountCents)
          assert.equal(period.issuedOn, createInvoice ? period.startsOn : null)
          assert.equal(period.invoicedCents, createInvoice ? amountCents : null)
        }
        const shown = await getSubscription(ctx(), id)
        assert.equal(shown.nextOn, next)
        assert.ok(shown.renewsOn >= next)
        const status = statusOf(shown, now, zone)
        if (terminatedAt === undefined)
          assert.equal(status, startsOn > localDay(now, zone) ? 'planned' : 'in_progress')
        else assert.ok(status === 'terminated' || status === 'ended')
        if (status === 'ended') assert.ok(terminatedAt!.getTime() <= now.getTime() || days.length === 0)
      }
      const invoices = await sql<{ number: string; id: string }[]>`
        select external_number as number, id from invoices where company_id = ${tenant.company.companyId}`
      const billed = periods.flatMap(({ invoiceId }) => invoiceId ?? [])
      assert.equal(new Set(billed).size, billed.length)
      assert.deepEqual(invoices.map(({ id }) => id).sort(), billed.sort(), 'no invoice but of a term')
      // Per year 1, 2, 3 …: no number is missing, whatever was rolled back.
      const numbers = Map.groupBy(
        invoices.map(({ number }) => number.split('-')),
        ([, year]) => year,
      )
      for (const ofYear of numbers.values())
        assert.deepEqual(
          ofYear.map(([, , n]) => Number(n)).sort((a, b) => a - b),
          ofYear.map((_, i) => i + 1),
        )
    }),
    { numRuns: 60 },
  )
})

test('what is left before VAT and its tax are the amount, and no cent from the rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), fc.constantFrom(0, 9, 21), (cents, rate) => {
      const net = netOf(cents, rate)
      assert.ok(Number.isSafeInteger(net) && net >= 0 && net <= cents)
      // The exact tax is within half a cent of (1 + rate) of the one that is left.
      assert.ok(Math.abs((cents - net) * (100 + rate) - cents * rate) <= (100 + rate) / 2 + 1e-6)
    }),
  )
})
