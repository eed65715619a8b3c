import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aColleague, aSession, cookieOf, PASSWORD, speakerOf } from '../../../../test/support/staff.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant({ locale: 'nl' })
})
after(() => running.close())

let network = 0
const fromPage = (path: string, payload: object, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: `/api/portal${path}`,
    headers: { 'x-balie': '1', ...headers },
    remoteAddress: `198.51.100.${(network += 1) % 250}`,
    payload,
  })

const later = (minutes: number) =>
  running.clock.set(new Date(running.clock.now().getTime() + minutes * 60_000).toISOString())

/** The secret of the last mailed link to somebody, and what the mail says. */
async function mailTo(address: string) {
  const [mail] = await running.database.sql<
    { template: string; locale: string; params: { url: string | null } }[]
  >`
    select template, locale, params from mails where to_address = ${address} order by created_at desc, id desc limit 1`
  return mail && { ...mail, token: mail.params.url?.split('#')[1] ?? '' }
}

const mailsTo = async (address: string) =>
  (await running.database.sql`select from mails where to_address = ${address}`).length

test('an invitation by mail makes an account and signs it in; the link is good once', async () => {
  const owner = await aColleague(tenant)
  const invited = await speakerOf(running.app, owner)('POST', '/staff/invitations', {
    email: 'Nieuw@Example.com',
    role: 'treasurer',
  })
  assert.equal(invited.statusCode, 200, invited.body)
  const mail = (await mailTo('Nieuw@Example.com'))!
  assert.equal(mail.template, 'staff-invitation')
  assert.equal(mail.locale, 'nl')
  const { token } = mail
  const seen = (await fromPage('/invitations/inspect', { token })).json()
  assert.deepEqual(seen, {
    company: { name: tenant.company.name },
    email: 'Nieuw@Example.com',
    role: 'treasurer',
    hasAccount: false,
  })
  for (const [given, field] of [
    [{ token, password: PASSWORD }, 'name'],
    [{ token, name: 'Nieuw' }, 'password'],
    [{ token, name: 'Nieuw', password: 'kort' }, 'password'],
    [{ token, name: 'Nieuw', password: 'aaaaaaaaaaaa' }, 'password'],
    [{ token, name: 'Nieuw', password: 'Password1234!' }, 'password'],
    [{ token, name: 'Nieuw', password: 'nieuw@example.com' }, 'password'],
    [{ token: 'x'.repeat(43), name: 'Nieuw', password: PASSWORD }, 'token'],
  ] as const) {
    const refused = await fromPage('/invitations/accept', given)
    assert.equal(refused.statusCode, 422, JSON.stringify(given))
    assert.equal(refused.json().field, field)
  }
  const accept = () => fromPage('/invitations/accept', { token, name: 'Nieuw', password: PASSWORD })
  const both = await Promise.all([accept(), accept()])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 422])
  const session = cookieOf(both.find(({ statusCode }) => statusCode === 200)!.headers)!
  const me = (await speakerOf(running.app, { token: session })('GET', '/me')).json()
  assert.equal(me.role, 'treasurer')
  assert.equal((await accept()).statusCode, 422)
  const again = await speakerOf(running.app, owner)('POST', '/staff/invitations', {
    email: 'nieuw@example.com',
    role: 'owner',
  })
  assert.equal(again.statusCode, 409)
  const [joined] = await running.database.sql<{ actor: string; after: object }[]>`
    select actor, after from events where type = 'colleague.joined' and company_id = ${tenant.company.companyId}`
  assert.match(joined!.actor, /^user:/)
  assert.deepEqual(Object.keys(joined!.after).sort(), ['role', 'userId'])
})

test('who has an account joins with it, and gets neither a session nor another password by the link', async () => {
  const elsewhere = await running.tenant()
  const user = await aColleague(elsewhere)
  const owner = await aColleague(tenant)
  await speakerOf(running.app, owner)('POST', '/staff/invitations', { email: user.email, role: 'support' })
  const { token } = (await mailTo(user.email))!
  const joined = await fromPage('/invitations/accept', {
    token,
    name: 'Mallory',
    password: 'elf groene kikkers',
  })
  assert.deepEqual([joined.statusCode, joined.json()], [200, { signedIn: false }])
  assert.equal(joined.headers['set-cookie'], undefined)
  assert.equal(
    (await fromPage('/session', { email: user.email, password: 'elf groene kikkers' })).statusCode,
    401,
  )
  const me = (await speakerOf(running.app, user)('GET', '/me')).json()
  assert.equal(me.companies.length, 2)
  assert.equal(me.company.name, elsewhere.company.name)
})

