import assert from 'node:assert/strict'
import type { lookup, LookupAddress } from 'node:dns'
import { after, before, test } from 'node:test'
import { startReceiver, type Receiver } from '../../../test/support/receiver.ts'
import { OutboundError, type OutboundRequest } from '../../kernel/outbound.ts'
import { guardedLookup, openOutbound } from './outbound.ts'
import { isPublicAddress } from './public-address.ts'

let receiver: Receiver
before(async () => {
  receiver = await startReceiver()
})
after(() => receiver.close())

const request = (url: string): OutboundRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: '{}',
  timeoutMs: 2000,
  keepBytes: 10,
})

/** A resolver of names that gives these addresses, one lot for each time that it is asked. */
function resolving(...lots: string[][]) {
  let asked = 0
  const resolve = ((_name: string, _options: object, done: (e: null, found: LookupAddress[]) => void) => {
    const lot = lots[Math.min(asked++, lots.length - 1)]!
    done(
      null,
      lot.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as unknown as typeof lookup
  return { resolve, asked: () => asked }
}

const refused = (error: unknown) => error instanceof OutboundError && error.kind === 'refused'

test('public addresses are told from all others', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '2a00:1450:4009::200e'])
    assert.equal(isPublicAddress(address), true, address)
  for (const address of [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '100::1',
    '3ffe::1%',
    'localhost',
    '',
  ])
    assert.equal(isPublicAddress(address), false, address)
})

test('addresses are refused however they are written', async () => {
  const outbound = openOutbound({ allowPrivate: false })
  const port = new URL(receiver.url).port
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '169.254.169.254',
    'localhost',
  ])
    await assert.rejects(outbound.send(request(`http://${host}:${port}/`)), refused, host)
  for (const host of ['127.0.0.1', 'localhost'])
    await assert.rejects(outbound.send(request(`https://${host}:${port}/`)), refused, host)
  assert.equal(receiver.received.length, 0)
  await outbound.close()
})

test('a name that means a private address is refused, at the first time and at any other', async () => {
  const port = new URL(receiver.url).port
  for (const lot of [['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['10.0.0.1', '192.168.0.1']]) {
    const names = resolving(lot)
    const outbound = openOutbound({ allowPrivate: false, resolve: names.resolve })
    await assert.rejects(outbound.send(request(`http://rebind.example:${port}/`)), refused, lot.join())
    await outbound.close()
  }
  assert.equal(receiver.received.length, 0)
})

test('the connection gets the public ones of the addresses that were looked at, and no others', () => {
  const names = resolving(['127.0.0.1', '1.1.1.1', '2606:4700::1111'], ['127.0.0.1'])
  const found: unknown[] = []
  guardedLookup(names.resolve)('rebind.example', { all: true }, (error, addresses) =>
    found.push(error, addresses),
  )
  assert.deepEqual(found, [
    null,
    [
      { address: '1.1.1.1', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ],
  ])
  assert.equal(names.asked(), 1)
  guardedLookup(names.resolve)('rebind.example', {}, (error) => assert.ok(refused(error)))
})

test('redirects are not followed, and the answer is kept as far as asked', async () => {
  const outbound = openOutbound({ allowPrivate: true })
  receiver.on('/moved', (_request, response) =>
    response.writeHead(307, { location: `${receiver.url}/there`, 'x-many': ['1', '2'] }).end('go over there'),
  )
  const answer = await outbound.send(request(`${receiver.url}/moved`))
  assert.equal(answer.status, 307)
  assert.equal(answer.headers['location'], `${receiver.url}/there`)
  assert.deepEqual([answer.body.toString(), answer.truncated], ['go over th', true])
  const whole = await outbound.send({ ...request(`${receiver.url}/moved`), keepBytes: 100 })
  assert.deepEqual([whole.body.toString(), whole.truncated], ['go over there', false])
  assert.equal(receiver.received.filter(({ path }) => path === '/there').length, 0)
  await outbound.close()
})

test('the time-out spans the whole exchange', async () => {
  const outbound = openOutbound({ allowPrivate: true })
  receiver.on('/hang', () => {})
  receiver.on('/drip', (_request, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 200)
    response.on('close', () => clearInterval(drip))
  })
  const kind = (expected: string) => (error: unknown) =>
    error instanceof OutboundError && error.kind === expected
  const began = performance.now()
  await assert.rejects(
    outbound.send({ ...request(`${receiver.url}/hang`), timeoutMs: 500 }),
    kind('timed_out'),
  )
  const drip = await outbound.send({ ...request(`${receiver.url}/drip`), timeoutMs: 700, keepBytes: 100 })
  assert.deepEqual([drip.status, drip.truncated], [200, true])
  assert.ok(performance.now() - began < 2000)
  await assert.rejects(outbound.send(request('http://127.0.0.1:1/')), kind('unreachable'))
  await assert.rejects(outbound.send(request('http://no-such-host.invalid/')), kind('unreachable'))
  await outbound.close()
})
