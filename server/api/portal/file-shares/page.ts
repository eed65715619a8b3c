import type { Company } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { renderPage, size } from '../html.ts'
import type { presentPublicFileShare } from './present.ts'
import { words } from './words.ts'

type Shown = ReturnType<typeof presentPublicFileShare>

/** A file share as it is seen in a browser: directories with what is in them. `path` is the page's own. */
export function renderFileShare({ company, content }: Shown, speaker: Company, path: string): string {
  const { locale } = speaker
  const say = words[locale]
  const inside = Map.groupBy(content, ({ directoryId }) => directoryId)
  const tree = (directoryId: string | null): string =>
    (inside.get(directoryId) ?? [])
      .map(({ id, type, name, size: bytes }) => {
        if (type === 'file')
          return `<li><a href="${text(path)}/files/${id}" download>${text(name)}</a> <span>${size(bytes ?? 0, locale)}</span></li>`
        const within = inside.has(id) ? `<ul>${tree(id)}</ul>` : `<p class="hint">${say.emptyDirectory}</p>`
        return `<li><b>${text(name)}</b>${within}</li>`
      })
      .join('')
  const main = `<h1>${say.title}</h1><p class="from">${say.from} ${text(company)}</p>
<h2>${say.files}</h2>${content.length === 0 ? `<p class="note">${text(say.empty(company))}</p>` : `<ul class="tree">${tree(null)}</ul>`}`
  return renderPage({ speaker, locale, title: `${say.title} – ${text(company)}`, main })
}
