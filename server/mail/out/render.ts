import type { DueMail, MailAttachment } from '../../domain/mails/mail.ts'
import { MailError } from '../../domain/mails/delivery.ts'
import { oneLine } from './format.ts'
import { renderHtml } from './html.ts'
import { letterOf } from './letter.ts'
import { renderText } from './text.ts'

/** A mail as it goes out, before it is MIME. */
export interface RenderedMail {
  messageId: string
  fromName: string
  replyTo: string
  to: string
  subject: string
  lang: string
  text: string
  html: string
  attachments: MailAttachment[]
}

/** One mailbox and nothing that means more in a header: RFC 5321's dot-string, also beyond ASCII. */
const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u.test(text)

/** Throws `MailError`, for good, where the address is none or something that the mail must say is not there. */
export function render(mail: DueMail, publicUrl: string): RenderedMail {
  if (!isAddress(mail.to)) throw new MailError('the address of the recipient is not an e-mail address', true)
  try {
    const letter = letterOf(mail, publicUrl)
    return {
      messageId: mail.messageId,
      fromName: letter.company,
      replyTo: isAddress(mail.company.email) ? mail.company.email : '',
      to: mail.to,
      subject: letter.subject,
      lang: letter.lang,
      text: renderText(letter),
      html: renderHtml(letter),
      attachments: mail.attachments.map((attachment) => ({
        ...attachment,
        filename: oneLine(attachment.filename),
      })),
    }
  } catch (error) {
    throw new MailError(`the mail could not be written: ${(error as Error).message}`, true)
  }
}
