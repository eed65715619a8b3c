import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { logoPath, paletteOf } from '../../domain/companies/look.ts'
import { languageTag, type Company, type Locale } from '../../kernel/context.ts'
import { escapeHtml as text } from '../html.ts'

const style = `
:root { color-scheme: light dark; --line: #8884; --soft: light-dark(#f2f5f9, #1d232b); --ink: light-dark(#1a4f8b, #8fc1ff);
  --good: light-dark(#e3f4e6, #17341d); --bad: light-dark(#fbe9e7, #40201c) }
:root { background: light-dark(#fff, #12161b); color: light-dark(#14181d, #e8ebef) } * { box-sizing: border-box }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem }
.from { margin: 0; opacity: .8 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 1.5rem 0 } dt { opacity: .8 } dd { margin: 0 }
.sum { font-size: 1.25rem; font-weight: 600 }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .5rem 0; border-bottom: 1px solid var(--line) }
th::first-letter { text-transform: uppercase } th:last-child, td:last-child { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.said { background: var(--soft); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 .75rem; white-space: pre-line; overflow-wrap: anywhere }
.said b { display: block } .said time { font-size: .85rem; opacity: .8 } .mine { margin-left: 2rem }
.note { background: var(--soft); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0 } .good { background: var(--good) } .bad { background: var(--bad) }
label { display: block; font-weight: 600 } .tick { font-weight: 400; margin: 0 0 .75rem }
input:not([type=checkbox]), select { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; margin: .25rem 0 .75rem }
details { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 .75rem } summary { cursor: pointer } details[open] summary { margin-bottom: .75rem }
summary span { opacity: .8 } details .pay { margin-bottom: .5rem } form + details { margin-top: 1rem }
textarea { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; margin: .25rem 0 .75rem }
.asked { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 0 0 1rem } .asked h3 { margin: 0; font-size: 1rem } .asked small { font-weight: 400 } .asked .note { margin: .75rem 0 } .asked .note:last-child { margin-bottom: 0 } .asked label { margin-top: .75rem }
.hint { font-size: .9rem; opacity: .8; margin: .25rem 0 .75rem; white-space: pre-line }
.tree, .tree ul { list-style: none; margin: 0; padding: 0 } .tree ul { padding-left: 1.25rem; border-left: 2px solid var(--line) }
.tree li { padding: .4rem 0 } .tree span { opacity: .8; white-space: nowrap } .tree b { display: block; margin-bottom: .25rem } a { color: var(--ink) }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
canvas { display: block; width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: #fff; touch-action: none; margin: .25rem 0 .75rem }
button { font: inherit; font-weight: 600; padding: .6rem 1.25rem; border: 0; border-radius: .5rem; background: #1a4f8b; color: #fff; cursor: pointer }
.pay { margin: 1.5rem 0 } .pay button { width: 100%; padding: .8rem 1.25rem; font-size: 1.1rem } .choices { display: grid; gap: .75rem } .plain { background: #59636e }
.card { border: 1px solid var(--line); border-radius: .75rem; padding: 1.25rem; margin: 1.25rem 0 2rem } .card dl { margin: 1rem 0 } .card .pay { margin: 1.25rem 0 .5rem }
.left { margin: 0 } .left span { display: block; opacity: .8 } .left b { font-size: 2.25rem; line-height: 1.2; font-variant-numeric: tabular-nums } .settled { margin: .25rem 0 0 } .pdf { margin: .75rem 0 0 }
.lines td { vertical-align: top } .lines small { display: block; opacity: .8 } .lines .total th, .lines .total td { font-weight: 600 } .lines .part th { padding-top: 1.5rem; text-align: left } .lines .sum th, .lines .sum td { border-bottom: 0; font-size: 1.1rem }
.files { list-style: none; margin: .5rem 0 0; padding: 0; white-space: normal } .files span { opacity: .8 }
.said:has(> div) { white-space: normal } .said > div { white-space: pre-line } #questions .hint { margin-top: 0 } footer { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`

/** The company that a page speaks for, with what it looks like. */
export type Speaker = Pick<Company, 'companyId' | 'name' | 'look'>

