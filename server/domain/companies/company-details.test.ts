import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import { getLetterhead } from './letterhead.ts'
import { setCompanyDetails } from './set-company-details.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

test('details are kept in the form that is used, changed one by one, and taken away by an empty text', async () => {
  const { ctx } = await running.tenant()
  await setCompanyDetails(ctx(), {
    address: ' Sportlaan 1 ',
    iban: 'nl91 abna 0417 1643 00',
    bic: 'abnanl2a',
    vatNumber: 'NL 1234.56.789.B01',
  })
  const letterhead = await setCompanyDetails(ctx(), { city: 'Utrecht', bic: '' })
  assert.deepEqual(await getLetterhead(ctx()), letterhead)
  const { name, email, ...rest } = letterhead
  assert.match(name + email, /^Company .*@example\.com$/)
  assert.deepEqual(rest, {
    address: 'Sportlaan 1',
    zipCode: null,
    city: 'Utrecht',
    countryCode: 'NL',
    iban: 'NL91ABNA0417164300',
    bic: null,
    vatNumber: 'NL123456789B01',
    cocNumber: null,
  })
  const events = await ctx().sql<{ before: { bic: string | null }; after: { bic: string | null } }[]>`
    select before, after from events where company_id = ${ctx().company.companyId} and type = 'company.details_changed' order by id`
  assert.deepEqual(
    events.map((event) => [event.before.bic, event.after.bic]),
    [
      [null, 'ABNANL2A'],
      ['ABNANL2A', null],
    ],
  )
})

test('what is no IBAN, BIC or VAT number is refused by name, and nothing is changed', async () => {
  const { ctx } = await running.tenant()
  const unchanged = await getLetterhead(ctx())
  for (const [field, value] of [
    ['iban', 'NL92ABNA0417164300'],
    ['iban', 'NL91ABNA041716430'],
    ['iban', 'hello'],
    ['bic', 'ABN'],
    ['vatNumber', '123456789B01'],
    ['vatNumber', 'NL'],
    ['address', 'x'.repeat(201)],
    ['city', 'Ut\nrecht'],
  ] as const)
    await assert.rejects(setCompanyDetails(ctx(), { zipCode: '1234AB', [field]: value }), {
      code: 'invalid',
      about: field,
    })
  assert.deepEqual(await getLetterhead(ctx()), unchanged)
})
