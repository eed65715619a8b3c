import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { startReceiver, type Receiver } from '../../../../test/support/receiver.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
let theirs: Receiver
let tenant: Tenant
let customer: string
before(async () => {
  ;[running, theirs] = await Promise.all([startTestApp(), startReceiver()])
  tenant = await running.tenant()
  customer = encodeId('customer', (await aCustomer(tenant)).id)
})
after(async () => {
  await running.close()
  await theirs.close()
})

/** The form of the documentation's example. */
const fields = [
  { name: 'name', required: true },
  { name: 'age', type: 'number' },
  { name: 'sex', type: 'choice', options: ['male', 'female', 'other'] },
]
const values = { name: 'John Doe', age: 20, sex: 'male' }

const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, of = tenant) =>
  running.app.inject({
    method,
    url: `/v1${url}`,
    headers: { authorization: of.bearer },
    ...(payload === undefined ? {} : { payload }),
  })

async function aForm(changes: object = {}): Promise<string> {
  const answer = await send('POST', '/cms/forms', { title: 'About you', fields, ...changes })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}

const submit = (form: string, given: unknown = values, customerId = customer) =>
  send('POST', `/cms/forms/${form}/submissions`, { customerId, values: given })

const to = (path: string, method?: string) => ({
  endpoint: { url: `${theirs.url}${path}`, ...(method === undefined ? {} : { method }) },
})

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
  test(`a form is sent by ${method} as JSON with the documented headers`, async () => {
    const form = await aForm({
      ...to(`/sent-${method}`, method),
      auth: { type: 'basic', username: 'u', password: 'p' },
    })
    const answer = await submit(form, { ...values, unknown: 'x', __proto__: 'y' })
    assert.equal(answer.statusCode, 200, answer.body)
    assert.deepEqual(answer.json().values, values)
    const call = theirs.received.at(-1)!
    assert.deepEqual(JSON.parse(call.body), values)
    assert.equal(call.headers['content-type'], 'application/json')
    assert.equal(call.headers['x-customer-id'], customer)
    assert.equal(call.headers['x-form-id'], form)
    assert.equal(call.headers['authorization'], `Basic ${Buffer.from('u:p').toString('base64')}`)
    // What went to the company's software is not kept here.
    assert.deepEqual((await send('GET', `/cms/forms/${form}/submissions`)).json().data, [])
  })

test('a form is sent by GET as query parameters, beside those that the address has', async () => {
  const form = await aForm(to('/got?a=1&age=0', 'get'))
  assert.equal((await submit(form, { name: 'J & D=?', age: '20' })).statusCode, 200)
  const call = theirs.received.at(-1)!
  assert.equal(call.body, '')
  assert.deepEqual(
    [...new URL(call.path, theirs.url).searchParams],
    [
      ['a', '1'],
      ['age', '20'],
      ['name', 'J & D=?'],
      ['sex', ''],
    ],
  )
  assert.equal(call.headers['content-type'], undefined)
})

test('what the endpoint did not take was not sent: 503, and no event says otherwise', async () => {
  const form = await aForm(to('/refusing'))
  const eventsOf = async () =>
    (
      await running.database.sql<[{ n: number }]>`
      select count(*)::integer as n from events where type = 'form.submitted'`
    )[0].n
  const earlier = await eventsOf()
  for (const status of [302, 400, 404, 500]) {
    theirs.on('/refusing', (_request, response) =>
      response.writeHead(status, { location: '/elsewhere' }).end(),
    )
    const answer = await submit(form)
    assert.equal(answer.statusCode, 503)
    assert.match(answer.json().message, new RegExp(`answered ${status}`))
  }
  assert.equal(await eventsOf(), earlier)
  theirs.on('/refusing', (_request, response) => response.writeHead(201).end('thanks'))
  assert.equal((await submit(form)).statusCode, 200)
  assert.equal(await eventsOf(), earlier + 1)
})

test('without an endpoint what is sent is stored, listed newest first, and keeps form and customer from being deleted', async () => {
  const form = await aForm()
  const first = (await submit(form)).json()
  const second = (await submit(form, { name: 'Other', age: null })).json()
  assert.match(first.id, /^fsu_/)
  assert.deepEqual(second.values, { name: 'Other', age: null, sex: null })
  const list = (await send('GET', `/cms/forms/${form}/submissions`)).json()
  assert.deepEqual(list.data, [second, first])
  assert.match(list.path, new RegExp(`/cms/forms/${form}/submissions$`))
  for (const path of [`/cms/forms/${form}`, `/customers/${customer}`]) {
    const refused = await send('DELETE', path)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.json().message, /cannot be deleted/)
  }
  const events = JSON.stringify(await running.database.sql`select to_jsonb(e) from events e`)
  assert.ok(!events.includes('John Doe'))
})

