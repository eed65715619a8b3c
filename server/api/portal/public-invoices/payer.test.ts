import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../../../test/support/builders.ts'
import { mailsAbout, offerPlans } from '../../../../test/support/plans.ts'
import { creditAndRetract } from '../../../domain/invoices/credit-and-retract.ts'
import { locales } from '../../../kernel/context.ts'
import { payerWords } from './payer-words.ts'
import { maskedEmail } from './present-plan.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const api = (
  made: AnInvoice,
  method: Method,
  path: string,
  payload?: object,
  headers: Record<string, string> = {},
) => running.app.inject({ method, url: made.link + path, headers, ...(payload ? { payload } : {}) })

const pageOf = ({ v1, invoice }: AnInvoice) => `/public-invoice/${v1}/pay/${invoice.linkToken}`
const form = (made: AnInvoice, path: string, fields: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: pageOf(made) + path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

/** The newest code that was mailed about the invoice, and where to. */
async function newestCode({ invoice }: AnInvoice): Promise<{ to: string; code: string }> {
  const [mail] = await running.database.sql<[{ to: string; code: string }]>`
    select to_address as to, params ->> 'code' as code from mails
     where about_id = ${invoice.id} and template = 'contact-code' order by created_at desc, id desc limit 1`
  return mail
}

async function recipientOf({ invoice }: AnInvoice) {
  const [{ recipient }] = await running.database.sql<
    [{ recipient: { email: string; address: Record<string, string> } }]
  >`select recipient from invoices where id = ${invoice.id}`
  return recipient
}

test('plans are shown with all that they cost, chosen, shown with the invoice, and given up', async () => {
  const tenant = await running.tenant()
  await offerPlans(tenant, { numbers: [2, 3] })
  const made = await anInvoice(tenant, 10_000)
  const { plans, plan } = (await api(made, 'GET', '/plans')).json()
  assert.equal(plan, null)
  assert.deepEqual(plans[1], {
    installments: 3,
    intervalDays: 30,
    fees: '3.00',
    total: '103.00',
    mayBeAutomatic: true,
    schedule: [
      { dueAt: '2026-11-21', amount: '34.34', fee: '1.00' },
      { dueAt: '2026-12-21', amount: '34.33', fee: '1.00' },
      { dueAt: '2027-01-20', amount: '34.33', fee: '1.00' },
    ],
  })
  const changed = await api(made, 'POST', '/plan', { installments: 3, intervalDays: 30, total: '100.00' })
  assert.equal(changed.statusCode, 409)
  const choice = { installments: '3', intervalDays: 30, total: '103.00' }
  const key = { 'idempotency-key': 'once' }
  const chosen = await api(made, 'POST', '/plan', choice, key)
  assert.equal(chosen.statusCode, 200, chosen.body)
  assert.equal((await api(made, 'POST', '/plan', choice, key)).headers['idempotency-replayed'], 'true')
  assert.equal((await api(made, 'POST', '/plan', choice)).statusCode, 409)
  const shown = (await api(made, 'GET', '')).json()
  assert.equal(shown.state, 'in_installments')
  assert.equal(shown.outstanding, '103.00')
  assert.deepEqual(shown.plans, [])
  assert.deepEqual(shown.plan.installments[0], {
    position: 1,
    dueAt: '2026-11-21',
    state: 'due',
    agreed: '34.34',
    amount: '34.34',
    fee: '1.00',
  })
  const paying = await api(made, 'POST', '/plan/installments/1/payments')
  assert.match(paying.json().checkoutUrl, /^https:\/\/balie\.example\/payment\//)
  assert.equal((await api(made, 'POST', '/plan/installments/4/payments')).statusCode, 404)
  assert.equal((await api(made, 'DELETE', '/plan')).statusCode, 200)
  assert.equal((await api(made, 'DELETE', '/plan')).statusCode, 409)
  assert.equal((await api(made, 'PATCH', '/plan', { automatic: false })).statusCode, 409)
  assert.equal((await api(made, 'GET', '')).json().outstanding, '100.00')
})

test('a mandate takes an IBAN, a name and consent; it is shown by its end, and taken back', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  const give = (change: object) =>
    api(made, 'POST', '/mandate', {
      iban: 'nl91 abna 0417 1643 00',
      holderName: ' J.  Doe ',
      consent: true,
      ...change,
    })
  for (const [change, field] of [
    [{ iban: 'NL91ABNA0417164301' }, 'iban'],
    [{ holderName: ' ' }, 'holderName'],
    [{ consent: false }, 'consent'],
  ] as const) {
    const refused = await give(change)
    assert.equal(refused.statusCode, 422)
    assert.equal(refused.json().field, field)
  }
  const { reference, signedAt, ...mandate } = (await give({})).json()
  assert.match(reference, /^M-[0-9a-f]{32}$/)
  assert.ok(signedAt.startsWith('2026-11-21T11:'))
  assert.deepEqual(mandate, { kind: 'recurring', iban: 'NL** **** 4300', holderName: 'J. Doe', via: 'link' })
  assert.equal((await give({})).json().reference, reference)
  assert.equal((await api(made, 'GET', '')).json().mandate.reference, reference)
  const [noted] = await running.database.sql`
    select ip, via, user_agent is not null as agent from mandates where reference = ${reference}`
  assert.deepEqual({ ...noted }, { ip: '127.0.0.1', via: 'link', agent: true })
  const [events] = await running.database.sql`select count(*) as n from events where type = 'mandate.signed'`
  assert.equal(events!['n'], 1)
  assert.deepEqual((await api(made, 'DELETE', '/mandate')).json(), { revoked: true })
  assert.equal((await api(made, 'DELETE', '/mandate')).statusCode, 404)
  assert.equal((await api(made, 'GET', '')).json().mandate, null)
})

test('an IBAN that the partner brought is a mandate only where the company holds it on paper', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  await running.database
    .sql`update invoices set direct_debit_iban = 'NL91ABNA0417164300' where id = ${made.invoice.id}`
  assert.equal((await api(made, 'GET', '')).json().mandate, null)
  await offerPlans(tenant, { holdsMandates: true })
  assert.equal((await api(made, 'GET', '')).json().mandate.via, 'paper')
  assert.equal((await api(made, 'DELETE', '/mandate')).statusCode, 404)
})

