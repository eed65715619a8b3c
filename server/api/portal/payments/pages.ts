import type { FastifyPluginAsync } from 'fastify'
import { checkoutOf } from '../../../domain/payments/checkout-of.ts'
import { isOver, type Payment } from '../../../domain/payments/payment.ts'
import { latestOf } from '../../../domain/payments/sync-payment.ts'
import type { Company, Locale } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { escapeHtml as text } from '../../html.ts'
import { asPage, money, renderPage } from '../html.ts'
import { preferredLocale, usePages } from '../page-app.ts'
import { enterPayment } from './enter.ts'
import { noteOf, problemOf, refreshOf, type Problem } from './notes.ts'
import { paymentWords } from './words.ts'

/**
 * A payment's own addresses, at `/payment`: its checkout, which leads on to the provider's, and where the provider sends
 * the payer back to.
 */
export const paymentPages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)
  const open = { config: { open: true }, exposeHeadRoute: false }

  app.get<{ Params: { token: string } }>('/:token', open, async (request, reply) => {
    const { ctx, payment } = await enterPayment(deps, request)
    const locale = localeOf(payment, request.headers['accept-language'], ctx.company)
    try {
      const checkout = await checkoutOf(ctx, deps.payments, payment)
      if (checkout !== undefined) return reply.header('cache-control', 'no-store').redirect(checkout, 303)
    } catch (error) {
      const problem = problemOf(error)
      if (problem !== 'over')
        return asPage(reply, ctx.company).send(renderPayment(payment, ctx.company, locale, problem))
    }
    return reply.redirect(`/payment/${payment.token}/return`, 303)
  })

  app.get<{ Params: { token: string } }>('/:token/return', open, async (request, reply) => {
    const { ctx, payment } = await enterPayment(deps, request)
    const known = isOver(payment.status) ? payment : await latestOf(ctx, deps.payments, payment)
    if (known.returnTo !== null)
      return reply.header('cache-control', 'no-store').redirect(returnAddress(known, known.returnTo), 303)
    const locale = localeOf(known, request.headers['accept-language'], ctx.company)
    return asPage(reply, ctx.company).send(renderPayment(known, ctx.company, locale, undefined))
  })
}

/** Where the payer came from is told which payment it is. */
const returnAddress = ({ token }: Payment, returnTo: string): string =>
  `${returnTo}${returnTo.includes('?') ? '&' : '?'}payment=${token}`

const localeOf = ({ locale }: Payment, accepted: string | undefined, company: Company): Locale =>
  (locale as Locale | null) ?? preferredLocale(accepted, company.locale)

function renderPayment(
  payment: Payment,
  company: Company,
  locale: Locale,
  problem: Problem | undefined,
): string {
  const say = paymentWords[locale]
  const title = text(payment.description)
  const forward =
    isOver(payment.status) || payment.status === 'pending'
      ? ''
      : `<p><a href="/payment/${payment.token}">${text(problem === undefined ? say.goOn : say.again)}</a></p>`
  const main = `<h1>${title}</h1><p class="from">${text(company.name)}</p>
<dl><dt class="sum">${text(say.amount)}</dt><dd class="sum">${money(payment.amountCents, payment.currency, locale)}</dd></dl>
${noteOf(locale, problem === undefined ? payment : undefined, problem)}${forward}`
  const refreshSeconds = problem === undefined ? refreshOf(payment) : undefined
  return renderPage({
    speaker: company,
    locale,
    title: `${title} – ${text(company.name)}`,
    main,
    refreshSeconds,
  })
}
