import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPdf } from '../../test/support/pdf.ts'
import { aPng } from '../../test/support/png.ts'
import type { Letterhead } from '../domain/companies/letterhead.ts'
import { recipientOf } from '../domain/customers/customer.ts'
import type { OfferDetails } from '../domain/offers/offer.ts'
import { locales, plainLook, type Company } from '../kernel/context.ts'
import { renderOfferPdf } from './offer-pdf.ts'
import { words } from './words.ts'

const company: Company = {
  companyId: 1,
  id: '0198f5a0-0000-7000-8000-000000000001',
  name: 'Bouwbedrijf Ödegård',
  locale: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  features: new Set(),
  look: plainLook,
}
const from: Letterhead = {
  name: company.name,
  email: 'info@odegard.example',
  address: 'Kade 9',
  zipCode: '1011 AA',
  city: 'Amsterdam',
  countryCode: 'NL',
  iban: null,
  bic: null,
  vatNumber: null,
  cocNumber: null,
}

const offer: OfferDetails = {
  id: '0198f5a0-0000-7000-8000-000000000002',
  customerId: '0198f5a0-0000-7000-8000-000000000003',
  number: '2026-O-7',
  issuedOn: '2026-11-01',
  expiresOn: '2026-11-30',
  currency: 'EUR',
  amountCents: 1567 + 10900,
  acceptedAt: null,
  acceptedViaIp: null,
  acceptedViaUserAgent: null,
  acceptanceSignature: null,
  rejectedAt: null,
  linkToken: '1-secret',
  createdAt: '2026-11-01 10:00:00+00',
  recipient: recipientOf({
    name: 'Jaap Ążuolas',
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    countryCode: 'NL',
    email: null,
    phone: null,
    bookkeeping: null,
    bookkeepingId: null,
  }),
  documentId: null,
  lines: [
    { description: 'Website template', netCents: 1295, vatRate: 21, amountCents: 1567 },
    { description: 'Training', netCents: 10_000, vatRate: 9, amountCents: 10_900 },
  ],
}

for (const locale of locales)
  test(`an offer in ${locale} says what it comes to and until when it stands`, async () => {
    const say = words[locale]
    const pdf = await readPdf(await renderOfferPdf(offer, { ...company, locale }, from))
    const [text] = pdf.pages as [string]
    for (const part of [
      `${say.offer} 2026-O-7`,
      say.validUntil,
      say.totalExclVat,
      say.totalInclVat,
      '124',
      '112',
      'Bouwbedrijf Ödegård',
      'Jaap Ążuolas',
      'Website template',
      'Training',
      '1234AB Amsterdam',
    ])
      assert.ok(text.includes(part), `${part} is not in: ${text}`)
    assert.ok(!text.includes(say.outstanding))
    assert.equal(pdf.title, `${say.offer} 2026-O-7 – Bouwbedrijf Ödegård`)
    assert.deepEqual(pdf.figures, [])
  })

test('an accepted offer shows when, and the signature; a rejected one when', async () => {
  const acceptanceSignature = aPng().toString('base64')
  const accepted = { ...offer, acceptedAt: '2026-11-05 23:30:00.123+00', acceptanceSignature }
  const bytes = await renderOfferPdf(accepted, company, from)
  assert.deepEqual(await renderOfferPdf(accepted, company, from), bytes, 'the same bytes each time')
  const pdf = await readPdf(bytes)
  assert.match(pdf.pages[0]!, /Akkoord gegeven op 6 november 2026 (om )?00:30/)
  assert.deepEqual(pdf.figures, ['Handtekening'])
  const rejected = await readPdf(
    await renderOfferPdf({ ...offer, rejectedAt: '2026-11-05 12:00:00+00' }, company, from),
  )
  assert.match(rejected.pages[0]!, /Afgewezen op 5 november 2026 (om )?13:00/)
})
