import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { readPdf } from '../../../../test/support/pdf.ts'
import { aPng, dataUrlOf } from '../../../../test/support/png.ts'
import { createManualOffer } from '../../../domain/offers/create-manual-offer.ts'
import { acceptOffer } from '../../../domain/offers/accept-offer.ts'
import type { Offer } from '../../../domain/offers/offer.ts'
import { encodeUuid } from '../../../kernel/base32.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const signature = dataUrlOf(aPng())

async function anOffer(tenant: Tenant, expiresOn = '2026-12-31') {
  const offer = await createManualOffer(tenant.ctx(), {
    customerId: (await aCustomer(tenant)).id,
    number: 'O-1',
    issuedOn: '2026-11-01',
    expiresOn,
    lines: [
      { description: 'Website <b>template</b>', netCents: 1295, vatRate: 21 },
      { description: 'Training', netCents: 10_000, vatRate: 9 },
    ],
  })
  return { offer, path: pathOf(offer) }
}
const pathOf = ({ id, linkToken }: Offer) => `/off_${encodeUuid(id)}/${linkToken}`

const get = (path: string) => running.app.inject(`/api/portal/public-offers${path}`)
const post = (path: string, payload: object = {}, headers = {}) =>
  running.app.inject({ method: 'POST', url: `/api/portal/public-offers${path}`, payload, headers })

test('whoever holds the link reads the offer, its lines and their VAT, and its PDF', async () => {
  const tenant = await running.tenant()
  const { offer, path } = await anOffer(tenant)
  const { id, recipient, links, ...rest } = (await get(path)).json()
  assert.equal(id, `off_${encodeUuid(offer.id)}`)
  assert.match(recipient, /^Customer/)
  assert.deepEqual(rest, {
    company: { name: tenant.company.name },
    offerNumber: 'O-1',
    locale: 'en',
    issuedAt: '2026-11-01',
    expiresAt: '2026-12-31',
    state: 'open',
    currency: 'EUR',
    amount: '124.67',
    lines: [
      { description: 'Website <b>template</b>', amountExclVat: '12.95', vatRate: 21 },
      { description: 'Training', amountExclVat: '100.00', vatRate: 9 },
    ],
    vat: [
      { rate: 9, base: '100.00', amount: '9.00' },
      { rate: 21, base: '12.95', amount: '2.72' },
    ],
    acceptedAt: null,
    acceptanceSignature: null,
    rejectedAt: null,
  })
  const pdf = await running.app.inject(links.pdf.href.replace('https://balie.example', ''))
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.match((await readPdf(pdf.rawPayload)).pages[0]!, /Offer O-1/)
})

test('a signed acceptance keeps the picture, the address and the browser, and shows in /v1', async () => {
  const tenant = await running.tenant()
  const { offer, path } = await anOffer(tenant)
  const accepted = await post(`${path}/accept`, { signature }, { 'user-agent': 'Test/1.0' })
  assert.equal(accepted.statusCode, 200, accepted.body)
  assert.equal(accepted.json().state, 'accepted')
  assert.equal(accepted.json().acceptanceSignature, signature)
  const shown = await running.app.inject({
    url: `/v1/customer-offers/off_${encodeUuid(offer.id)}`,
    headers: { authorization: tenant.bearer },
  })
  const { acceptedAt, acceptedViaIp, acceptedViaUserAgent, acceptanceSignature } = shown.json()
  assert.match(acceptedAt, /^2026-11-21T11:00:0\d\+01:00$/)
  assert.deepEqual([acceptedViaIp, acceptedViaUserAgent], ['127.0.0.1', 'Test/1.0'])
  assert.equal(acceptanceSignature, signature)
  for (const again of ['accept', 'reject']) {
    const answer = await post(`${path}/${again}`, { signature })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.json().message, /accepted already/)
  }
  const pdf = await readPdf((await get(`${path}/pdf`)).rawPayload)
  assert.deepEqual(pdf.figures, ['Signature'])
  const [event] = await tenant.ctx().sql<{ actor: string }[]>`
    select actor from events where company_id = ${tenant.company.companyId} and type = 'offer.accepted'`
  assert.equal(event!.actor, `member:${offer.id}`)
})

