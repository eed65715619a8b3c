import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sampleParams } from '../../../test/support/mails.ts'
import { ownPage } from '../../domain/customer-portal/own-page.ts'
import type { DueMail, MailTemplate } from '../../domain/mails/mail.ts'
import { MailError } from '../../domain/mails/delivery.ts'
import { locales, plainLook } from '../../kernel/context.ts'
import { fill, formatFor } from './format.ts'
import { render } from './render.ts'
import { words } from './words/words.ts'

const ownId = '0198f5a0-0000-7000-8000-000000000007'
const templates = Object.keys(sampleParams) as MailTemplate[]

const due = (change: Partial<DueMail> = {}): DueMail => ({
  id: '0198f5a0-0000-7000-8000-000000000001',
  companyId: 1,
  to: 'john@example.com',
  template: 'invoice-created',
  locale: 'en',
  params: { ...sampleParams[change.template ?? 'invoice-created'] },
  attachments: [],
  online: [],
  messageId: '<1@example.com>',
  company: {
    id: ownId,
    name: 'Club X',
    email: 'desk@clubx.example',
    timeZone: 'Europe/Amsterdam',
    look: plainLook,
  },
  ...change,
})
const rendered = (change: Partial<DueMail> = {}) => render(due(change), 'https://balie.example')

const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

/** Every text of a language by its path. */
function textsOf(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string'
      ? [[`${path}/${key}`, inner] as [string, string]]
      : textsOf(inner as object, `${path}/${key}`),
  )
}

test('every language says everything, with the same places to fill', () => {
  const english = textsOf(words.en)
  assert.ok(english.length > 50)
  for (const locale of locales) {
    const texts = new Map(textsOf(words[locale]))
    assert.deepEqual([...texts.keys()].sort(), english.map(([path]) => path).sort(), locale)
    for (const [path, text] of english) {
      assert.deepEqual(placesOf(texts.get(path)!), placesOf(text), `${locale}${path}`)
      assert.ok(texts.get(path)!.trim() !== '', `${locale}${path}`)
    }
    if (locale !== 'en')
      for (const [path, text] of textsOf(words[locale].mails))
        assert.notEqual(
          text,
          new Map(textsOf(words.en.mails)).get(path),
          `${locale}${path} is not translated`,
        )
  }
})

for (const template of templates)
  test(`${template} is whole in every language, as text and as HTML`, () => {
    for (const locale of locales) {
      const { subject, text, html } = rendered({ template, locale })
      for (const part of [subject, text, html])
        assert.doesNotMatch(part.replace(/<style>[^]*?<\/style>/, ''), /[{}]|undefined|NaN/)
      assert.match(html, new RegExp(`<html lang="${locale}">`))
      const { url } = sampleParams[template]
      const whole = url?.startsWith('/') ? `https://balie.example${url}` : url
      const page = `https://balie.example${ownPage(ownId)}`
      const own = html.includes(page)
      assert.equal(own, text.includes(page))
      assert.equal(html.split('<a ').length - 1, (whole ? 2 : 0) + (own ? 1 : 0))
      if (whole) assert.ok(text.includes(whole) && html.includes(`href="${whole}"`))
    }
  })

test('amounts and times are written as the reader writes them, on the company’s clock', () => {
  const german = rendered({ locale: 'de' })
  assert.match(german.text, /Betrag: 1\.234,56\s€/)
  assert.match(german.text, /Zahlbar bis: 5\. Dezember 2026/)
  assert.match(rendered({ locale: 'en' }).text, /Amount: €1,234\.56[^]*Due by: 5 December 2026/)
  const dutch = rendered({ template: 'appointment-scheduled', locale: 'nl' })
  assert.match(dutch.text, /Wanneer: donderdag 5 maart 2026.*14:30\s*[–-]\s*16:00 \(Europe\/Amsterdam\)/)
  assert.match(rendered({ template: 'payment-received', locale: 'en' }).text, /Received on: 2 December 2026/)
  assert.match(formatFor('it', 'Europe/Zurich').money(-5, 'CHF'), /-0,05\sCHF/)
})

