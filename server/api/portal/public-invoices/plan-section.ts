import type { Plan, PlanOffer } from '../../../domain/installments/plan.ts'
import { languageTag, type Locale } from '../../../kernel/context.ts'
import { escapeHtml as text } from '../../html.ts'
import { money as formatMoney } from '../html.ts'
import { payerWords } from './payer-words.ts'
import type { Standing } from './standing.ts'

interface Page {
  /** The page's own path. */
  path: string
  locale: Locale
  currency: string
}

const dayOf = (locale: Locale) => {
  const dates = new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'medium', timeZone: 'UTC' })
  return (day: string) => text(dates.format(new Date(`${day}T12:00:00Z`)))
}

const fill = (words: string, values: Record<string, string | number>) =>
  text(words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])))

const table = (head: string[], rows: string[][]) =>
  `<table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`

/** The plan that runs, with the way to pay the installment that is next; or the plans that can be chosen. HTML. */
export function renderPlans(standing: Standing, page: Page): string {
  const { plan, offers } = standing
  const say = payerWords[page.locale]
  if (plan?.state === 'running') return renderPlan(plan, standing.shares, page)
  if (plan?.state === 'failed' && standing.state === 'open') return `<p class="note">${text(say.ended)}</p>`
  if (offers.length === 0) return ''
  return `<h2>${text(say.installments)}</h2>${offers.map((offer) => renderOffer(offer, page)).join('\n')}`
}

/** Everything that it costs stands above the button. */
function renderOffer(offer: PlanOffer, { path, locale, currency }: Page): string {
  const say = payerWords[locale]
  const money = (cents: number) => formatMoney(cents, currency, locale)
  const title = fill(say.count, { count: offer.count, days: offer.intervalDays })
  const costs = `${text(say.fees)} ${money(offer.feesCents)}, ${text(say.total)} ${money(offer.totalCents)}`
  const rows = offer.installments.map(({ dueOn, amountCents, feeCents }) => [
    dayOf(locale)(dueOn),
    feeCents > 0 ? money(feeCents) : '',
    money(amountCents),
  ])
  const hidden = { count: offer.count, intervalDays: offer.intervalDays, totalCents: offer.totalCents }
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  )
  const automatic = offer.mayCharge
    ? `<label class="tick"><input type="checkbox" name="automatic" value="yes"> ${text(say.automatic)}</label>`
    : ''
  return `<details><summary><b>${title}</b> <span>${costs}</span></summary>
${table([text(say.day), text(say.fees), text(say.amount)], rows)}
<form method="post" action="${text(path)}/plan" class="pay">${fields.join('')}${automatic}<button>${text(say.agree)} ${title}</button></form></details>`
}

function renderPlan(
  plan: Plan,
  shares: ReadonlyMap<string, number>,
  { path, locale, currency }: Page,
): string {
  const say = payerWords[locale]
  const money = (cents: number) => formatMoney(cents, currency, locale)
  const rows = plan.installments.map((one) => [
    dayOf(locale)(one.dueOn),
    text(say.states[one.state]),
    money(shares.get(one.id) ?? (one.state === 'paid' ? (one.askedCents ?? 0) : one.amountCents)),
  ])
  const next = plan.installments.find(
    ({ state, id }) => (state === 'due' || state === 'planned') && (shares.get(id) ?? 0) > 0,
  )
  const pay =
    next === undefined
      ? ''
      : `<form method="post" action="${text(path)}/installments/${next.position}/payments" class="pay"><button>${text(say.payPart)} ${money(shares.get(next.id)!)}</button></form>`
  const small = (action: string, label: string) =>
    `<form method="post" action="${text(path)}/plan/${action}"><button class="plain">${text(label)}</button></form>`
  const untouched = plan.installments.every(({ state }) => state === 'planned' || state === 'due')
  return `<h2>${text(say.installments)}</h2>
${table([text(say.day), text(say.state), text(say.amount)], rows)}${pay}
${plan.automatic ? `<p>${text(say.automaticRuns)}</p>` : ''}<div class="choices">${plan.automatic ? small('stop-charging', say.stop) : ''}${untouched ? small('withdraw', say.withdraw) : ''}</div>`
}
