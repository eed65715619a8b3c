import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aPng } from '../../../../test/support/png.ts'
import { aColleague, asStaff, speakerOf } from '../../../../test/support/staff.ts'
import { isPng } from '../../../kernel/png.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

const speakAs = async (role: Parameters<typeof aColleague>[1] = 'owner', at = tenant) =>
  speakerOf(running.app, await aColleague(at, role))

const base64 = (bytes: Buffer) => ({ image: bytes.toString('base64') })

const settings = {
  name: 'Hockeyclub Oost',
  email: 'penning@oost.example',
  locale: 'de',
  timeZone: 'Europe/Berlin',
  countryCode: 'NL',
}

test('the company’s settings are read and replaced; a detail that is left out or empty is taken away', async () => {
  const own = await running.tenant()
  const speak = await speakAs('owner', own)
  const changed = await speak('PUT', '/company', {
    ...settings,
    name: '  Hockeyclub Oost ',
    address: 'Sportlaan 1',
    iban: 'nl91 abna 0417 1643 00',
    vatNumber: 'NL123456789B01',
  })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.deepEqual(changed.json(), (await speak('GET', '/company')).json())
  assert.deepEqual(changed.json(), {
    ...settings,
    currency: 'EUR',
    address: 'Sportlaan 1',
    zipCode: null,
    city: null,
    iban: 'NL91ABNA0417164300',
    bic: null,
    vatNumber: 'NL123456789B01',
    cocNumber: null,
  })
  const me = (await speak('GET', '/me')).json()
  assert.deepEqual([me.company.name, me.company.timeZone], ['Hockeyclub Oost', 'Europe/Berlin'])
  const less = (await speak('PUT', '/company', { ...settings, address: 'Sportlaan 1', iban: '' })).json()
  assert.deepEqual([less.address, less.iban, less.vatNumber], ['Sportlaan 1', null, null])
})

test('what cannot be is refused by its field, and then nothing of it is changed', async () => {
  const speak = await speakAs()
  const unchanged = (await speak('GET', '/company')).json()
  for (const [field, value] of [
    ['name', ' '],
    ['name', 'x'.repeat(101)],
    ['name', 'two\nlines'],
    ['email', 'nobody'],
    ['locale', 'es'],
    ['timeZone', 'Europe/Atlantis'],
    ['countryCode', 'N'],
    ['iban', 'NL92ABNA0417164300'],
    ['bic', 'ABN'],
    ['vatNumber', '123'],
  ] as const) {
    const refused = await speak('PUT', '/company', { ...settings, zipCode: '9999 ZZ', [field]: value })
    assert.deepEqual([refused.statusCode, refused.json().field], [422, field], refused.body)
  }
  assert.deepEqual((await speak('GET', '/company')).json(), unchanged)
})

test('a street with a number of its own is read as one, and not written twice', async () => {
  const own = await running.tenant({ address: 'Kerkstraat', houseNumber: '12' })
  const speak = await speakAs('owner', own)
  const { address } = (await speak('GET', '/company')).json()
  assert.equal(address, 'Kerkstraat 12')
  assert.equal((await speak('PUT', '/company', { ...settings, address })).json().address, 'Kerkstraat 12')
})

test('all of the staff read; only an owner changes', async () => {
  const requests = [
    ['PUT', '/company', { ...settings, name: 'Taken over' }],
    ['PUT', '/company/look', { accent: '#000000' }],
    ['PUT', '/company/logo', base64(aPng())],
    ['DELETE', '/company/logo', undefined],
  ] as const
  for (const role of ['treasurer', 'support', 'read_only'] as const) {
    const speak = await speakAs(role)
    for (const [method, path, body] of requests)
      assert.equal((await speak(method, path, body)).statusCode, 403, `${role} ${method} ${path}`)
    for (const path of ['/company', '/company/look', '/company/look/palette', '/company/plan'])
      assert.equal((await speak('GET', path)).statusCode, 200, `${role} ${path}`)
  }
  const owner = await aColleague(tenant)
  for (const [method, url, payload] of requests) {
    const request = { method, url: `/api/portal${url}`, ...(payload ? { payload } : {}) }
    assert.equal((await running.app.inject(request)).statusCode, 401)
    const { cookie } = asStaff(owner.token)
    const foreign = await running.app.inject({ ...request, headers: { cookie } })
    assert.equal(foreign.statusCode, 403, 'without the header that other sites cannot send')
  }
})

