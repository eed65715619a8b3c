import type { Company, Locale } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { renderPage, size } from '../html.ts'
import type { presentPublicFileRequest } from './present.ts'
import { words, type Problem } from './words.ts'

type Shown = ReturnType<typeof presentPublicFileRequest>

/** Which form came back, and why. */
interface Refusal {
  problem: Problem
  /** The id of the file, as the address has it. */
  file: unknown
}

/** A file request as it is answered in a browser. `path` is the page's own. */
export function renderFileRequest(
  request: Shown,
  speaker: Company,
  path: string,
  refused: Refusal | undefined,
): string {
  const { locale } = speaker
  const say = words[locale]
  const { company, description, requestedFiles, completedAt } = request
  const done =
    completedAt === null ? '' : `<p class="note good" role="status">${text(say.complete(company))}</p>`
  const main = `<h1>${say.title}</h1><p class="from">${say.from} ${text(company)}</p>${done}
${description === null ? '' : `<p class="said note">${text(description)}</p>`}
<h2>${say.files}</h2>${requestedFiles.map((file) => asked(file, locale, path, refused)).join('')}`
  return renderPage({ speaker, locale, title: `${say.title} – ${text(company)}`, main })
}

function asked(
  { id, name, description, required, maxFileSize, uploaded }: Shown['requestedFiles'][number],
  locale: Locale,
  path: string,
  refused: Refusal | undefined,
): string {
  const say = words[locale]
  const most = size(maxFileSize * 1024, locale)
  const title = `<h3>${text(name)}${required ? '' : ` <small>(${say.optional})</small>`}</h3>`
  const hint = description === null ? '' : `<p class="hint">${text(description)}</p>`
  // A file that came after all needs no excuse, but for its being there already.
  const problem =
    refused?.file === id && (!uploaded || refused.problem === 'there') ? refused.problem : undefined
  const note = problem ? `<p class="note bad" role="alert">${say.problems[problem](most)}</p>` : ''
  const rest = uploaded
    ? `<p class="note good">${say.received}</p>`
    : `<form method="post" action="${text(path)}/files/${id}" enctype="multipart/form-data">
<label for="file-${id}">${say.choose}<span class="visually-hidden">: ${text(name)}</span></label><p class="hint" id="most-${id}">${say.atMost(most)}</p>
<input type="file" id="file-${id}" name="file" aria-describedby="most-${id}" required>
<button>${say.send}<span class="visually-hidden">: ${text(name)}</span></button></form>`
  return `<section class="asked" id="${id}">${title}${hint}${note}${rest}</section>`
}
