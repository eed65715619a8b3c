import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bounceOf, complaintOf } from '../../../test/support/mail-reports.ts'
import { bounceKind, envelopeId, mailNamed } from '../../domain/mails/mail-report.ts'
import { readReport } from './report.ts'

const ID = '0198f5a0-0000-7000-8000-000000000001'
const messageId = `<${ID}.7@balie.example>`
const read = (raw: string) => readReport(Buffer.from(raw, 'latin1'))

test('a delivery status notification says of which mail, of whom, and why', async () => {
  const report = await read(
    bounceOf({
      messageId,
      envelopeId: `${ID}.7`,
      to: 'Joe@Else.example',
      original: 'joe@example.com',
      diagnostic: 'smtp; 550 5.1.1 <joe@else.example>:\r\n    Recipient address\r\n\trejected',
    }),
  )
  assert.deepEqual(report, {
    kind: 'delivery',
    names: [messageId, `${ID}.7`],
    recipients: [
      {
        addresses: ['joe@example.com', 'joe@else.example'],
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <joe@else.example>: Recipient address rejected',
      },
    ],
  })
})

test('a report that returns the whole mail, encoded, of several recipients, and with odd line ends', async () => {
  const raw = `Content-Type: Multipart/Report; boundary=b; report-type="delivery-status"

--b
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${Buffer.from('Reporting-MTA: dns; a\n\n\nFinal-Recipient: rfc822;<a@b.example>\nAction: Delayed\nStatus: 4.4.1\n\nFinal-Recipient: RFC822; c@b.example\nAction: FAILED (really)\nStatus: 5.0.0').toString('base64')}
--b
Content-Type: message/rfc822
Content-Disposition: attachment

Message-ID:
 ${messageId}

--b--
Message-ID: <other@example.com>
`
  const report = await read(raw)
  assert.deepEqual(report!.names, [messageId])
  assert.deepEqual(
    report!.recipients.map(({ addresses, action }) => [addresses, action]),
    [
      [['a@b.example'], 'delayed'],
      [['c@b.example'], 'failed'],
    ],
  )
})

test('a complaint names its mail; what complains of nothing is none', async () => {
  assert.deepEqual(await read(complaintOf({ messageId })), {
    kind: 'complaint',
    names: [messageId],
    recipients: [],
  })
  assert.equal(await read(complaintOf({ messageId, type: 'not-spam' })), undefined)
})

test('a report inside of another mail is none of its own', async () => {
  const bounce = bounceOf({ messageId, to: 'joe@example.com' })
  for (const type of ['multipart/mixed; boundary=x', 'multipart/report-like; boundary=x', 'text/plain'])
    assert.equal(
      await read(
        `Content-Type: ${type}\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n${bounce}\r\n--x--`,
      ),
      undefined,
    )
  const wrapped = `Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n${bounce}\r\n--x--`
  assert.equal(await read(wrapped), undefined)
})

test('only codes that speak of the address are for good', () => {
  const kind = (status: string, diagnostic = '') =>
    bounceKind({ addresses: [], action: 'failed', status, diagnostic })
  for (const code of ['5.1.1', '5.1.10', '5.2.1', '5.4.4', '5.0.0'])
    assert.equal(kind(code), 'permanent', code)
  for (const code of ['4.4.7', '5.2.2', '5.3.4', '5.6.0', '5.7.1', '5.7.606', '', 'x', '55.1.1', '5.1.1.1'])
    assert.equal(kind(code), 'transient', code)
  assert.equal(kind('5.0.0', '552 5.2.2 mailbox full'), 'transient')
  assert.equal(kind('', '550 No such user'), 'permanent')
  assert.equal(kind('', 'at 10.5.1.1 they said 421'), 'transient')
})

test('names are those that we make', () => {
  assert.deepEqual(mailNamed(messageId), { companyId: 7, mailId: ID })
  assert.deepEqual(mailNamed(envelopeId(7, ID)), { companyId: 7, mailId: ID })
  for (const name of [
    `<${ID}@balie.example>`,
    `${ID}.0`,
    `${ID}.99999999999`,
    `${ID}.7@a b`,
    `x${ID}.7`,
    '',
    '<>',
  ])
    assert.equal(mailNamed(name), undefined, name)
})

test('whatever comes, wherever it is cut off or changed: a report or none, soon, and never an error', async () => {
  const whole = [bounceOf({ messageId, to: 'joe@example.com' }), complaintOf({ messageId })]
  const piece = fc.constantFrom(
    '\r\n\r\n',
    '--4bX/mx.example\r\n',
    '--part--',
    'Content-Type: multipart/report; boundary="part"\r\n\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Final-Recipient: rfc822; x\r\n',
    '=?utf-8?b?////?=',
    '\0\ufeff\ud800',
    '('.repeat(500),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.nat(),
      fc.nat(),
      fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 60 })),
      async (raw, from, length, with_) => {
        const at = from % raw.length
        const changed = raw.slice(0, at) + with_ + raw.slice(at + (length % 200))
        for (const hostile of [changed, raw.slice(0, at)]) {
          const report = await readReport(Buffer.from(hostile))
          if (!report) continue
          for (const { diagnostic } of report.recipients)
            assert.ok(diagnostic.length <= 500 && diagnostic.isWellFormed())
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('giants are read in no time: parts, headers, recipients, nesting', async () => {
  const head = 'Content-Type: multipart/report; boundary=b\r\n\r\n'
  const deep = Array.from(
    { length: 5000 },
    (_, i) => `--b${i || ''}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
  )
  const status = 'Content-Type: message/delivery-status\r\n\r\n'
  const giants = [
    head + deep.join(''),
    `${head}--b\r\n${status}${'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n'.repeat(40_000)}--b--`,
    `${head}--b\r\n${status}Final-Recipient: rfc822; ${'a'.repeat(2_000_000)}\r\nAction: failed\r\n\r\n--b--`,
    `${'X-Header: y\r\n'.repeat(150_000)}${head}`,
    `${head}${'--b\r\n\r\n'.repeat(250_000)}`,
    `Content-Type: multipart/report; boundary=${'b'.repeat(900_000)}\r\n\r\n--b`,
  ]
  for (const raw of giants) {
    const began = performance.now()
    const report = await read(raw.slice(0, 2_097_152))
    assert.ok((report?.recipients.length ?? 0) <= 51)
    assert.ok(performance.now() - began < 2000, `${Math.round(performance.now() - began)} ms`)
  }
})
