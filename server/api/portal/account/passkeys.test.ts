import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { Authenticator } from '../../../../test/support/authenticator.ts'
import { aColleague, cookieOf, PASSWORD, speakerOf, type Staff } from '../../../../test/support/staff.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

let network = 0
const post = (
  path: string,
  payload: object = {},
  headers = {},
  remoteAddress = `192.0.2.${(network += 1)}`,
) =>
  running.app.inject({
    method: 'POST',
    url: `/api/portal${path}`,
    headers: { 'x-balie': '1', ...headers },
    remoteAddress,
    payload,
  })

const optionsOf = async () => (await post('/session/passkey/options')).json().publicKey
const withPassword = ({ email }: Staff, more: object = {}) =>
  post('/session', { email, password: PASSWORD, ...more })
const alone = (passkey: object) => post('/session/passkey', { passkey })

/** A colleague with a passkey. */
async function withPasskey() {
  const user = await aColleague(tenant)
  const speak = speakerOf(running.app, user)
  const device = new Authenticator()
  const { publicKey } = (await speak('POST', '/account/passkeys/options', { password: PASSWORD })).json()
  const added = await speak('POST', '/account/passkeys', {
    name: ' Phone ',
    response: device.create(publicKey),
  })
  assert.equal(added.statusCode, 200, added.body)
  return { user, speak, device, ...(added.json() as { passkey: { id: string }; recoveryCodes: string[] }) }
}

test('a passkey is made for this address, to be found by itself, by somebody who proves to be there', async () => {
  const user = await aColleague(tenant)
  const speak = speakerOf(running.app, user)
  const wrong = await speak('POST', '/account/passkeys/options', { password: 'not my password' })
  assert.deepEqual([wrong.statusCode, wrong.json().field], [422, 'password'])
  const { publicKey } = (await speak('POST', '/account/passkeys/options', { password: PASSWORD })).json()
  assert.equal(publicKey.rp.id, 'balie.example')
  assert.equal(publicKey.user.name, user.email)
  assert.equal(publicKey.user.id, Buffer.from(user.userId.replaceAll('-', ''), 'hex').toString('base64url'))
  assert.equal(publicKey.attestation, 'none')
  assert.equal(publicKey.authenticatorSelection.residentKey, 'required')
  assert.equal(publicKey.authenticatorSelection.userVerification, 'required')
  const device = new Authenticator()
  const added = await speak('POST', '/account/passkeys', {
    name: 'Phone',
    response: device.create(publicKey),
  })
  assert.equal(added.statusCode, 200, added.body)
  assert.equal(added.json().recoveryCodes.length, 10)
  const { passkeys, app, recoveryCodesLeft } = (await speak('GET', '/account')).json()
  assert.deepEqual([passkeys.length, passkeys[0].name, app, recoveryCodesLeft], [1, 'Phone', false, 10])
  assert.equal((await speak('GET', '/me')).json().user.secondFactor, true)
  const next = (await speak('POST', '/account/passkeys/options', { password: PASSWORD })).json().publicKey
  assert.deepEqual(
    next.excludeCredentials.map(({ id }: { id: string }) => id),
    [device.credentialId],
  )
  const again = await speak('POST', '/account/passkeys', { name: 'Phone', response: device.create(next) })
  assert.equal(again.statusCode, 409)
  const third = (await speak('POST', '/account/passkeys/options', { password: PASSWORD })).json().publicKey
  const second = await speak('POST', '/account/passkeys', {
    name: 'Key',
    response: new Authenticator().create(third),
  })
  assert.equal(second.json().recoveryCodes, null, 'there are some')
})

test('a passkey signs in alone, and begins a session anew', async () => {
  const { user, device } = await withPasskey()
  const attacker = await aColleague(tenant)
  const entered = await post(
    '/session/passkey',
    { passkey: device.get(await optionsOf()) },
    { cookie: `__Host-balie=${attacker.token}` },
  )
  assert.equal(entered.statusCode, 200, entered.body)
  assert.equal(entered.json().user.email, user.email)
  assert.match(
    String(entered.headers['set-cookie']),
    /^__Host-balie=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure$/,
  )
  const token = cookieOf(entered.headers)!
  assert.notEqual(token, attacker.token)
  const planted = await speakerOf(running.app, attacker)('GET', '/me')
  assert.equal(planted.statusCode, 401, 'the session that was there has ended')
})

test('what is asked of a browser names no account and no passkey', async () => {
  const publicKey = await optionsOf()
  assert.deepEqual(Object.keys(publicKey).sort(), ['challenge', 'rpId', 'timeout', 'userVerification'])
  assert.equal(publicKey.userVerification, 'required')
  assert.notEqual((await optionsOf()).challenge, publicKey.challenge)
})

