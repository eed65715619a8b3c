import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { getPayment } from '../../../domain/payments/find-payment.ts'
import {
  sandboxOutcomes,
  type SandboxBank,
  type SandboxPayment,
} from '../../../domain/payments/sandbox-bank.ts'
import { syncPayment } from '../../../domain/payments/sync-payment.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { invalid, notFound } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { escapeHtml as text } from '../../html.ts'
import { asPage, money, renderPage } from '../html.ts'
import { usePages } from '../page-app.ts'
import { payerOf } from '../payments/enter.ts'

interface Address {
  Params: { company: string; key: string }
  Body: { outcome?: unknown } | undefined
}

/** The page of the built-in test bank, at `/sandbox-bank`: the payer chooses how it goes. Only where it is allowed. */
export const sandboxBankPages: FastifyPluginAsync<{ deps: Deps; bank: SandboxBank }> = async (
  app,
  { deps, bank },
) => {
  await usePages(app, deps)

  async function enter(request: FastifyRequest<Address>): Promise<{ ctx: Ctx; payment: SandboxPayment }> {
    const { company: number, key } = request.params
    const companyId = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0
    const company = companyId === 0 ? undefined : await deps.access.company(companyId)
    const payment = company && /^[\w-]{24}$/.test(key) ? await bank.find(companyId, key) : undefined
    if (!company || !payment) throw notFound('payment')
    return { ctx: payerOf(deps, request, company, payment.reference), payment }
  }

  app.get<Address>('/:company/:key', { config: { open: true } }, async (request, reply) => {
    const { ctx, payment } = await enter(request)
    return asPage(reply).send(renderBank(payment, ctx.company.name))
  })

  app.post<Address>('/:company/:key', { config: { open: true } }, async (request, reply) => {
    const { ctx, payment } = await enter(request)
    const outcome = sandboxOutcomes.find((name) => name === request.body?.outcome)
    if (!outcome) throw invalid('outcome', `must be one of ${sandboxOutcomes.join(', ')}`)
    await bank.decide(ctx.company.companyId, request.params.key, outcome)
    // What a webhook is to a provider elsewhere.
    await syncPayment(ctx, deps.payments, (await getPayment(ctx, payment.reference)).id)
    return reply.redirect(payment.redirectUrl ?? request.url, 303)
  })
}

const choice = (outcome: string, label: string, plain = true) =>
  `<button name="outcome" value="${outcome}"${plain ? ' class="plain"' : ''}>${label}</button>`

/** In English: it is a tool for whoever tries things out. */
function renderBank(payment: SandboxPayment, company: string): string {
  const amount = money(payment.amountCents, payment.currency, 'en')
  const choices =
    payment.status === 'open'
      ? `${choice('pay', `Pay ${amount}`, false)}${choice('fail', 'Let the payment fail')}${choice('cancel', 'Cancel')}${choice('expire', 'Let the time run out')}`
      : payment.status === 'paid'
        ? choice('charge_back', 'Take the money back (chargeback)')
        : ''
  const back =
    payment.redirectUrl === null
      ? ''
      : `<p><a href="${text(payment.redirectUrl)}">Back to ${text(company)}</a></p>`
  const main = `<h1>Test bank</h1><p class="from">No real money moves here. Choose how this payment goes.</p>
<dl><dt>To</dt><dd>${text(company)}</dd><dt>For</dt><dd>${text(payment.description)}</dd>
<dt class="sum">Amount</dt><dd class="sum">${amount}</dd><dt>State</dt><dd>${text(payment.status)}</dd></dl>
${payment.first ? '<p class="note">With this payment you also allow later amounts to be collected.</p>' : ''}
<form method="post" class="choices">${choices}</form>${back}`
  return renderPage({ locale: 'en', title: 'Test bank', main })
}
