import PostalMime, { type Email } from 'postal-mime'
import type { MailReport, ReportedRecipient } from '../../domain/mails/mail-report.ts'

/** What is taken. Of that the beginning is looked at: what a report says stands before the mail that it returns. */
export const MAX_REPORT_BYTES = 2_097_152
const LOOKED_AT_BYTES = 262_144
/** Lines that may begin a part. Measured: 250,000 of them keep the parser busy for eight seconds. */
const LOOKED_AT_DASHES = 200

// What a report returns of a mail is looked at by us, as far as its header, and what lies in that never.
const limits = { maxNestingDepth: 20, maxHeadersSize: 262_144, maxRfc822NestingDepth: 0 }
const MAX_PART = 65_536
const MAX_RECIPIENTS = 50
const MAX_DIAGNOSTIC = 500

const DELIVERY = /^message\/(?:global-)?delivery-status$/i
const FEEDBACK = /^message\/feedback-report$/i
const RETURNED = /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/i

type Fields = Map<string, string>

/** Reads a delivery status notification (RFC 3464) or a complaint (RFC 5965). Undefined for any other mail; never throws. */
export async function readReport(raw: Uint8Array): Promise<MailReport | undefined> {
  const mail = await parse(beginningOf(raw))
  const type = mail?.headers.find(({ key }) => key === 'content-type')?.value ?? ''
  // A report that somebody passes on, inside of their own mail, is none.
  if (!mail || !/^multipart\/report\s*(?:;|$)/i.test(type)) return undefined
  const returned = await fieldsOf(textOf(mail, RETURNED)?.split(/\r?\n\r?\n/, 1)[0] ?? '')
  const names = (groups: Fields[]): string[] =>
    [returned.get('message-id'), ...groups.map((fields) => fields.get('original-envelope-id'))].filter(
      (name) => name !== undefined,
    )
  const delivery = textOf(mail, DELIVERY)
  if (delivery !== undefined) {
    const groups = await groupsOf(delivery)
    const recipients = groups.filter(
      (fields) => fields.has('final-recipient') || fields.has('original-recipient'),
    )
    return { kind: 'delivery', names: names(groups), recipients: recipients.map(recipientOf) }
  }
  const feedback = textOf(mail, FEEDBACK)
  if (feedback === undefined) return undefined
  const groups = await groupsOf(feedback)
  // Other types, `not-spam` among them, complain of nothing.
  const complains = groups.some((fields) =>
    /^(?:abuse|fraud|virus)$/i.test(fields.get('feedback-type') ?? ''),
  )
  return complains ? { kind: 'complaint', names: names(groups), recipients: [] } : undefined
}

function beginningOf(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, LOOKED_AT_BYTES))
  let end = 0
  for (let dashes = 0; dashes < LOOKED_AT_DASHES; dashes++) {
    end = bytes.indexOf('\n--', end) + 1
    if (end === 0) return bytes
  }
  return bytes.subarray(0, end)
}

const parse = (raw: Uint8Array | string): Promise<Email | undefined> =>
  PostalMime.parse(raw, limits).catch(() => undefined)

/** The first part of a kind, as far as it is looked at. */
function textOf(mail: Email, kind: RegExp): string | undefined {
  const content = mail.attachments.find(({ mimeType }) => kind.test(mimeType))?.content
  if (content === undefined) return undefined
  if (typeof content === 'string') return content.slice(0, MAX_PART).trimStart()
  return new TextDecoder().decode(new Uint8Array(content).subarray(0, MAX_PART)).trimStart()
}

/** The header fields in a text; of two with one name the first. */
async function fieldsOf(text: string): Promise<Fields> {
  const headers = text === '' ? [] : ((await parse(`${text}\r\n\r\n`))?.headers ?? [])
  return new Map(headers.reverse().map(({ key, value }) => [key, value.trim()]))
}

/** What stands between empty lines: of the mail, then of each recipient. */
const groupsOf = (text: string): Promise<Fields[]> =>
  Promise.all(
    text
      .split(/\r?\n(?:[ \t]*\r?\n)+/)
      .slice(0, MAX_RECIPIENTS + 1)
      .map(fieldsOf),
  )

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

function recipientOf(fields: Fields): ReportedRecipient {
  // `rfc822; john@example.com`, `smtp; 550 …`: what comes before the semicolon says how the rest is to be read.
  const value = (name: string) => oneLine(fields.get(name)?.replace(/^[\w-]+\s*;/, '') ?? '').toWellFormed()
  const address = (name: string) =>
    value(name)
      .replace(/^<(.*)>$/, '$1')
      .toLowerCase()
  return {
    addresses: [address('original-recipient'), address('final-recipient')].filter((one) => one !== ''),
    action: /^[a-z]*/.exec(value('action').toLowerCase())![0],
    status: value('status').slice(0, 20),
    diagnostic: value('diagnostic-code').slice(0, MAX_DIAGNOSTIC).toWellFormed(),
  }
}