test('every passkey that does not sign in is answered alike', async () => {
  const { device } = await withPasskey()
  const other = await withPasskey()
  const disabled = await withPasskey()
  await running.database.sql`update users set disabled_at = now() where id = ${disabled.user.userId}`
  const registering = (await other.speak('POST', '/account/passkeys/options', { password: PASSWORD })).json()
    .publicKey
  const replayed = device.get(await optionsOf())
  assert.equal((await alone(replayed)).statusCode, 200)
  const late = device.get(await optionsOf())
  const wrongs: [string, object][] = [
    ['replayed', replayed],
    ['another site', device.get(await optionsOf(), { origin: 'https://evil.example' })],
    ['another scheme', device.get(await optionsOf(), { origin: 'http://balie.example' })],
    ['another relying party', device.get(await optionsOf(), { rpId: 'evil.example' })],
    ['nobody proved to be there', device.get(await optionsOf(), { userVerified: false })],
    ['a challenge that was never given', device.get({ challenge: 'a'.repeat(43) })],
    ['a challenge for making a passkey', device.get(registering)],
    ['an unknown passkey', new Authenticator().get(await optionsOf())],
    ['under another’s name', device.get(await optionsOf(), { credentialId: other.device.credentialId })],
    ['with another’s handle', device.get(await optionsOf(), { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' })],
    ['a counter that went back', device.get(await optionsOf(), { counter: 1 })],
    ['a counter that stood still', device.get(await optionsOf(), { counter: 2 })],
    ['a disabled account', disabled.device.get(await optionsOf())],
  ]
  const bodies = new Set<string>()
  for (const [name, passkey] of wrongs) {
    const refused = await alone(passkey)
    assert.equal(refused.statusCode, 401, `${name}: ${refused.body}`)
    assert.equal(refused.headers['set-cookie'], undefined)
    bodies.add(refused.body)
  }
  assert.equal(bodies.size, 1)
  running.clock.set(new Date(running.clock.now().getTime() + 5 * 60_000 + 1000).toISOString())
  assert.equal((await alone(late)).statusCode, 401, 'a challenge of five minutes ago')
  assert.equal((await alone(device.get(await optionsOf()))).statusCode, 200)
})

test('of two that bring one answer at once, one gets in; a wrong answer uses its challenge up', async () => {
  const { device } = await withPasskey()
  const passkey = device.get(await optionsOf())
  const both = await Promise.all([alone(passkey), alone(passkey), alone(passkey)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 401, 401])
  const options = await optionsOf()
  assert.equal((await alone(device.get(options, { origin: 'https://evil.example' }))).statusCode, 401)
  assert.equal((await alone(device.get(options))).statusCode, 401)
})

test('with a passkey a password is not enough: it is the second factor, if it is one’s own', async () => {
  const { user, device, recoveryCodes } = await withPasskey()
  const other = await withPasskey()
  const without = await withPassword(user)
  assert.equal(without.statusCode, 401)
  assert.deepEqual([without.json().code, without.json().factors], ['second_factor_required', ['passkey']])
  const wrongPassword = await post('/session', {
    email: user.email,
    password: 'not this one',
    passkey: device.get(await optionsOf()),
  })
  assert.equal(wrongPassword.json().code, 'unauthenticated')
  const theirs = await withPassword(user, { passkey: other.device.get(await optionsOf()) })
  assert.equal(theirs.statusCode, 401)
  assert.equal(theirs.headers['set-cookie'], undefined)
  assert.equal((await withPassword(user, { code: '123456' })).statusCode, 401)
  const right = await withPassword(user, { passkey: device.get(await optionsOf()) })
  assert.equal(right.statusCode, 200, right.body)
  assert.equal((await withPassword(user, { code: recoveryCodes[0] })).statusCode, 200)
  assert.equal((await withPassword(user, { code: recoveryCodes[0] })).statusCode, 401)
})

test('a passkey that was not made as asked for is not kept', async () => {
  const user = await aColleague(tenant)
  const other = await aColleague(tenant)
  const [speak, speakOther] = [speakerOf(running.app, user), speakerOf(running.app, other)]
  const begin = async (by = speak) =>
    (await by('POST', '/account/passkeys/options', { password: PASSWORD })).json().publicKey
  const device = new Authenticator()
  const kept = await begin()
  assert.equal(
    (await speak('POST', '/account/passkeys', { name: 'Mine', response: device.create(kept) })).statusCode,
    200,
  )
  const spoilt = new Authenticator()
  const wrongs: [string, object][] = [
    ['replayed', spoilt.create(kept)],
    ['another site', spoilt.create(await begin(), { origin: 'https://evil.example' })],
    ['another relying party', spoilt.create(await begin(), { rpId: 'evil.example' })],
    ['nobody proved to be there', spoilt.create(await begin(), { userVerified: false })],
    ['another’s challenge', spoilt.create(await begin(speakOther))],
    [
      'a challenge for signing in',
      spoilt.create({ ...(await begin()), challenge: (await optionsOf()).challenge }),
    ],
    [
      'a maker’s certificate, whose addresses would be followed',
      spoilt.create(await begin(), {
        format: 'packed',
        statement: new Map<string, Uint8Array[]>([['x5c', [new Uint8Array([1])]]]),
      }),
    ],
    [
      'no attestation',
      { ...spoilt.create(await begin()), response: { clientDataJSON: 'e30', attestationObject: 'AA' } },
    ],
  ]
  for (const [name, response] of wrongs) {
    const refused = await speak('POST', '/account/passkeys', { name: 'Mine', response })
    assert.deepEqual(
      [refused.statusCode, refused.json().field],
      [422, 'response'],
      `${name}: ${refused.body}`,
    )
  }
  assert.equal((await speak('GET', '/account')).json().passkeys.length, 1)
})

test('one’s passkeys are renamed and removed, nobody else’s are; with the last the codes go', async () => {
  const { user, speak, device, passkey } = await withPasskey()
  const other = await withPasskey()
  const path = `/account/passkeys/${passkey.id}`
  assert.equal((await other.speak('PATCH', path, { name: 'Theirs' })).statusCode, 404)
  assert.equal((await other.speak('POST', `${path}/remove`, { password: PASSWORD })).statusCode, 404)
  assert.equal((await speak('PATCH', path, { name: '  ' })).statusCode, 422)
  assert.equal((await speak('PATCH', path, { name: 'Old phone' })).statusCode, 204)
  assert.equal((await speak('GET', '/account')).json().passkeys[0].name, 'Old phone')
  assert.equal((await speak('POST', `${path}/remove`, { password: 'not mine' })).statusCode, 422)
  assert.equal((await speak('POST', `${path}/remove`, { password: PASSWORD })).statusCode, 204)
  assert.equal((await speak('POST', `${path}/remove`, { password: PASSWORD })).statusCode, 404)
  const { passkeys, recoveryCodesLeft } = (await speak('GET', '/account')).json()
  assert.deepEqual([passkeys, recoveryCodesLeft], [[], 0])
  assert.equal((await alone(device.get(await optionsOf()))).statusCode, 401)
  assert.equal((await withPassword(user)).statusCode, 200, 'the password is enough again')
  const events = await running.database.sql<{ type: string }[]>`
    select type from events where subject_id = ${user.userId} and type like 'user.passkey%' order by id`
  assert.deepEqual(
    events.map(({ type }) => type),
    ['user.passkey_added', 'user.passkey_removed'],
  )
})

test('recovery codes are replaced on demand, and only where there is something to recover', async () => {
  const { user, speak, recoveryCodes } = await withPasskey()
  const none = speakerOf(running.app, await aColleague(tenant))
  assert.equal((await none('POST', '/account/recovery-codes', { password: PASSWORD })).statusCode, 409)
  assert.equal((await speak('POST', '/account/recovery-codes', { password: 'not mine' })).statusCode, 422)
  const fresh = (await speak('POST', '/account/recovery-codes', { password: PASSWORD })).json().recoveryCodes
  assert.equal(new Set([...fresh, ...recoveryCodes]).size, 20)
  assert.equal((await withPassword(user, { code: recoveryCodes[0] })).statusCode, 401)
  assert.equal((await withPassword(user, { code: fresh[0] })).statusCode, 200)
})

test('one’s own name is changed; it is one line of 1 to 100 characters', async () => {
  const user = await aColleague(tenant)
  const speak = speakerOf(running.app, user)
  assert.equal((await speak('PATCH', '/account', { name: ' Olga  ' })).statusCode, 204)
  assert.equal((await speak('GET', '/me')).json().user.name, 'Olga')
  assert.equal((await speak('PATCH', '/account', { name: '   ' })).json().field, 'name')
})

test('a passkey is tried thirty times in a quarter of an hour, and guesses at the password do not count for it', async () => {
  const { user, device } = await withPasskey()
  for (let i = 0; i < 11; i += 1)
    await post('/session', { email: user.email, password: `wrong password ${i}` })
  assert.equal((await withPassword(user)).statusCode, 429)
  assert.equal((await alone(device.get(await optionsOf()))).statusCode, 200)
  const wrong = device.get({ challenge: 'a'.repeat(43) })
  for (let i = 0; i < 29; i += 1) assert.equal((await alone(wrong)).statusCode, 401)
  const refused = await alone(device.get(await optionsOf()))
  assert.equal(refused.statusCode, 429)
  assert.ok(Number(refused.headers['retry-after']) > 0)
})

test('other sites neither ask for passkeys nor sign in with them', async () => {
  const { device } = await withPasskey()
  const passkey = device.get(await optionsOf())
  const foreign: Record<string, string>[] = [
    { 'x-balie': '' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    assert.equal((await post('/session/passkey', { passkey }, headers)).statusCode, 403)
    assert.equal((await post('/session/passkey/options', {}, headers)).statusCode, 403)
  }
  assert.equal((await alone(passkey)).statusCode, 200)
})

test('where the desk is reached by an address of the network there are no passkeys; on the machine itself there are', async () => {
  const at = await startTestApp({ publicUrl: () => 'http://192.0.2.7:3000' })
  const inside = await startTestApp({ publicUrl: () => 'http://127.0.0.1:3000' })
  const ask = (app: TestApp) =>
    app.app.inject({
      method: 'POST',
      url: '/api/portal/session/passkey/options',
      headers: { 'x-balie': '1' },
    })
  assert.equal((await ask(at)).statusCode, 409)
  assert.equal((await ask(inside)).json().publicKey.rpId, 'localhost')
  await Promise.all([at.close(), inside.close()])
})