test('values are put in their places once', () => {
  assert.equal(fill('{a} {b} {c}', { a: '{b}', b: '$&' }), '{b} $& {c}')
})

test('whatever a name holds, no header gets another line and the HTML no other tag', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom(
      'a\r\nBcc: evil@example.com',
      'a\nSubject: b',
      '"><script>alert(1)</script>',
      "' onmouseover='x",
      '{company}{title}',
      'x'.repeat(5000),
      '\u2028\u202e\u0000',
      '\ud800',
    ),
  )
  const tagsOf = (html: string) => html.match(/<\/?[a-z!][^>]*?(?=[\s>])/gi)!.join('')
  const plain = Object.fromEntries(
    templates.map((template) => [template, tagsOf(rendered({ template }).html)]),
  ) as Record<MailTemplate, string>
  fc.assert(
    fc.property(fc.constantFrom(...templates), hostile, hostile, (template, name, title) => {
      const says = {
        name,
        title,
        number: title,
        address: title,
        reason: name,
        customer: name,
        email: `e${title}`,
      }
      const params = { ...sampleParams[template], ...says }
      const mail = rendered({
        template,
        params,
        company: { id: ownId, name: title, email: 'desk@clubx.example', timeZone: 'UTC', look: plainLook },
      })
      for (const header of [mail.subject, mail.fromName, mail.replyTo])
        assert.doesNotMatch(header, /[\p{Cc}\u2028\u2029\u202a-\u202e]/u)
      assert.ok(mail.subject.length <= 180)
      assert.equal(tagsOf(mail.html), plain[template])
    }),
    { numRuns: 300 },
  )
})

test('an answer keeps its lines, escaped', () => {
  const { text, html } = rendered({
    template: 'ticket-answer',
    params: { ...sampleParams['ticket-answer'], answer: 'One & <b>two</b>\r\n\r\nthree' },
  })
  assert.match(text, /\n> One & <b>two<\/b>\n>\n> three\n/)
  assert.match(html, /One &amp; &lt;b&gt;two&lt;\/b&gt;<br><br>three/)
})

test('of what was filled in on a form nothing is cut off, and nothing is more than text', () => {
  const long = `${'long '.repeat(100)}<script>\r\nBcc: all@example.com`
  const { subject, text, html } = rendered({
    template: 'form-submitted',
    locale: 'nl',
    params: {
      ...sampleParams['form-submitted'],
      customer: 'John\r\nBcc: all@example.com',
      answers: [
        { label: 'Lid', type: 'checkbox', value: true },
        { label: 'Geboren', type: 'date', value: '2004-02-29' },
        { label: 'Leeftijd', type: 'number', value: null },
        { label: 'Verhaal', type: 'text', value: long },
      ],
    },
  })
  assert.equal(subject, 'Formulier “About you” ingevuld door John Bcc: all@example.com')
  assert.match(text, /Lid: Ja\nGeboren: 29 februari 2004\nLeeftijd: –\n/)
  assert.ok(text.includes(`> Verhaal:\n> ${'long '.repeat(100)}<script>\n> Bcc: all@example.com\n`))
  assert.ok(html.includes('&lt;script&gt;<br>Bcc') && !html.includes('<script>'))
})

test('an address that is none, or several, is refused for good', () => {
  for (const to of [
    '',
    'john',
    'a@b, c@d',
    'a@b\r\nRCPT TO:<c@d>',
    '<a@b>',
    'a b@c',
    `${'a'.repeat(250)}@b.nl`,
  ])
    assert.throws(
      () => rendered({ to }),
      (error: MailError) => error instanceof MailError && error.permanent,
      to,
    )
  for (const to of ['jürgen@müller.de', "o'hara+x@sub.example.com"]) assert.equal(rendered({ to }).to, to)
  const odd = { id: ownId, name: 'Club', email: 'a@b, c@d', timeZone: 'UTC', look: plainLook }
  assert.equal(rendered({ company: odd }).replyTo, '')
})

test('nothing but the web is linked to', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nothing'])
    assert.throws(() => rendered({ params: { ...sampleParams['invoice-created'], url } }), MailError)
})
