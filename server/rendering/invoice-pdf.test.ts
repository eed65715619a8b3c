import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { readPdf } from '../../test/support/pdf.ts'
import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { InvoiceDetails, InvoiceLine } from '../domain/invoices/invoice.ts'
import { grossCents } from '../domain/invoices/vat.ts'
import { locales, plainLook, type Company, type Locale } from '../kernel/context.ts'
import { renderInvoicePdf } from './invoice-pdf.ts'
import { words } from './words.ts'

const company: Company = {
  companyId: 1,
  id: '0198f5a0-0000-7000-8000-000000000001',
  name: 'Hockeyclub De Bûter & Zn.',
  locale: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  features: new Set(),
  look: plainLook,
}
const from: Letterhead = {
  name: company.name,
  email: 'penningmeester@buter.example',
  address: 'Sportlaan 1',
  zipCode: '3581 AB',
  city: 'Utrecht',
  countryCode: 'NL',
  iban: 'NL91ABNA0417164300',
  bic: null,
  vatNumber: 'NL123456789B01',
  cocNumber: '12345678',
}
const link = 'https://balie.example/public-invoice/inv_1/pay/1-secret'

const line = (input: Partial<InvoiceLine>): InvoiceLine => ({
  id: '1',
  externalId: null,
  kind: 'charge',
  subtype: null,
  amountCents: 0,
  description: null,
  paymentMethod: null,
  netCents: null,
  vatRate: null,
  occurredAt: '2026-11-12 23:30:00+00',
  ...input,
})

/** Lines of those amounts and rates, as `/v1` makes them. */
function charges(net: { netCents: number; vatRate: number; description: string }[]): InvoiceLine[] {
  const gross = grossCents(net)
  return net.map((one, i) => line({ ...one, amountCents: gross[i]! }))
}

function invoiceOf(lines: InvoiceLine[], input: Partial<InvoiceDetails> = {}): InvoiceDetails {
  const sum = (kinds: string[]) =>
    lines.filter(({ kind }) => kinds.includes(kind)).reduce((total, one) => total + one.amountCents, 0)
  return {
    id: '0198f5a0-0000-7000-8000-000000000002',
    customerId: '0198f5a0-0000-7000-8000-000000000003',
    batchId: '0198f5a0-0000-7000-8000-000000000004',
    number: 100001,
    externalNumber: '2026-001',
    reference: null,
    locale: null,
    directDebitIban: null,
    federationMembershipNumber: null,
    clubMembershipNumber: null,
    memberExternalId: null,
    externalMembershipNumber: null,
    issuedOn: '2026-11-01',
    dueOn: '2026-11-30',
    currency: 'EUR',
    amountCents: sum(['charge']),
    outstandingCents: sum(['charge', 'fee', 'payment', 'chargeback', 'credit']),
    paidAt: null,
    linkToken: '1-secret',
    createdAt: '2026-11-01 10:00:00+00',
    retractedAt: null,
    retractionReason: null,
    showRetractionReasonToCustomer: false,
    recipient: {
      name: {
        prefix: '',
        firstName: 'Łukasz',
        infix: 'van',
        lastName: 'Őszi',
        organization: 'Παπαδόπουλος Привет ООО',
      },
      address: {
        address1: 'Teststraße',
        address2: '',
        houseNumber: '12',
        houseNumberExtension: 'b',
        locality: '',
        state: '',
        zipCode: '10115',
        city: 'Berlin',
        countryCode: 'DE',
      },
      email: '',
      phone: { number: '', countryCode: '' },
    },
    lines,
    conversation: [],
    messages: [],
    ...input,
  }
}

const three = charges([
  { netCents: 1295, vatRate: 21, description: 'Website template' },
  { netCents: 500_000, vatRate: 9, description: 'Training' },
  { netCents: 1000, vatRate: 0, description: 'Insurance' },
])
const paid = line({ kind: 'payment', amountCents: -1000, paymentMethod: 'external' })
const render = (invoice: InvoiceDetails) => renderInvoicePdf(invoice, company, from, link)

/** What stands on it in each language: amounts and dates as they are written there. */
const written: Record<Locale, string[]> = {
  nl: [
    'Factuur 2026-001',
    '1 november 2026',
    '30 november 2026',
    'Duitsland',
    '21%',
    '€ 5.022,95',
    '9% btw over € 5.000,00',
    '€ 450,00',
    '€ 2,72',
    '€ 5.475,67',
    'Betaling op 13 november 2026',
    '€ -10,00',
    '€ 5.465,67',
    'Pagina 1 van 1',
  ],
  en: [
    'Invoice 2026-001',
    '1 November 2026',
    'Germany',
    '9% VAT on €5,000.00',
    '€5,475.67',
    'Payment on 13 November 2026',
    '€5,465.67',
    'Page 1 of 1',
  ],
  de: [
    'Rechnung 2026-001',
    '1. November 2026',
    'Deutschland',
    '9 % MwSt. auf 5.000,00 €',
    '5.475,67 €',
    'Zahlung am 13. November 2026',
    '5.465,67 €',
    'Seite 1 von 1',
  ],
  fr: [
    'Facture 2026-001',
    '1 novembre 2026',
    'Allemagne',
    'TVA 9 % sur 5 000,00 €',
    '5 475,67 €',
    'Paiement du 13 novembre 2026',
    '5 465,67 €',
    'Page 1 sur 1',
  ],
  it: [
    'Fattura 2026-001',
    '1 novembre 2026',
    'Germania',
    'IVA 9% su 5000,00 €',
    '5475,67 €',
    'Pagamento del 13 novembre 2026',
    '5465,67 €',
    'Pagina 1 di 1',
  ],
}