test('an invitation is void when it is a week old, taken back, or another came after it', async () => {
  const owner = await aColleague(tenant)
  const speak = speakerOf(running.app, owner)
  const invite = async () => {
    const { id } = (
      await speak('POST', '/staff/invitations', { email: 'void@example.com', role: 'support' })
    ).json()
    return { id, token: (await mailTo('void@example.com'))!.token }
  }
  const open = async (token: string) => (await fromPage('/invitations/inspect', { token })).statusCode
  const first = await invite()
  assert.equal(await open(first.token), 200)
  const second = await invite()
  assert.equal(await open(first.token), 422)
  assert.equal((await speak('DELETE', `/staff/invitations/${second.id}`)).statusCode, 204)
  assert.equal((await speak('DELETE', `/staff/invitations/${second.id}`)).statusCode, 404)
  assert.equal(await open(second.token), 422)
  const third = await invite()
  later(7 * 24 * 60 + 1)
  assert.equal(await open(third.token), 422)
})

test('a company keeps an owner, also when two take each other’s place away at once', async () => {
  const club = await running.tenant()
  const [one, two] = [await aColleague(club), await aColleague(club)]
  const { colleagues } = (await speakerOf(running.app, one)('GET', '/staff')).json()
  const idOf = (email: string) => colleagues.find((each: { email: string }) => each.email === email).id
  const [alone, other] = [idOf(one.email), idOf(two.email)]
  const results = await Promise.all([
    speakerOf(running.app, one)('PATCH', `/staff/${other}`, { role: 'support' }),
    speakerOf(running.app, two)('DELETE', `/staff/${alone}`),
  ])
  const [{ n }] = await running.database.sql<[{ n: number }]>`
    select count(*) as n from memberships where company_id = ${club.company.companyId} and role = 'owner'`
  assert.equal(n, 1, results.map(({ statusCode }) => statusCode).join())
  const last = results[0].statusCode === 204 ? one : two
  const id = last === one ? alone : other
  const speak = speakerOf(running.app, last)
  assert.equal((await speak('PATCH', `/staff/${id}`, { role: 'read_only' })).statusCode, 409)
  assert.equal((await speak('DELETE', `/staff/${id}`)).statusCode, 409)
})

test('a link for a new password is mailed to who has an account, three times an hour, and nobody is told', async () => {
  const user = await aColleague(tenant)
  const answers = []
  for (const email of [user.email, 'nobody-here@example.com', user.email, user.email, user.email, user.email])
    answers.push(await fromPage('/password-resets', { email }))
  assert.deepEqual(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)), new Set(['204 ']))
  assert.equal(await mailsTo(user.email), 3)
  assert.equal(await mailsTo('nobody-here@example.com'), 0)
  const { token, template } = (await mailTo(user.email))!
  assert.equal(template, 'password-reset')
  const elsewhere = await aSession(tenant, user.userId)
  const weak = await fromPage('/password-resets/confirm', { token, password: 'welkomwelkom1' })
  assert.equal(weak.json().field, 'password')
  const password = 'elf groene kikkers'
  const reset = () => fromPage('/password-resets/confirm', { token, password })
  const both = await Promise.all([reset(), reset()])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [204, 422])
  assert.equal((await speakerOf(running.app, { token: elsewhere })('GET', '/me')).statusCode, 401)
  assert.equal((await fromPage('/session', { email: user.email, password })).statusCode, 200)
  assert.equal((await fromPage('/session', { email: user.email, password: PASSWORD })).statusCode, 401)
  assert.equal((await mailTo(user.email))!.template, 'password-changed')
})

test('a link for a new password is good for half an hour', async () => {
  const user = await aColleague(tenant)
  await fromPage('/password-resets', { email: user.email })
  const { token } = (await mailTo(user.email))!
  later(31)
  const late = await fromPage('/password-resets/confirm', { token, password: 'elf groene kikkers' })
  assert.equal(late.statusCode, 422)
  assert.equal(late.json().field, 'token')
})

test('changing the password needs the present one, and ends the other sessions but not this one', async () => {
  const user = await aColleague(tenant)
  const elsewhere = await aSession(tenant, user.userId)
  const speak = speakerOf(running.app, user)
  const change = (password: string, newPassword: string) =>
    speak('PUT', '/account/password', { password, newPassword })
  const wrong = await change('not this one', 'elf groene kikkers')
  assert.deepEqual([wrong.statusCode, wrong.json().field], [422, 'password'])
  assert.equal((await change(PASSWORD, 'kort')).json().field, 'newPassword')
  assert.equal((await change(PASSWORD, 'elf groene kikkers')).statusCode, 204)
  assert.equal((await speak('GET', '/me')).statusCode, 200)
  assert.equal((await speakerOf(running.app, { token: elsewhere })('GET', '/me')).statusCode, 401)
  const [event] = await running.database.sql<{ actor: string; before: null; after: null }[]>`
    select actor, before, after from events where type = 'user.password_changed' and subject_id = ${user.userId}`
  assert.deepEqual({ ...event }, { actor: `user:${user.userId}`, before: null, after: null })
})
