import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { encodeId } from '../ids.ts'
import type { MailAttachment } from '../../../domain/mails/mail.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url = '', payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/appointments${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const john = { name: 'Intake', attendeeName: 'John Doe', attendeeEmail: 'john@example.com' }
const clock = (quarter: number) =>
  `2026-12-07 ${String(8 + Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

interface Mail {
  template: string
  to: string
  params: Record<string, string | null>
  attachments: MailAttachment[]
}

const mailsOf = (tenant: Tenant) => running.database.sql<Mail[]>`
  select template, to_address as "to", params, attachments from mails
   where company_id = ${tenant.company.companyId} order by id`

test('whatever is asked for at once, no two that stand overlap, and who was refused met one that does', async () => {
  const slot = fc.record({ from: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(slot, { minLength: 4, maxLength: 16 }), async (slots) => {
      const tenant = await running.tenant()
      const answers = await Promise.all(
        slots.map(({ from, length }) =>
          call(tenant, 'POST', '', { ...john, startsAt: clock(from), endsAt: clock(from + length) }),
        ),
      )
      const made = slots.filter((_, i) => answers[i]!.statusCode === 200)
      const overlap = (a: (typeof slots)[0], b: (typeof slots)[0]) =>
        a.from < b.from + b.length && b.from < a.from + a.length
      for (const [i, a] of made.entries()) for (const b of made.slice(i + 1)) assert.ok(!overlap(a, b))
      for (const [i, answer] of answers.entries()) {
        if (answer.statusCode === 200) continue
        assert.equal(answer.statusCode, 409, answer.body)
        assert.ok(made.some((other) => overlap(other, slots[i]!)))
      }
      assert.equal((await mailsOf(tenant)).length, made.length)
    }),
    { numRuns: 15 },
  )
})

test('of many that confirm or cancel one at once each change happens once', async () => {
  const tenant = await running.tenant()
  for (let day = 1; day <= 5; day++) {
    const made = await call(tenant, 'POST', '', {
      ...john,
      status: 'pending',
      startsAt: `2026-12-0${day} 10:00`,
      endsAt: `2026-12-0${day} 11:00`,
    })
    const { id } = made.json()
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => call(tenant, 'PATCH', `/${id}`, { status: 'scheduled' })),
      ...Array.from({ length: 3 }, () => call(tenant, 'PATCH', `/${id}`, { status: 'canceled' })),
      ...Array.from({ length: 3 }, () => call(tenant, 'DELETE', `/${id}`)),
    ])
    for (const answer of answers) assert.ok([200, 409].includes(answer.statusCode), answer.body)
    const canceled = answers.filter(
      (answer) => answer.statusCode === 200 && answer.json().status === 'canceled',
    )
    assert.equal(canceled.length, 1)
    const confirmed = answers.filter((answer) => answer.statusCode === 200).length - 1
    const [row] = await running.database.sql<[{ sequence: number; events: number; mails: number }]>`
      select sequence, (select count(*) from events e where e.subject_id = a.id) as events,
             (select count(*) from mails m where m.about_id = a.id) as mails
        from appointments a where company_id = ${tenant.company.companyId} order by created_at desc limit 1`
    assert.deepEqual({ ...row }, { sequence: 1 + confirmed, events: 2 + confirmed, mails: 2 + confirmed })
  }
})

/** The lines of a calendar file by their name, unfolded (RFC 5545, section 3.1). */
function linesOf(text: string): Map<string, string> {
  assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR/)
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  return new Map(lines.map((line) => [/^[A-Z-]+/.exec(line)?.[0] ?? '', line]))
}

test('the attendee’s calendar follows: invited under one UID, canceled with a higher sequence', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam', name: 'Club; "X"\nBEGIN:VEVENT' })
  const made = await call(tenant, 'POST', '', {
    ...john,
    name: 'Renew, extend; or\\ end',
    attendeeName: 'Döe; "John"',
    status: 'pending',
    startsAt: '2026-07-06 14:30',
    endsAt: '2026-07-06 16:00',
    onlineMeetingLink: 'https://meet.example/abc',
  })
  const { id } = made.json()
  await call(tenant, 'PATCH', `/${id}`, { status: 'scheduled' })
  const download = await call(tenant, 'GET', `/${id}/ics`)
  assert.match(String(download.headers['content-type']), /^text\/calendar/)
  await call(tenant, 'DELETE', `/${id}`)
  const [requested, invited, canceled, ...more] = await mailsOf(tenant)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [requested!.template, invited!.template, canceled!.template],
    ['appointment-requested', 'appointment-scheduled', 'appointment-canceled'],
  )
  assert.deepEqual(requested!.attachments, [])
  assert.equal(invited!.params['url'], 'https://meet.example/abc')
  const files = [download.body, invited!.attachments[0]!.text, canceled!.attachments[0]!.text].map(linesOf)
  const every = (name: string) => files.map((lines) => lines.get(name))
  assert.equal(new Set(every('UID')).size, 1)
  assert.deepEqual(every('METHOD'), ['METHOD:PUBLISH', 'METHOD:REQUEST', 'METHOD:CANCEL'])
  assert.deepEqual(every('SEQUENCE'), ['SEQUENCE:1', 'SEQUENCE:1', 'SEQUENCE:2'])
  assert.deepEqual(every('STATUS'), ['STATUS:CONFIRMED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED'])
  for (const lines of files) {
    assert.equal(lines.get('DTSTART'), 'DTSTART:20260706T123000Z')
    assert.equal(lines.get('DTEND'), 'DTEND:20260706T140000Z')
    assert.equal(lines.get('SUMMARY'), 'SUMMARY:Renew\\, extend\\; or\\\\ end')
    assert.match(lines.get('ORGANIZER')!, /mailto:company\d+@example\.com$/i)
    assert.match(lines.get('ATTENDEE')!, /mailto:john@example\.com$/i)
    assert.match(lines.get('ATTENDEE')!, /CN="Döe; John"/)
  }
  assert.equal(download.body.match(/BEGIN:VEVENT/g)!.length, 2, 'one of them in the name of the organizer')
  assert.equal(download.body.match(/^BEGIN:VEVENT/gm)!.length, 1)
})

test('one that is declined was in no calendar, and who has no address hears of nothing', async () => {
  const tenant = await running.tenant()
  const made = await call(tenant, 'POST', '', {
    ...john,
    status: 'pending',
    startsAt: clock(0),
    endsAt: clock(4),
  })
  await call(tenant, 'PATCH', `/${made.json().id}`, { status: 'canceled' })
  const mails = await mailsOf(tenant)
  assert.deepEqual(
    mails.map(({ template, attachments }) => [template, attachments.length]),
    [
      ['appointment-requested', 0],
      ['appointment-canceled', 0],
    ],
  )
  const silent = await running.tenant()
  const customer = await aCustomer(silent)
  await running.database.sql`update customers set email = null where id = ${customer.id}`
  const customerId = encodeId('customer', customer.id)
  const kept = await call(silent, 'POST', '', {
    name: 'Intake',
    customerId,
    startsAt: clock(0),
    endsAt: clock(4),
  })
  assert.deepEqual([kept.statusCode, kept.json().attendeeEmail], [200, ''])
  assert.equal((await call(silent, 'GET', `/${kept.json().id}/ics`)).body.includes('ATTENDEE'), false)
  assert.deepEqual([...(await mailsOf(silent))], [])
})
