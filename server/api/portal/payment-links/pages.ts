import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { companyOfPaymentLink } from '../../../domain/payment-links/company-of-payment-link.ts'
import { findPaymentLink } from '../../../domain/payment-links/get-payment-link.ts'
import type { PaymentLink } from '../../../domain/payment-links/payment-link.ts'
import { startPaymentLinkPayment } from '../../../domain/payment-links/start-payment-link-payment.ts'
import { startCheckout } from '../../../domain/payments/checkout-of.ts'
import { isOver, type Payment } from '../../../domain/payments/payment.ts'
import { latestOf } from '../../../domain/payments/sync-payment.ts'
import { languageTag, type Company, type Ctx, type Locale } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { decodeUuid } from '../../../kernel/base32.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { escapeHtml as text } from '../../html.ts'
import { asPage, money, renderPage } from '../html.ts'
import { preferredLocale, usePages } from '../page-app.ts'
import { payerOf, paymentNamed } from '../payments/enter.ts'
import { noteOf, problemOf, refreshOf, toProblem, type Problem } from '../payments/notes.ts'
import { paymentWords } from '../payments/words.ts'

interface Address {
  Params: { id: string }
  Querystring: { payment?: unknown; problem?: unknown }
}

/** The page of a payment link (`checkoutUrl` of `/v1`), at `/payment-link`. Works without scripts. */
export const paymentLinkPages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)

  async function enter(request: FastifyRequest<Address>): Promise<{ ctx: Ctx; link: PaymentLink }> {
    const name = request.params.id
    const id = idOr404(name.startsWith('plk_') ? decodeUuid(name.slice(4)) : undefined, 'payment_link')
    const companyId = await companyOfPaymentLink(deps.sql, id)
    const company = companyId === undefined ? undefined : await deps.access.company(companyId)
    if (!company) throw notFound('payment_link')
    const ctx = payerOf(deps, request, company, id)
    const link = await findPaymentLink(ctx, id)
    if (!link) throw notFound('payment_link')
    return { ctx, link }
  }

  app.get<Address>('/:id', { config: { open: true } }, async (request, reply) => {
    const { ctx, link } = await enter(request)
    const named = await paymentNamed(ctx, request.query.payment, { kind: 'payment_link', id: link.id })
    const payment = named && !isOver(named.status) ? await latestOf(ctx, deps.payments, named) : named
    const locale = preferredLocale(request.headers['accept-language'], ctx.company.locale)
    const problem = toProblem(request.query.problem)
    return asPage(reply, ctx.company).send(renderPaymentLink(link, ctx.company, { locale, payment, problem }))
  })

  app.post<Address>('/:id', { config: { open: true } }, async (request, reply) => {
    const { ctx, link } = await enter(request)
    const locale = preferredLocale(request.headers['accept-language'], ctx.company.locale)
    const returnTo = `/payment-link/${request.params.id}`
    try {
      const checkout = await startCheckout(ctx, deps.payments, () =>
        startPaymentLinkPayment(ctx, deps.payments, { id: link.id, locale, returnTo }),
      )
      return await reply.redirect(checkout ?? returnTo, 303)
    } catch (error) {
      const problem = problemOf(error)
      return reply.redirect(problem === 'over' ? returnTo : `${returnTo}?problem=${problem}`, 303)
    }
  })
}

function renderPaymentLink(
  link: PaymentLink,
  company: Company,
  {
    locale,
    payment,
    problem,
  }: { locale: Locale; payment: Payment | undefined; problem: Problem | undefined },
): string {
  const say = paymentWords[locale]
  const title = text(link.description)
  const amount = money(link.amountCents, link.currency, locale)
  const dates = new Intl.DateTimeFormat(languageTag(locale), {
    dateStyle: 'long',
    timeZone: company.timeZone,
  })
  const until =
    link.expiresAt === null || link.status !== 'open'
      ? ''
      : `<dt>${text(say.link.until)}</dt><dd>${text(dates.format(Date.parse(link.expiresAt)))}</dd>`
  const busy = payment && !isOver(payment.status) && payment.status !== 'open' && payment.status !== 'created'
  const paid = payment?.status === 'paid'
  const form =
    link.status === 'open' && !busy && !paid
      ? `<form method="post" action="?" class="pay"><button>${text(say.pay)} ${amount}</button></form>`
      : link.status === 'open' || paid
        ? ''
        : `<p class="note">${text(say.link[link.status])}</p>`
  const main = `<h1>${title}</h1><p class="from">${text(company.name)}</p>
<dl><dt class="sum">${text(say.amount)}</dt><dd class="sum">${amount}</dd>${until}</dl>
${noteOf(locale, payment, problem)}${form}`
  return renderPage({
    speaker: company,
    locale,
    title: `${title} – ${text(company.name)}`,
    main,
    refreshSeconds: refreshOf(payment),
  })
}