/** What a company's colours change of the style; they are `#rrggbb` and nothing else, so this is no way in. */
export function styleOf({ look }: Speaker): string {
  if (look.accent === null && look.band === null && look.logo === null) return ''
  const { accent, onAccent, inkOnLight, inkOnDark, band, onBand } = paletteOf(look)
  return `
:root { --ink: light-dark(${inkOnLight}, ${inkOnDark}); background: light-dark(#fff, #12161b) }
button:not(.plain, .quiet) { background: ${accent}; color: ${onAccent} }
.brand { margin: -1.5rem -1rem 1.5rem; padding: 1rem${band === null ? ' 1rem 0' : `; background: ${band}; color: ${onBand}`} }
.brand img { display: block; max-width: min(100%, 14rem); max-height: 4rem; width: auto; height: auto }${look.logo === null ? '' : '\n@media (prefers-color-scheme: dark) { .brand.bare img { background: #fff; padding: .5rem; border-radius: .5rem } }'}`
}

const hashOf = (css: string) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`

/**
 * Nothing but our style may act on a page, and of pictures only our own. Its forms go home, and from there to a payment
 * provider, whose address is not known beforehand: browsers hold redirects of a form to this rule too.
 */
export function policyOf(speaker: Speaker | undefined): string {
  const own = speaker === undefined ? '' : styleOf(speaker)
  const styles = own === '' ? hashOf(style) : `${hashOf(style)} ${hashOf(own)}`
  const images = speaker === undefined || speaker.look.logo === null ? '' : " img-src 'self';"
  return `default-src 'none'; style-src ${styles};${images} form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'`
}

/** The logo, or the name where there is a band and no logo; nothing for who chose nothing. */
export function brandOf(speaker: Speaker): string {
  const { look, name, companyId } = speaker
  if (look.logo === null)
    return look.band === null ? '' : `<header class="brand"><b>${text(name)}</b></header>`
  const { width, height } = look.logo
  const bare = look.band === null ? ' bare' : ''
  return `<header class="brand${bare}"><img src="${logoPath(companyId, look.logo)}" alt="${text(name)}" width="${width}" height="${height}"></header>`
}

/** A whole page. `title` and `main` are HTML already. */
export function renderPage(page: {
  locale: Locale
  title: string
  main: string
  /** The company whose look it has; to be given to `asPage` too. */
  speaker?: Speaker | undefined
  /** Asks for itself again after so many seconds. */
  refreshSeconds?: number | undefined
}): string {
  const refresh =
    page.refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${page.refreshSeconds}">`
  const own = page.speaker === undefined ? '' : styleOf(page.speaker)
  const brand = page.speaker === undefined ? '' : brandOf(page.speaker)
  return `<!doctype html>
<html lang="${page.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${refresh}<title>${page.title}</title><style>${style}</style>${own === '' ? '' : `<style>${own}</style>`}</head>
<body>${brand}<main>${page.main}
</main></body></html>`
}

/** Money as HTML, in the language of the reader. */
export const money = (cents: number, currency: string, locale: Locale): string =>
  text(new Intl.NumberFormat(languageTag(locale), { style: 'currency', currency }).format(cents / 100))

/** How large something is, as HTML, in the language of the reader; in units of 1024. */
export function size(bytes: number, locale: Locale): string {
  const [count, unit] =
    bytes < 1024
      ? [bytes, 'byte']
      : bytes < 1_048_576
        ? [bytes / 1024, 'kilobyte']
        : bytes < 1_073_741_824
          ? [bytes / 1_048_576, 'megabyte']
          : [bytes / 1_073_741_824, 'gigabyte']
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return text(
    new Intl.NumberFormat(languageTag(locale), {
      style: 'unit',
      unit,
      unitDisplay,
      maximumFractionDigits: 1,
    }).format(count),
  )
}

/** The address holds a secret: it is neither kept nor told to anyone. */
export const asPage = (reply: FastifyReply, speaker?: Speaker): FastifyReply =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policyOf(speaker))
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