test('a new e-mail address counts when the code that was mailed there is entered, and not before', async () => {
  const made = await anInvoice(await running.tenant())
  const old = (await recipientOf(made)).email
  const answer = await api(made, 'PATCH', '/contact', { email: 'new@mail.example' })
  assert.equal(answer.json().pendingEmail, 'n…@m….example')
  assert.equal((await recipientOf(made)).email, old)
  const { to, code } = await newestCode(made)
  assert.equal(to, 'new@mail.example')
  assert.equal((await api(made, 'PATCH', '/contact', { email: 'b@mail.example' })).statusCode, 429)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 4; i++)
    assert.equal(
      (await api(made, 'POST', '/contact/confirm', { code: wrong }, { 'idempotency-key': `k${i}` }))
        .statusCode,
      422,
    )
  const confirmed = await api(made, 'POST', '/contact/confirm', { code: ` ${code} ` })
  assert.equal(confirmed.statusCode, 200, confirmed.body)
  assert.equal(confirmed.json().pendingEmail, null)
  assert.equal((await recipientOf(made)).email, 'new@mail.example')
  assert.equal((await api(made, 'POST', '/contact/confirm', { code })).statusCode, 422)
  const [event] = await running.database.sql`
    select after -> 'recipient' ->> 'email' as email from events
     where subject_id = ${made.invoice.id} and type = 'invoice.recipient_changed'`
  assert.equal(event!['email'], 'new@mail.example')
})

test('a code is good for five guesses and an hour', async () => {
  const made = await anInvoice(await running.tenant())
  await api(made, 'PATCH', '/contact', { email: 'new@mail.example' })
  const { code } = await newestCode(made)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++) await api(made, 'POST', '/contact/confirm', { code: wrong })
  assert.equal((await api(made, 'POST', '/contact/confirm', { code })).statusCode, 422)
  const now = running.clock.now().getTime()
  running.clock.set(new Date(now + 61_000).toISOString())
  await api(made, 'PATCH', '/contact', { email: 'new@mail.example' })
  const later = await newestCode(made)
  running.clock.set(new Date(now + 3_700_000).toISOString())
  assert.equal((await api(made, 'POST', '/contact/confirm', { code: later.code })).statusCode, 422)
  running.clock.set('2026-11-21T10:00:00Z')
})