test('a value that is none of its field is refused by name, and nothing is sent', async () => {
  const form = await aForm({
    ...to('/checked'),
    fields: [
      ...fields,
      { name: 'born', type: 'date' },
      { name: 'agrees', type: 'checkbox', required: true },
      { name: 'news', type: 'checkbox' },
    ],
  })
  const good = { ...values, agrees: true }
  const earlier = theirs.received.length
  const bad: [unknown, RegExp][] = [
    [{ ...good, name: undefined }, /^values\.name is required/],
    [{ ...good, name: '  ' }, /^values\.name is required/],
    [{ ...good, name: { $gt: '' } }, /^values\.name must be a text/],
    [{ ...good, name: ['x'] }, /^values\.name must be a text/],
    [{ ...good, name: 'a\0b' }, /^values\.name must not contain NUL/],
    [{ ...good, name: '\ud800' }, /^values\.name must not contain/],
    [{ ...good, name: 'x'.repeat(10_001) }, /^values\.name must be at most/],
    [{ ...good, age: 'old' }, /^values\.age must be a number/],
    [{ ...good, age: '1e400' }, /^values\.age must be a number/],
    [{ ...good, age: 1e300 }, /^values\.age must be a number/],
    [{ ...good, sex: 'Male' }, /^values\.sex must be one of male, female, other/],
    [{ ...good, born: '2024-04-31' }, /^values\.born must be a date that exists/],
    [{ ...good, agrees: false }, /^values\.agrees must be ticked/],
    [{ ...good, news: 'perhaps' }, /^values\.news must be true or false/],
    ['text', /^values must be an object/],
    [['x'], /^values must be an object/],
  ]
  for (const [given, message] of bad) {
    const answer = await submit(form, given)
    assert.equal(answer.statusCode, 422, JSON.stringify(given))
    assert.match(answer.json().message, message)
  }
  for (const customerId of ['x', `cst_${'0'.repeat(26)}`])
    assert.match((await submit(form, good, customerId)).json().message, /^customerId must be the ID/)
  assert.equal(theirs.received.length, earlier)
  const taken = await submit(form, { ...good, agrees: 'on', born: '2000-02-29', age: '-3.5' })
  assert.deepEqual(taken.json().values, {
    ...values,
    age: -3.5,
    born: '2000-02-29',
    agrees: true,
    news: null,
  })
})

for (const method of ['GET', 'POST'])
  test(`the fields are filled beforehand by ${method}: unknown ones are discarded, missing ones null`, async () => {
    const path = `/known-${method}`
    const form = await aForm({
      prefill: { url: `${theirs.url}${path}`, method },
      auth: { type: 'header', value: 'Token x' },
    })
    theirs.on(path, (_request, response) =>
      response.end(
        JSON.stringify({ name: 'John Doe', age: 'many', other: 'x', sex: 'female', __proto__: 1 }),
      ),
    )
    const answer = await send('GET', `/cms/forms/${form}/prefill?customerId=${customer}`)
    assert.equal(answer.statusCode, 200, answer.body)
    assert.deepEqual(answer.json(), {
      formId: form,
      customerId: customer,
      values: { name: 'John Doe', age: null, sex: 'female' },
    })
    const call = theirs.received.at(-1)!
    assert.equal(call.headers['accept'], 'application/json')
    assert.equal(call.headers['x-customer-id'], customer)
    assert.equal(call.headers['x-form-id'], form)
    assert.equal(call.headers['authentication'], 'Token x')
    for (const body of ['', 'null', '[]', '"x"', '{', `{"name":"${'x'.repeat(300_000)}"}`]) {
      theirs.on(path, (_request, response) => response.end(body))
      assert.equal((await send('GET', `/cms/forms/${form}/prefill?customerId=${customer}`)).statusCode, 503)
    }
    theirs.on(path, (_request, response) => response.writeHead(500).end('{}'))
    assert.equal((await send('GET', `/cms/forms/${form}/prefill?customerId=${customer}`)).statusCode, 503)
  })

test('a form without an endpoint for it is empty beforehand', async () => {
  const answer = await send('GET', `/cms/forms/${await aForm()}/prefill?customerId=${customer}`)
  assert.deepEqual(answer.json().values, { name: null, age: null, sex: null })
})

test('forms are listed, replaced and deleted; secrets are never shown', async () => {
  const form = await aForm({ ...to('/a'), auth: { type: 'header', value: 'hush-hush' } })
  const got = (await send('GET', `/cms/forms/${form}`)).json()
  assert.deepEqual(got.auth, { type: 'header' })
  assert.deepEqual(got.endpoint, { url: `${theirs.url}/a`, method: 'POST' })
  assert.deepEqual(got.fields[0], { name: 'name', label: 'name', type: 'text', required: true, options: [] })
  const replaced = (await send('PUT', `/cms/forms/${form}`, { title: 'New', fields: [{ name: 'x' }] })).json()
  assert.deepEqual([replaced.title, replaced.endpoint, replaced.auth], ['New', null, { type: 'none' }])
  assert.deepEqual((await send('GET', '/cms/forms')).json().data[0], replaced)
  assert.deepEqual((await send('DELETE', `/cms/forms/${form}`)).json(), replaced)
  assert.equal((await send('GET', `/cms/forms/${form}`)).statusCode, 404)
  const stored = JSON.stringify(await running.database.sql`select to_jsonb(f) from cms_forms f`)
  assert.ok(!stored.includes('hush-hush'))
})

