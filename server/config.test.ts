import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

test('mail leaves by SMTP, is caught where that is asked for, and else waits', () => {
  const smtp = { SMTP_URL: 'smtps://user:word@mail.example.com:465', MAIL_FROM: 'desk@example.com' }
  assert.deepEqual(readConfig(smtp).mail, { kind: 'smtp', url: smtp.SMTP_URL, from: smtp.MAIL_FROM })
  assert.equal(readConfig({ ...smtp, MAIL_CATCH: 'true' }).mail.kind, 'smtp')
  assert.deepEqual(readConfig({ MAIL_CATCH: 'true' }).mail, { kind: 'catch' })
  assert.deepEqual(readConfig({ MAIL_FROM: 'desk@example.com' }).mail, { kind: 'none' })
})

test('settings of mail that cannot work are refused by name', () => {
  for (const [settings, about] of [
    [{ SMTP_URL: 'smtp://mail.example.com' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'Desk <desk@example.com>' }, /MAIL_FROM/],
    [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'desk' }, /MAIL_FROM/],
    [{ SMTP_URL: 'mail.example.com', MAIL_FROM: 'desk@example.com' }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://', MAIL_FROM: 'desk@example.com' }, /SMTP_URL/],
    [{ MAIL_CATCH: 'perhaps' }, /MAIL_CATCH/],
  ] as const)
    assert.throws(() => readConfig(settings), about, JSON.stringify(settings))
})