test('colours are kept as #rrggbb, and text on them is what is read best', async () => {
  const speak = await speakAs()
  const yellow = (await speak('PUT', '/company/look', { accent: '#FFDD00', band: '#101010' })).json()
  assert.deepEqual([yellow.accent, yellow.band], ['#ffdd00', '#101010'])
  assert.equal(yellow.palette.onAccent, '#000000')
  assert.equal(yellow.palette.onBand, '#ffffff')
  const tried = (await speak('GET', '/company/look/palette?accent=%230000ff')).json()
  assert.deepEqual([tried.onAccent, tried.band], ['#ffffff', null])
  assert.deepEqual((await speak('GET', '/company/look')).json(), yellow, 'trying changes nothing')
  for (const accent of ['yellow', '#fff', '#12345g', 'url(x)', '#123456;}'])
    assert.deepEqual([(await speak('PUT', '/company/look', { accent })).json().field], ['accent'], accent)
  const none = (await speak('PUT', '/company/look', {})).json()
  assert.deepEqual([none.accent, none.band, none.palette.accent], [null, null, '#1a4f8b'])
})

test('a logo is given to anybody at an address that changes with it, as a picture and nothing else', async () => {
  const speak = await speakAs()
  const one = (await speak('PUT', '/company/logo', base64(aPng(300, 100)))).json().logo
  assert.deepEqual([one.width, one.height], [300, 100])
  const got = await running.app.inject({ url: one.url })
  assert.equal(got.statusCode, 200)
  assert.equal(got.headers['content-type'], 'image/png')
  assert.equal(got.headers['x-content-type-options'], 'nosniff')
  assert.equal(got.headers['content-security-policy'], "default-src 'none'; sandbox")
  assert.match(String(got.headers['cache-control']), /immutable/)
  assert.equal(got.headers['set-cookie'], undefined)
  assert.ok(isPng(got.rawPayload, 2000))
  const two = (await speak('PUT', '/company/logo', base64(aPng(310, 100)))).json().logo
  assert.notEqual(two.url, one.url)
  assert.equal((await running.app.inject({ url: one.url })).statusCode, 404)
  assert.equal((await speak('DELETE', '/company/logo')).statusCode, 204)
  assert.equal((await speak('DELETE', '/company/logo')).statusCode, 204, 'again')
  assert.equal((await running.app.inject({ url: two.url })).statusCode, 404)
  assert.equal((await speak('GET', '/company/look')).json().logo, null)
})

test('what is no picture, too large or a document is refused', async () => {
  const speak = await speakAs()
  const png = aPng()
  const wrongs: [string, Buffer][] = [
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<html><body>hello</body></html>')],
    ['nothing', Buffer.alloc(0)],
    ['torn', png.subarray(0, png.length - 20)],
    ['with something behind it', Buffer.concat([png, Buffer.from('<script>')])],
    ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
    ['too small', aPng(8, 8)],
    ['too wide', aPng(2001, 20)],
    ['too many bytes', Buffer.concat([png, Buffer.alloc(300_001)])],
  ]
  for (const [name, bytes] of wrongs) {
    const refused = await speak('PUT', '/company/logo', base64(bytes))
    assert.deepEqual([refused.statusCode, refused.json().field], [422, 'image'], `${name}: ${refused.body}`)
  }
  assert.equal((await speak('PUT', '/company/logo', { image: '%%%' })).json().field, 'image')
})

test('the plan says what it holds, what it lacks, and which plans hold that', async () => {
  const { sql } = running.database
  await sql`
    insert into plans (name, features, monthly_price_cents) values ('small', '{ticketing}', 1250)`
  const own = await running.tenant({ plan: 'small' })
  const speak = await speakAs('read_only', own)
  const plan = (await speak('GET', '/company/plan')).json()
  assert.deepEqual(
    [plan.name, plan.features, plan.monthlyPrice, plan.vatRate],
    ['small', ['ticketing'], '12.50', 21],
  )
  assert.ok(plan.lacks.includes('webhooks') && !plan.lacks.includes('ticketing'))
  assert.ok(plan.others.some(({ name }: { name: string }) => name === 'complete'))
  assert.ok(!plan.others.some(({ name }: { name: string }) => name === 'small'))
})