const mailOf = async (form: string) =>
  running.database.sql<{ to: string; state: string; locale: string; params: { answers: object[] } }[]>`
    select to_address as to, state, locale, params from mails
     where template = 'form-submitted' and about_id = ${decodeId('form', form)!} order by created_at, id`

test('a form that names an address is stored and mailed, in the company’s language', async () => {
  const form = await aForm({ email: 'desk@club.example' })
  assert.equal((await send('GET', `/cms/forms/${form}`)).json().email, 'desk@club.example')
  const submission = (await submit(form, { name: 'John\r\nBcc: all@example.com', age: 20 })).json()
  assert.deepEqual((await send('GET', `/cms/forms/${form}/submissions`)).json().data, [submission])
  const [mail, ...more] = await mailOf(form)
  assert.deepEqual(more, [])
  assert.deepEqual([mail!.to, mail!.state, mail!.locale], ['desk@club.example', 'pending', 'en'])
  assert.deepEqual(mail!.params.answers, [
    { label: 'name', type: 'text', value: 'John\r\nBcc: all@example.com' },
    { label: 'age', type: 'number', value: 20 },
    { label: 'sex', type: 'choice', value: null },
  ])
  // What is refused is neither stored nor mailed, and no mail leaves once the form names nobody.
  assert.equal((await submit(form, {})).statusCode, 422)
  await send('PUT', `/cms/forms/${form}`, { title: 'About you', fields, email: null })
  assert.equal((await submit(form)).statusCode, 200)
  assert.equal((await mailOf(form)).length, 1)
})

test('a submission that is sent again under its key is mailed once', async () => {
  const form = await aForm({ email: 'desk@club.example' })
  const again = () =>
    running.app.inject({
      method: 'POST',
      url: `/v1/cms/forms/${form}/submissions`,
      headers: { authorization: tenant.bearer, 'idempotency-key': 'once' },
      payload: { customerId: customer, values },
    })
  assert.deepEqual((await again()).json(), (await again()).json())
  assert.equal((await mailOf(form)).length, 1)
})

test('a bad form names the field at fault', async () => {
  const bad: [object, RegExp][] = [
    [{ fields: [] }, /^fields must hold at least 1/],
    [{ fields: [{ name: '1x' }] }, /^fields\[0\]\.name must be letters/],
    [{ fields: [{ name: '__proto__' }] }, /^fields\[0\]\.name must be letters/],
    [{ fields: [{ name: 'a' }, { name: 'a' }] }, /^fields\[1\]\.name must not repeat/],
    [{ fields: [{ name: 'a', type: 'choice' }] }, /^fields\[0\]\.options is required/],
    [{ fields: [{ name: 'a', type: 'file' }] }, /^fields\[0\]\.type must be one of/],
    [{ endpoint: { url: 'gopher://x' } }, /^endpoint\.url must/],
    [{ endpoint: { url: 'https://a.example', method: 'TRACE' } }, /^endpoint\.method must be one of/],
    [{ email: 'desk' }, /^email must be an e-mail address/],
    [{ email: 'desk@club.example\r\nBcc: all@example.com' }, /^email must be an e-mail address/],
    [{ email: 'desk@club.example', endpoint: { url: 'https://a.example' } }, /^email must be left out/],
    [{ prefill: { url: 'x' } }, /^prefill\.url must/],
    [{ prefill: { url: 'https://a.example', method: 'PUT' } }, /^prefill\.method must be one of/],
    [{ auth: { type: 'basic' } }, /^auth\.username is required/],
  ]
  for (const [changes, message] of bad) {
    const answer = await send('POST', '/cms/forms', { title: 'x', fields, ...changes })
    assert.equal(answer.statusCode, 422, JSON.stringify(changes))
    assert.match(answer.json().message, message)
  }
})

refusalSuite(() => running, {
  name: 'submit-cms-form',
  api: 'v1',
  permission: 'cms:write',
  async request(of) {
    const made = await send('POST', '/cms/forms', { title: 'x', fields }, of)
    const customerId = encodeId('customer', (await aCustomer(of)).id)
    return {
      method: 'POST',
      url: `/v1/cms/forms/${made.json().id}/submissions`,
      payload: { customerId, values },
    }
  },
  missing: async (of) => ({
    method: 'POST',
    url: `/v1/cms/forms/frm_${'0'.repeat(26)}/submissions`,
    payload: { customerId: encodeId('customer', (await aCustomer(of)).id), values },
  }),
})
