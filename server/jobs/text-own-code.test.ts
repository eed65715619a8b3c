import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, testVault, type Tenant, type TestApp } from '../../test/support/app.ts'
import { aCustomer } from '../../test/support/builders.ts'
import { asMember, openSession } from '../../test/support/members.ts'
import { encodeUuid } from '../kernel/base32.ts'
import { TEXT_OWN_CODE, type TextOwnCodeJob } from '../domain/customer-portal/change-own-phone.ts'
import { textOwnCode } from '../domain/customer-portal/text-own-code.ts'
import { editCustomer } from '../domain/customers/edit-customer.ts'
import { connectSms } from '../domain/sms/connect-sms.ts'
import { startFakeMessageBird, type FakeMessageBird, type SmsFault } from '../providers/messagebird/fake.ts'
import { messagebird } from '../providers/messagebird/messagebird.ts'
import { renderCode } from '../rendering/sms-text.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const fakes: FakeMessageBird[] = []
after(() => Promise.all(fakes.map((fake) => fake.stop())))

async function connected(faults: (SmsFault | undefined)[] = []) {
  const fake = await startFakeMessageBird(faults)
  fakes.push(fake)
  const tenant = await running.tenant({ name: 'FC Amsterdam' })
  const { url: baseUrl, accessKey } = fake
  await connectSms(tenant.ctx(), testVault, {
    provider: 'messagebird',
    baseUrl,
    originator: 'FCAmsterdam',
    accessKey,
  })
  return { fake, ...(await aMember(tenant)) }
}

async function aMember(tenant: Tenant) {
  const customer = await aCustomer(tenant)
  const token = await openSession(tenant, customer.email!)
  const request = (path: string, payload?: object) =>
    running.app.inject({
      method: payload ? 'POST' : 'GET',
      url: `/api/portal/my${path}`,
      headers: asMember(token),
      ...(payload ? { payload } : {}),
    })
  const own = `/customers/cst_${encodeUuid(customer.id)}/phone`
  return {
    tenant,
    customer,
    ask: (phone: string, of = own) => request(of, { phone, locale: 'nl' }),
    confirm: (code: string) => request(`${own}/confirm`, { code }),
    me: async () => (await request('')).json(),
  }
}

/** The newest job, as the queue has it. */
async function job(): Promise<TextOwnCodeJob> {
  const [found] = await running.database.sql<[{ payload: TextOwnCodeJob }]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = ${TEXT_OWN_CODE} order by j.id desc limit 1`
  return found.payload
}

const textIt = async (attempt = 1) =>
  textOwnCode(
    {
      sql: running.database.sql,
      vault: testVault,
      now: running.clock.now(),
      providers: (connection) => messagebird(connection, { timeoutMs: 300 }),
      publicUrl: () => 'https://balie.example',
      render: renderCode,
    },
    await job(),
    attempt,
  )
const codeIn = ({ sent }: FakeMessageBird) => /\d{6}/.exec(sent.at(-1)!.body)![0]
const other = (code: string) => (code === '000000' ? '000001' : '000000')

test('a member’s new number counts when the code that was texted there is entered, and not before', async () => {
  const { fake, tenant, customer, ask, confirm, me } = await connected()
  assert.equal((await me()).takesTexts, true)
  assert.equal((await ask('06 8765 4321')).statusCode, 204)
  const [waiting] = (await me()).customers
  assert.deepEqual([waiting.phone, waiting.pendingPhone], [customer.phone, '+31687654321'])
  assert.equal((await ask('06 8765 4322')).statusCode, 429, 'once a minute')
  assert.equal(await textIt(), 'sent')
  assert.equal(await textIt(), 'gone')
  assert.equal(fake.sent.length, 1)
  assert.equal(fake.sent[0]!.recipient, '31687654321')
  assert.match(fake.sent[0]!.body, /^FC Amsterdam: uw code is \d{6}\./)
  const code = codeIn(fake)
  for (let i = 0; i < 4; i++) assert.equal((await confirm(other(code))).statusCode, 422)
  const confirmed = await confirm(` ${code} `)
  assert.equal(confirmed.statusCode, 204, confirmed.body)
  const [known] = (await me()).customers
  assert.deepEqual([known.phone, known.pendingPhone], ['+31687654321', null])
  assert.equal((await confirm(code)).statusCode, 422, 'once')
  const stored = JSON.stringify(await tenant.ctx().sql`select to_jsonb(c) from customer_contact_changes c`)
  assert.ok(!stored.includes(code), 'once it was sent, nothing but its hash is kept')
})

test('five guesses and an hour; a number of one’s own already, or none at all, is refused', async () => {
  const { fake, tenant, customer, ask, confirm } = await connected()
  const start = running.clock.now().getTime()
  const at = (seconds: number) => running.clock.set(new Date(start + seconds * 1000).toISOString())
  await editCustomer(tenant.ctx(), customer.id, { phone: '06-11223344' })
  for (const phone of ['0', '112', 'call me', '+999123456789', '0612345678 ext. 5', '+31611223344']) {
    const refused = await ask(phone)
    assert.equal(refused.statusCode, 422, phone)
    assert.equal(refused.json().field, 'phone')
  }
  await ask('+31687654321')
  await textIt()
  for (let i = 0; i < 5; i++) await confirm(other(codeIn(fake)))
  assert.equal((await confirm(codeIn(fake))).statusCode, 422, 'five guesses are all')
  at(61)
  assert.equal((await ask('+31687654322')).statusCode, 204)
  await textIt()
  at(61 + 3601)
  assert.equal((await confirm(codeIn(fake))).statusCode, 422, 'an hour is over')
  at(0)
})

test('the number of another customer is not theirs to change; without texts it is told', async () => {
  const { ask } = await connected()
  const stranger = await connected()
  const foreign = `/customers/cst_${encodeUuid(stranger.customer.id)}/phone`
  assert.equal((await ask('+31687654321', foreign)).statusCode, 404)
  const without = await aMember(await running.tenant())
  assert.equal((await without.me()).takesTexts, false)
  const refused = await without.ask('+31687654321')
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /sends no text messages/)
})

test('an answer that was lost texts no second code; a number that is refused ends it', async () => {
  const lost = await connected([{ kind: 'silent' }])
  await lost.ask('+31687654321')
  await assert.rejects(textIt(), { kind: 'unavailable' })
  assert.equal(await textIt(2), 'sent')
  assert.ok(lost.fake.sent.length <= 1)
  const refusing = await connected([{ kind: 'status', status: 422, description: 'recipient is invalid' }])
  await refusing.ask('+31687654321')
  assert.equal(await textIt(), 'refused')
  assert.equal((await refusing.me()).customers[0].pendingPhone, null)
})