for (const locale of locales)
  test(`an invoice in ${locale} says all that it must, as it is written there`, async () => {
    const { pages, ...pdf } = await readPdf(await render(invoiceOf([...three, paid], { locale })))
    assert.equal(pages.length, 1)
    const [text] = pages as [string]
    const say = words[locale]
    for (const part of [
      ...written[locale],
      'Hockeyclub De Bûter & Zn.',
      'Sportlaan 1',
      '3581 AB Utrecht',
      'penningmeester@buter.example',
      'NL123456789B01',
      '12345678',
      'IBAN NL91 ABNA 0417 1643 00',
      'Παπαδόπουλος Привет ООО',
      'Łukasz van Őszi',
      'Teststraße 12b',
      '10115 Berlin',
      'Website template',
      'Training',
      'Insurance',
      say.totalExclVat,
      say.totalInclVat,
      say.outstanding,
      say.due,
      say.payOnline,
      '100001 2026-001',
    ])
      assert.ok(text.includes(part), `${part} is not in: ${text}`)
    assert.equal(pdf.title, `${say.invoice} 2026-001 – ${company.name}`)
    assert.equal(pdf.language, locale)
    assert.deepEqual(pdf.links, [link])
    assert.deepEqual(pdf.figures, [say.code])
    for (const type of ['H1', 'Table', 'TH', 'TD', 'Link']) assert.ok(pdf.structure.includes(type), type)
  })

test('the same invoice makes the same bytes, another one others', async () => {
  const hash = async (invoice: InvoiceDetails) =>
    createHash('sha256')
      .update(await render(invoice))
      .digest('hex')
  const first = await hash(invoiceOf([...three, paid]))
  assert.notEqual(await hash(invoiceOf(three)), first)
  // Whatever was rendered before or is at the same time: the fonts are shared.
  const others = locales.map((locale) => hash(invoiceOf(three, { locale, externalNumber: 'Zażółć Ωμέγα' })))
  const again = [hash(invoiceOf([...three, paid])), hash(invoiceOf([...three, paid]))]
  await Promise.all(others)
  assert.deepEqual(await Promise.all(again), [first, first])
})

test('a long table goes on over the pages, its head on each, no line lost or torn', async () => {
  const many = charges(
    Array.from({ length: 120 }, (_, i) => ({
      netCents: 100 + i,
      vatRate: [0, 9, 21][i % 3]!,
      description: `Line ${i + 1} of the table${i % 5 === 0 ? ', which is long enough to be written on more than the one line that others take' : ''}`,
    })),
  )
  const { pages } = await readPdf(await render(invoiceOf(many)))
  assert.ok(pages.length > 3)
  for (const [i, page] of pages.entries()) {
    assert.ok(page.includes(`Pagina ${i + 1} van ${pages.length}`))
    if (page.includes('of the table'))
      assert.ok(page.includes('Bedrag excl. btw'), `the head is on page ${i + 1}`)
  }
  const text = pages.join('\n')
  for (let i = 1; i <= 120; i += 1) assert.equal(text.split(`Line ${i} of the table`).length, 2, `line ${i}`)
})

test('an invoice without rates shows no VAT, a paid or retracted one asks for nothing', async () => {
  const plain = [line({ amountCents: 9000, description: 'Membership fee' })]
  const [open] = (await readPdf(await render(invoiceOf(plain)))).pages
  assert.ok(open!.includes('Membership fee') && open!.includes('€ 90,00'))
  assert.ok(!/btw over|excl\. btw/.test(open!))
  const payment = line({ kind: 'payment', amountCents: -9000 })
  const settled = await readPdf(await render(invoiceOf([...plain, payment])))
  assert.ok(settled.pages[0]!.includes('Deze factuur is betaald.'))
  assert.deepEqual([settled.links, settled.figures], [[], []])
  const retracted = await readPdf(await render(invoiceOf(plain, { retractedAt: '2026-11-02 10:00:00+00' })))
  assert.ok(retracted.pages[0]!.includes('Deze factuur is ingetrokken.'))
  assert.deepEqual([retracted.links, retracted.figures], [[], []])
})

test('without an IBAN, or in another currency, there is no code, and the rest is there', async () => {
  const bare: Letterhead = {
    ...from,
    address: null,
    zipCode: null,
    city: null,
    iban: null,
    vatNumber: null,
    cocNumber: null,
  }
  const none = await readPdf(await renderInvoicePdf(invoiceOf(three), company, bare, link))
  assert.deepEqual([none.links, none.figures], [[link], []])
  assert.ok(!/null|undefined|IBAN/.test(none.pages[0]!))
  const francs = await readPdf(await render(invoiceOf(three, { currency: 'CHF' })))
  assert.deepEqual(francs.figures, [])
  assert.ok(francs.pages[0]!.includes('CHF 5.475,67'))
})

test('whatever is in a name or a line, it is text and stays in its place', async () => {
  const odd = 'A"<b>&\\(x)\n%PDF'.repeat(3) + 'w'.repeat(300)
  const invoice = invoiceOf(charges([{ netCents: 100, vatRate: 21, description: odd }]), {
    externalNumber: odd.slice(0, 100),
  })
  const { pages } = await readPdf(
    await renderInvoicePdf(invoice, { ...company, name: odd }, { ...from, name: odd }, link),
  )
  assert.ok(pages.join('').replace(/\s/g, '').includes('A"<b>&\\(x)%PDF'))
})
