import type { Letter } from './letter.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Broken surrogates and control characters are no characters of HTML. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[&<>"']/g, (character) => escapes[character]!)

// Readers of mail drop style sheets (some) or inline colours (in the dark): so both are there, and agree.
const styleWith = ({ goDark, onGoDark, linkDark }: Colours) => `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .page { background-color: #14181d !important }
  .card { background-color: #1f252c !important; border-color: #39424d !important }
  .ink { color: #e8ebef !important }
  .soft { color: #aab3be !important }
  .said { background-color: #2a323b !important }
  .go { background-color: ${goDark} !important }
  .go a { color: ${onGoDark} !important }
  .link { color: ${linkDark} !important }
  .logo { background-color: #ffffff !important; padding: 8px !important; border-radius: 8px !important }
}
@media (max-width: 480px) { .card { padding: 24px 20px !important } }`

const FONT = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const paragraph = (content: string, more = '') =>
  `<p class="ink" style="margin: 0 0 16px; ${FONT}; font-size: 16px; line-height: 24px; color: #1b2128; ${more}">${content}</p>`

interface Colours {
  go: string
  onGo: string
  link: string
  goDark: string
  onGoDark: string
  linkDark: string
}

/** Ours, or those of the company: its button has its colour also in the dark. */
const coloursOf = ({ colours }: Letter): Colours =>
  colours === undefined
    ? {
        go: '#1a4f8b',
        onGo: '#ffffff',
        link: '#1a4f8b',
        goDark: '#8fc1ff',
        onGoDark: '#0d2440',
        linkDark: '#8fc1ff',
      }
    : {
        go: colours.accent,
        onGo: colours.onAccent,
        link: colours.inkOnLight,
        goDark: colours.accent,
        onGoDark: colours.onAccent,
        linkDark: colours.inkOnDark,
      }

const LOGO = { width: 200, height: 56 }

/** Old readers of mail know attributes only; who shows no pictures shows the name, which stands below anyhow. */
function pictureOf({ url, width, height }: NonNullable<Letter['logo']>): string {
  const scale = Math.min(1, LOGO.width / width, LOGO.height / height)
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  return `<img class="logo" src="${escapeHtml(url)}" alt="" width="${w}" height="${h}" style="display: block; width: ${w}px; height: ${h}px; margin: 0 0 12px">`
}

/** The letter as HTML that mail readers of all ages show: a table in the middle, one button, nothing from elsewhere but the logo. */
export function renderHtml(letter: Letter): string {
  const { facts, button, quote, logo } = letter
  const colours = coloursOf(letter)
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" class="soft" align="left" valign="top" style="padding: 4px 24px 4px 0; ${FONT}; font-size: 15px; line-height: 22px; font-weight: 400; color: #55606c">${escapeHtml(label)}</th><td class="ink" valign="top" style="padding: 4px 0; ${FONT}; font-size: 15px; line-height: 22px; font-weight: 600; color: #1b2128">${escapeHtml(value)}</td></tr>`,
  )
  const lines = escapeHtml((quote ?? '').replace(/\r\n?/g, '\n')).replaceAll('\n', '<br>')
  const url = escapeHtml(button?.url ?? '')
  const small = `${FONT}; font-size: 13px; line-height: 20px; color: #55606c; overflow-wrap: anywhere`
  const own = letter.own
    ? `<p class="soft" style="margin: 0 0 8px; ${small}">${escapeHtml(letter.own.text)}<br><a class="link" href="${escapeHtml(letter.own.url)}" style="color: ${colours.link}">${escapeHtml(letter.own.url)}</a></p>`
    : ''
  return `<!doctype html>
<html lang="${letter.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title><style>${styleWith(colours)}</style></head>
<body class="page" style="margin: 0; padding: 0; background-color: #f1f4f8">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background-color: #f1f4f8"><tr><td align="center" style="padding: 32px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width: 560px">
<tr><td style="padding: 0 4px 16px">${logo === undefined ? '' : pictureOf(logo)}<p class="ink" style="margin: 0; ${FONT}; font-size: 18px; line-height: 24px; font-weight: 700; color: #1b2128; overflow-wrap: anywhere">${escapeHtml(letter.company)}</p></td></tr>
<tr><td class="card" style="padding: 32px; background-color: #ffffff; border: 1px solid #dde3ea; border-radius: 12px; overflow-wrap: anywhere">
${paragraph(escapeHtml(letter.greeting))}
${paragraph(escapeHtml(letter.text))}
${quote === undefined ? '' : `<div class="said ink" style="margin: 0 0 24px; padding: 16px 20px; background-color: #f1f4f8; border-radius: 8px; ${FONT}; font-size: 16px; line-height: 24px; color: #1b2128">${lines}</div>`}
${rows.length === 0 ? '' : `<table cellpadding="0" cellspacing="0" style="margin: 0 0 24px">${rows.join('')}</table>`}
${
  button
    ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin: 8px 0 24px"><tr><td class="go" style="background-color: ${colours.go}; border-radius: 8px"><a href="${url}" style="display: inline-block; padding: 13px 28px; ${FONT}; font-size: 16px; line-height: 20px; font-weight: 600; color: ${colours.onGo}; text-decoration: none">${escapeHtml(button.label)}</a></td></tr></table>
<p class="soft" style="margin: 0 0 24px; ${FONT}; font-size: 13px; line-height: 20px; color: #55606c">${escapeHtml(button.elsewise)}<br><a class="link" href="${url}" style="color: ${colours.link}; word-break: break-all">${url}</a></p>`
    : ''
}
${paragraph(`${escapeHtml(letter.closing)}<br>${escapeHtml(letter.company)}`, 'margin-bottom: 0')}
</td></tr>
<tr><td style="padding: 16px 4px 0">${own}<p class="soft" style="margin: 0; ${FONT}; font-size: 13px; line-height: 20px; color: #55606c; overflow-wrap: anywhere">${escapeHtml(letter.footer)}</p>${letter.check === undefined ? '' : `<p class="soft" style="margin: 8px 0 0; ${FONT}; font-size: 13px; line-height: 20px; color: #55606c; overflow-wrap: anywhere">${escapeHtml(letter.check)}</p>`}</td></tr>
</table></td></tr></table></body></html>
`
}
