import { createHash } from 'node:crypto'
import type { OAuthApp } from '../../domain/oauth/oauth-app.ts'
import type { Company, Locale } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { escapeHtml as text } from '../html.ts'
import { words } from './consent-words.ts'

const style = `
:root { color-scheme: light dark; --line: #8884; --ink: light-dark(#1a4f8b, #8fc1ff) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 30rem; padding: 2rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 } .of { margin: 0 0 1.5rem; font-size: 1.15rem }
ul { padding-left: 1.25rem } .small { font-size: .9rem; opacity: .85 } .wrong { color: light-dark(#a11, #f99); font-weight: 600 }
label { display: block; font-weight: 600 }
input[type=text] { width: 100%; font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; margin: .25rem 0 }
.do { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 }
button { font: inherit; font-weight: 600; padding: .6rem 1.5rem; border: 1px solid #1a4f8b; border-radius: .5rem; background: #1a4f8b; color: #fff }
button.no { background: transparent; color: inherit; border-color: var(--line) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`

/**
 * Nothing but this style may act on the page, and nobody may frame it. Browsers hold a form to `form-action` also where
 * it is redirected to, so the app's registered address stands there beside our own.
 */
export function contentSecurityPolicy(redirectUri?: string): string {
  const sent = redirectUri === undefined ? '' : ` ${originOf(redirectUri)}`
  return `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'${sent}; base-uri 'none'; frame-ancestors 'none'`
}

/** `https://app.example`, or `nl.example.app:` of an app on a phone. */
function originOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri)
  return origin === 'null' ? protocol : origin
}

const page = (locale: Locale, title: string, body: string) => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${text(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${text(value)}">`

/** The part that both steps begin with: who asks, and for what. */
function demand(locale: Locale, app: OAuthApp, scopes: Permission[], company: string): string {
  const say = words[locale]
  const items = scopes.map((scope) => {
    const [area, verb] = scope.split(':') as [keyof typeof say.areas, 'read' | 'write']
    return `<li>${text(say[verb](say.areas[area]))}</li>`
  })
  return `<h1>${text(say.title(app.name))}</h1>${company}
<p>${say.may}</p><ul>${items.join('')}</ul>`
}

interface Asked {
  app: OAuthApp
  scopes: Permission[]
  redirectUri: string
  csrf: string
}

const footer = (locale: Locale, { redirectUri }: Asked) =>
  `<p class="small">${text(words[locale].sentTo(originOf(redirectUri)))}</p>`

/** The first step: somebody proves to decide for a company. */
export function renderCodePage(locale: Locale, asked: Asked, wrong: boolean): string {
  const say = words[locale]
  const error = wrong ? `<p class="wrong" id="wrong" role="alert">${say.codeWrong}</p>` : ''
  return page(
    locale,
    say.title(asked.app.name),
    `${demand(locale, asked.app, asked.scopes, '')}
<form method="post">${hidden('csrf', asked.csrf)}<label for="code">${say.code}</label>
<input type="text" id="code" name="consent_code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="100" aria-describedby="hint${wrong ? ' wrong' : ''}">
<p class="small" id="hint">${say.codeHint}</p>${error}
<div class="do"><button name="decision" value="login">${say.next}</button><button class="no" name="decision" value="deny">${say.deny}</button></div></form>
${footer(locale, asked)}`,
  )
}

/** The second: that company is asked. */
export function renderConsentPage(locale: Locale, asked: Asked, company: Company): string {
  const say = words[locale]
  const of = `<p class="of">${text(say.forCompany(company.name))}</p>`
  return page(
    locale,
    say.title(asked.app.name),
    `${demand(locale, asked.app, asked.scopes, of)}
<form method="post">${hidden('csrf', asked.csrf)}
<div class="do"><button name="decision" value="approve">${say.approve}</button><button class="no" name="decision" value="deny">${say.deny}</button></div></form>
<p class="small">${say.revocable}</p>${footer(locale, asked)}`,
  )
}

/** What somebody sees whose request is not sent back to where it came from. */
export function renderRefusal(locale: Locale, error: string, description: string): string {
  const say = words[locale]
  return page(
    locale,
    say.broken,
    `<h1>${say.broken}</h1><p>${say.brokenHint}</p><p><code>${text(error)}: ${text(description)}</code></p>`,
  )
}
