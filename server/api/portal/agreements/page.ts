import { createHash } from 'node:crypto'
import { languageTag, type Company } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { policyOf, renderPage } from '../html.ts'
import { signing } from '../signing.ts'
import type { presentAgreementToSign } from './present.ts'
import { words, type Problem } from './words.ts'

/** As every page, and the script that draws. */
export const contentSecurityPolicy = (company: Company): string =>
  `${policyOf(company)}; script-src 'sha256-${createHash('sha256').update(signing).digest('base64')}'`

/** An agreement as its signer sees it in a browser: what it is, who has signed, and the way to sign it. `path` is the page's own. */
export function renderAgreement(
  agreement: ReturnType<typeof presentAgreementToSign>,
  company: Company,
  path: string,
  problem: Problem | undefined,
  codeSent = false,
): string {
  const { locale, timeZone } = company
  const say = words[locale]
  const moments = new Intl.DateTimeFormat(languageTag(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  const moment = (instant: string) => moments.format(new Date(instant))
  const signatures = agreement.signatures.map(
    ({ name, signedAt }) =>
      `<dt>${text(name)}</dt><dd>${text(signedAt === null ? say.open : say.signedAt(moment(signedAt)))}</dd>`,
  )
  const documents = agreement.documents.map(
    ({ id, documentName }) =>
      `<p><a href="/api/portal${text(path)}/documents/${text(id)}">${text(documentName)}</a></p>`,
  )
  const { you } = agreement
  const note = problem ? `<p class="note bad" role="alert">${text(say.problems[problem])}</p>` : ''
  const sent =
    codeSent && you.shouldIdentify && you.signedAt === null
      ? `<p class="note good" role="status">${text(say.codeSent(you.email))}</p>`
      : ''
  const done =
    you.signedAt === null ? '' : `<p class="note good">${text(say.youSigned(moment(you.signedAt)))}</p>`
  const main = `<h1>${text(agreement.name)}</h1><p class="from">${say.by} ${text(company.name)}</p>${note}${sent}${done}
${agreement.status === 'signed' ? `<p class="note good">${text(say.sealed)}</p>` : ''}
<h2>${say.documents}</h2>${documents.join('')}
<h2>${say.signatures}</h2><dl>${signatures.join('')}</dl>
${you.signedAt === null ? toSign(agreement, path, say) : ''}`
  return renderPage({
    speaker: company,
    locale,
    title: `${text(agreement.name)} – ${text(company.name)}`,
    main,
  })
}

function toSign(
  { you }: ReturnType<typeof presentAgreementToSign>,
  path: string,
  say: (typeof words)['nl'],
): string {
  const identify = you.shouldIdentify
    ? `<p>${text(say.codeWhy(you.email))}</p><form method="post" action="${text(path)}/code"><p><button class="plain">${say.sendCode}</button></p></form>`
    : ''
  const code = you.shouldIdentify
    ? `<label for="code">${say.code}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required>`
    : ''
  return `<h2>${say.sign}</h2>${identify}
<noscript><p>${say.needsScript}</p></noscript>
<form method="post" action="${text(path)}" name="accept" hidden><label for="drawing">${say.draw}</label>
<canvas id="drawing" width="600" height="180"></canvas><p><button type="button" class="plain">${say.clear}</button></p>
<label for="typed">${say.type}</label><input id="typed" name="typed" maxlength="100" autocomplete="name">
${code}<input type="hidden" name="signature"><p role="alert" hidden>${say.unsigned}</p>
<p><button>${say.accept}</button></p></form>
<script>${signing}</script>`
}
