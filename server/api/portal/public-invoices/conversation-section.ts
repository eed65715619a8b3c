import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { languageTag, type Company, type Locale } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { escapeHtml as text } from '../../html.ts'
import { size } from '../html.ts'
import { attachmentTypes, MOST_FILES } from './attachments.ts'
import { lineWords, type QuestionProblem } from './line-words.ts'
import { words } from './words.ts'

/** What became of the question that was sent last. */
export interface Asking {
  /** It was sent. */
  asked: boolean
  problem: QuestionProblem | undefined
  /** What was written, where it was not sent: nobody writes it twice. */
  draft: string
  limitBytes: number
}

/** What was said about the invoice, with the files, and the way to say more. HTML. */
export function renderConversation(
  { conversation }: Pick<InvoiceDetails, 'conversation'>,
  company: Company,
  { asked, problem, draft, limitBytes }: Asking,
  path: string,
  locale: Locale,
): string {
  const say = words[locale]
  const more = lineWords[locale]
  const dates = new Intl.DateTimeFormat(languageTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: company.timeZone,
  })
  const filesOf = ({ attachments }: (typeof conversation)[number]) =>
    attachments.length === 0
      ? ''
      : `<ul class="files">${attachments
          .map(
            ({ id, name, sizeBytes }) =>
              `<li><a href="${text(path)}/attachments/tma_${encodeUuid(id)}">${text(name)}</a> <span>${size(sizeBytes, locale)}</span></li>`,
          )
          .join('')}</ul>`
  const said = conversation.map(
    (message) =>
      `<div class="said${message.byCustomer ? ' mine' : ''}"><b>${text(message.byCustomer ? say.you : company.name)} <time datetime="${message.postedAt}">${text(dates.format(new Date(message.postedAt)))}</time></b><div>${text(message.text)}</div>${filesOf(message)}</div>`,
  )
  const note = asked
    ? `<p role="status" class="note good">${text(more.asked)}</p>`
    : problem === undefined
      ? ''
      : `<p role="alert" class="note bad">${text(more.problems[problem])}</p>`
  const hint = more.attachHint
    .replace('{count}', String(MOST_FILES))
    .replace('{size}', size(limitBytes, locale).replaceAll('&nbsp;', ' '))
  return `<section id="questions"><h2>${say.questions}</h2>${conversation.length === 0 ? `<p class="hint">${text(more.nothingAsked)}</p>` : ''}
${said.join('\n')}${note}
<form method="post" action="${text(path)}#questions" enctype="multipart/form-data"><label for="message">${say.ask}</label><textarea id="message" name="message" rows="4" maxlength="50000" required>${text(draft)}</textarea>
<label for="files">${text(more.attach)}</label><p class="hint" id="files-hint">${text(hint)}</p><input type="file" id="files" name="attachments" multiple accept="${text(attachmentTypes.join(','))}" aria-describedby="files-hint"><button>${say.send}</button></form></section>`
}