test('an address counts at once; bad ones and those of a retracted invoice are refused', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  const address = {
    address1: 'New street',
    houseNumber: '2',
    zipCode: '9999ZZ',
    city: 'Ede',
    countryCode: 'nl',
  }
  assert.equal((await api(made, 'PATCH', '/contact', address)).json().address, 'Ne…, 99…, Ede')
  const { address: stored } = await recipientOf(made)
  assert.deepEqual([stored['address1'], stored['countryCode']], ['New street', 'NL'])
  for (const bad of [{ email: 'none' }, { countryCode: 'Netherlands' }, { city: 'x'.repeat(101) }])
    assert.equal((await api(made, 'PATCH', '/contact', bad)).statusCode, 422)
  await creditAndRetract(tenant.ctx(), made.invoice.id, {
    creditNoteNumber: 'C',
    description: 'Gone',
    reason: null,
    showReasonToCustomer: false,
  })
  assert.equal((await api(made, 'PATCH', '/contact', address)).statusCode, 409)
  assert.equal((await form(made, '/contact', address)).headers.location, `${pageOf(made)}?said=planGone`)
})

test('the page: a plan with every cent before the button, in every language, without scripts', async () => {
  for (const locale of locales) {
    const tenant = await running.tenant({ locale })
    await offerPlans(tenant, { numbers: [3] })
    const made = await anInvoice(tenant, 10_000)
    const page = await running.app.inject(pageOf(made))
    assert.ok(page.body.includes(payerWords[locale].installments))
    const [above] = page.body.split(`<form method="post" action="${pageOf(made)}/plan"`)
    for (const amount of [/34[.,]34/, /34[.,]33/, /103[.,]00/, /3[.,]00/]) assert.match(above!, amount)
    assert.doesNotMatch(page.body, /<script|undefined|NaN|\{[a-z]+\}/)
    const shown = { count: '3', intervalDays: '30', totalCents: '10300' }
    const stale = await form(made, '/plan', { ...shown, totalCents: '10200' })
    assert.equal(stale.headers.location, `${pageOf(made)}?said=planGone`)
    const answer = await form(made, '/plan', shown)
    assert.equal(answer.statusCode, 303)
    const chosen = await running.app.inject(answer.headers.location!)
    assert.ok(chosen.body.includes(payerWords[locale].said.planChosen))
    assert.ok(chosen.body.includes(payerWords[locale].states.due))
    assert.ok(chosen.body.includes('/installments/1/payments'))
    assert.deepEqual(await mailsAbout(tenant, made.invoice.id), ['plan-confirmed'])
    const bank = await form(made, '/installments/1/payments')
    assert.match(String(bank.headers.location), /\/sandbox-bank\//)
    const gone = await form(made, '/plan/withdraw')
    assert.equal(gone.headers.location, `${pageOf(made)}?said=saved`)
  }
})

test('the page: contact details are corrected and confirmed, and shown so that only their owner knows them', async () => {
  const made = await anInvoice(await running.tenant())
  const sent = await form(made, '/contact', { email: 'new@mail.example' })
  assert.equal(sent.headers.location, `${pageOf(made)}?said=codeSent`)
  const page = await running.app.inject(sent.headers.location)
  assert.ok(page.body.includes('n…@m….example') && !page.body.includes('new@mail.example'))
  assert.equal(
    (await form(made, '/contact', { email: 'other@mail.example' })).headers.location,
    `${pageOf(made)}?said=tooMany`,
  )
  assert.equal(
    (await form(made, '/contact/confirm', { code: 'x' })).headers.location,
    `${pageOf(made)}?said=codeWrong`,
  )
  assert.equal(
    (await form(made, '/contact', { email: 'a b' })).headers.location,
    `${pageOf(made)}?said=badField`,
  )
  const { code } = await newestCode(made)
  assert.equal(
    (await form(made, '/contact/confirm', { code })).headers.location,
    `${pageOf(made)}?said=saved`,
  )
  assert.equal((await recipientOf(made)).email, 'new@mail.example')
})

test('what is masked tells nothing but to its owner', () => {
  assert.equal(maskedEmail('john.doe@mail.example.com'), 'j…@m….com')
  assert.equal(maskedEmail('a@b.nl'), 'a…@b….nl')
})
