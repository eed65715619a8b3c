import type { Transporter } from 'nodemailer'
import { MailError, type Delivery } from '../../domain/mails/delivery.ts'
import { bounceKind, envelopeId } from '../../domain/mails/mail-report.ts'
import type { DueMail, MailAttachment } from '../../domain/mails/mail.ts'
import { render, type RenderedMail } from './render.ts'

/** What may pass without a word from the server; the whole of an attempt stays below its lease. */
interface Patience {
  connectionMs: number
  silenceMs: number
  attemptMs: number
}

const patience: Patience = { connectionMs: 15_000, silenceMs: 60_000, attemptMs: 240_000 }

/** Sends mail by SMTP. `url` as in `smtps://user:password@host`; `from` is the address that all of it comes from. */
export function smtpDelivery(
  { url, from, publicUrl }: { url: string; from: string; publicUrl: () => string },
  { connectionMs, silenceMs, attemptMs }: Patience = patience,
): Delivery {
  const settings = {
    url,
    connectionTimeout: connectionMs,
    greetingTimeout: connectionMs,
    socketTimeout: silenceMs,
    dnsTimeout: connectionMs,
    // What a mail says never makes us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // Loaded by the first mail: processes that send none have no use for it.
  let made: Promise<Transporter> | undefined
  const transport = () =>
    (made ??= import('nodemailer').then(({ createTransport }) => createTransport(settings)))
  return {
    domain: from.slice(from.lastIndexOf('@') + 1),
    async deliver(mail) {
      const rendered = render(mail, publicUrl())
      try {
        await (
          await transport()
        ).sendMail({
          ...messageOf(rendered, from),
          dsn: dsnOf(mail),
          signal: AbortSignal.timeout(attemptMs),
        })
        return {}
      } catch (error) {
        throw toMailError(error as SmtpError)
      }
    },
  }
}

const isCalendar = ({ contentType }: MailAttachment) => contentType.startsWith('text/calendar')

/** As nodemailer takes it; it encodes and folds every header. */
function messageOf(mail: RenderedMail, from: string) {
  const calendar = mail.attachments.find(isCalendar)
  const method = /method=(\w+)/i.exec(calendar?.contentType ?? '')?.[1]
  return {
    messageId: mail.messageId,
    from: { name: mail.fromName, address: from },
    ...(mail.replyTo === '' ? {} : { replyTo: { name: mail.fromName, address: mail.replyTo } }),
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      // Nobody's holiday notice need answer this (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.lang,
    },
    attachments: mail.attachments
      .filter((attachment) => !isCalendar(attachment))
      .map(({ filename, contentType, text, encoding }) => ({
        filename,
        contentType,
        content: text,
        ...(encoding ? { encoding } : {}),
      })),
    // An alternative beside the text, which calendars offer to take over, and a file for the rest.
    ...(calendar
      ? {
          icalEvent: {
            content: calendar.text,
            filename: calendar.filename,
            ...(method === undefined ? {} : { method }),
          },
        }
      : {}),
  }
}

/** What we ask of servers that know RFC 3461: a report that names the mail and returns no more than its header. */
const dsnOf = ({ companyId, id, to }: DueMail) => ({
  id: envelopeId(companyId, id),
  return: 'headers' as const,
  notify: 'failure' as const,
  // RFC 6533 has another form for the others, which few servers know.
  ...(/^[\x21-\x7e]+$/.test(to) ? { recipient: to } : {}),
})

interface SmtpError extends Error {
  code?: string
  command?: string
  responseCode?: number
}

/**
 * For good is only what the server says of this recipient or this mail: a refused password or sender is ours to repair,
 * and everything else passes.
 */
function toMailError(error: SmtpError): MailError {
  const { code, command, responseCode = 0 } = error
  const permanent = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA') && code !== 'EAUTH'
  const message = error.message.slice(0, 500)
  const said = { addresses: [], action: 'failed', status: '', diagnostic: message }
  return new MailError(
    message,
    permanent,
    permanent && command === 'RCPT TO' && bounceKind(said) === 'permanent',
  )
}