test('a wrong half of the link, and another tenant’s, is an offer that is not there', async () => {
  const { offer, path } = await anOffer(await running.tenant())
  const other = (await anOffer(await running.tenant())).offer
  const id = `off_${encodeUuid(offer.id)}`
  for (const wrong of [
    `/${id}/${other.linkToken}`,
    `/off_${encodeUuid(other.id)}/${offer.linkToken}`,
    `/inv_${encodeUuid(offer.id)}/${offer.linkToken}`,
    `${path.slice(0, -1)}!`,
    `/${id}/1-${'x'.repeat(24)}`,
    `/${id}/999999999-${'x'.repeat(24)}`,
  ]) {
    for (const answer of [
      await get(wrong),
      await get(`${wrong}/pdf`),
      await post(`${wrong}/accept`, { signature }),
      await post(`${wrong}/reject`),
    ]) {
      assert.equal(answer.statusCode, 404, wrong)
      assert.equal(answer.json().code, 'not_found')
    }
  }
  assert.equal((await get(path)).json().state, 'open')
})

test('an offer can be accepted until its last day ends on the company’s clock, and rejected after it', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const { path } = await anOffer(tenant, '2026-11-30')
  const late = (await anOffer(tenant, '2026-11-30')).path
  running.clock.set('2026-11-30T22:59:59Z')
  assert.equal((await get(path)).json().state, 'open')
  running.clock.set('2026-11-30T22:59:59Z')
  assert.equal((await post(`${path}/accept`, { signature })).statusCode, 200)
  running.clock.set('2026-11-30T23:00:00Z')
  assert.equal((await get(late)).json().state, 'expired')
  const answer = await post(`${late}/accept`, { signature })
  assert.equal(answer.statusCode, 409)
  assert.match(answer.json().message, /until 2026-11-30/)
  assert.equal((await post(`${late}/reject`)).json().state, 'rejected')
  // The company may still note an acceptance that reached it otherwise.
  const noted = (await anOffer(tenant, '2026-11-30')).offer
  await acceptOffer(tenant.ctx(), noted.id, { at: new Date(), ip: null, userAgent: null, signature: null })
  running.clock.set('2026-11-21T10:00:00Z')
})

test('what is no signature is refused by name, and the offer stays open', async () => {
  const { path } = await anOffer(await running.tenant())
  const png = aPng()
  for (const wrong of [
    undefined,
    '',
    'hello',
    'data:image/png;base64,',
    'data:image/png;base64,aGVsbG8=',
    `data:image/jpeg;base64,${png.toString('base64')}`,
    `data:image/png,${png.toString('base64')}`,
    `${signature}!`,
    dataUrlOf(png.subarray(0, -20)),
    dataUrlOf(Buffer.concat([png, Buffer.from('more')])),
    dataUrlOf(aPng(2001, 10)),
    dataUrlOf(Buffer.alloc(70_000, 1)),
    'data:image/svg+xml;base64,PHN2Zy8+',
    5,
    [signature],
  ]) {
    const answer = await post(`${path}/accept`, { signature: wrong })
    assert.equal(answer.statusCode, 422, String(wrong).slice(0, 60))
    assert.equal(answer.json().field, 'signature')
  }
  assert.equal((await get(path)).json().state, 'open')
})

test('of the company and the customer answering at once, one does', async () => {
  const tenant = await running.tenant()
  for (let round = 0; round < 5; round += 1) {
    const { offer, path } = await anOffer(tenant)
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => post(`${path}/accept`, { signature })),
      ...Array.from({ length: 4 }, () => post(`${path}/reject`)),
      ...['acceptedAt', 'rejectedAt'].map((field) =>
        running.app.inject({
          method: 'PATCH',
          url: `/v1/customer-offers/off_${encodeUuid(offer.id)}`,
          headers: { authorization: tenant.bearer },
          payload: { [field]: '2026-11-20' },
        }),
      ),
    ])
    assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1)
    assert.ok(answers.every(({ statusCode }) => [200, 409, 422].includes(statusCode)))
    const events = await tenant.ctx().sql`
      select 1 from events where company_id = ${tenant.company.companyId} and subject_id = ${offer.id}`
    assert.equal(events.length, 2)
  }
})

test('the same acceptance under an Idempotency-Key is answered the same', async () => {
  const { path } = await anOffer(await running.tenant())
  const once = () => post(`${path}/accept`, { signature }, { 'idempotency-key': 'once' })
  const first = await once()
  assert.equal(first.statusCode, 200)
  assert.deepEqual((await once()).json(), first.json())
})
