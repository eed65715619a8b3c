import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { choosePlan } from '../../../domain/installments/choose-plan.ts'
import { startInstallmentPayment } from '../../../domain/installments/start-installment-payment.ts'
import { stopCharging } from '../../../domain/installments/stop-charging.ts'
import { withdrawPlan } from '../../../domain/installments/withdraw-plan.ts'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { invalid, notFound } from '../../../kernel/errors.ts'
import { parseCents } from '../../../kernel/money.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { refusal } from '../links.ts'
import { enter, type Link } from './enter.ts'
import { presentOffer, presentPlan } from './present-plan.ts'
import { paymentPlan, planChange, planChoice, planOffer, planOffers } from './plan-schema.ts'
import { checkout } from './schema.ts'
import { standingOf } from './standing.ts'

const params = Type.Object({
  id: Type.String({ description: 'The ID of the invoice, as either API shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
})
const installmentParams = Type.Object({
  ...params.properties,
  position: Type.String({ pattern: '^[0-9]{1,2}$', description: 'Which installment, from 1.' }),
})
const open = { open: true }
const tags = ['Public invoices']
const missing = refusal('There is no such invoice, or the link is wrong.')

/** The installment of the running plan, by its number. Throws `not_found`. */
export async function installmentAt(ctx: Ctx, deps: Deps, link: Link, id: string, position: number) {
  const invoice = await getPublicInvoice(ctx, id, link.token)
  const { plan } = await standingOf(ctx, deps, invoice)
  const installment = plan?.installments.find((one) => one.position === position)
  if (!installment) throw notFound('installment')
  return installment
}

export const planRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [planOffer, paymentPlan, planOffers]) app.addSchema(schema)

  const shown = async (ctx: Ctx, id: string, token: string) => {
    const { offers, plan, shares } = await standingOf(ctx, deps, await getPublicInvoice(ctx, id, token))
    return { plans: offers.map(presentOffer), plan: plan ? presentPlan(plan, shares) : null }
  }

  app.get(
    '/public-invoices/:id/:token/plans',
    {
      config: open,
      schema: {
        operationId: 'list-plans-of-public-invoice',
        tags,
        summary: 'See in which installments an invoice can be paid',
        description: 'Every plan on offer with its days, amounts and fees, and the plan that was chosen.',
        params,
        response: { 200: ref(planOffers), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      return shown(ctx, id, request.params.token)
    },
  )

  app.post(
    '/public-invoices/:id/:token/plan',
    {
      config: open,
      schema: {
        operationId: 'choose-plan-of-public-invoice',
        tags,
        summary: 'Pay an invoice in installments',
        description:
          'Agrees to a plan on offer: its fees go on the invoice and its schedule is mailed. An installment due today can be paid at once.',
        params,
        body: planChoice,
        response: {
          200: ref(planOffers),
          404: missing,
          409: refusal('Paid, retracted, chosen already, not offered any more, or the amounts have changed.'),
          422: refusal('No such plan is on offer.'),
          503: refusal('The company takes no payments online.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const { body, params: link } = request
      const totalCents = body.total === undefined ? undefined : parseCents(body.total)
      if (body.total !== undefined && totalCents === undefined)
        throw invalid('total', 'must be an amount like 103.00')
      const choice = {
        count: body.installments,
        intervalDays: body.intervalDays,
        automatic: body.automatic ?? false,
        totalCents,
      }
      await choosePlan(ctx, deps.payments, { id, token: link.token }, choice)
      return shown(ctx, id, link.token)
    },
  )

  app.patch(
    '/public-invoices/:id/:token/plan',
    {
      config: open,
      schema: {
        operationId: 'stop-charging-plan-of-public-invoice',
        tags,
        summary: 'End the charging of installments',
        description: 'The plan goes on: from now on a link is mailed for each installment.',
        params,
        body: planChange,
        response: {
          200: ref(planOffers),
          404: missing,
          409: refusal('No plan is running.'),
          422: refusal('A plan that is charged begins with a choice.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      await stopCharging(ctx, { id, token: request.params.token })
      return shown(ctx, id, request.params.token)
    },
  )

  app.delete(
    '/public-invoices/:id/:token/plan',
    {
      config: open,
      schema: {
        operationId: 'withdraw-plan-of-public-invoice',
        tags,
        summary: 'Give up a plan',
        description: 'As long as nothing was paid of it: its fees are credited, another plan can be chosen.',
        params,
        response: {
          200: ref(planOffers),
          404: missing,
          409: refusal('No plan is running, part of it was paid, or a payment is at the bank.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      await withdrawPlan(ctx, { id, token: request.params.token })
      return shown(ctx, id, request.params.token)
    },
  )

  app.post(
    '/public-invoices/:id/:token/plan/installments/:position/payments',
    {
      config: open,
      schema: {
        operationId: 'pay-installment-of-public-invoice',
        tags,
        summary: 'Pay an installment',
        description: 'Due or not yet. Begins a payment, or goes on with the one under way.',
        params: installmentParams,
        response: {
          200: ref(checkout),
          404: missing,
          409: refusal('It is paid or not asked any more, or a payment is at the bank.'),
          503: refusal('The company takes no payments online.'),
        },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const { params: link } = request
      const installment = await installmentAt(ctx, deps, link, id, Number(link.position))
      const payment = await startInstallmentPayment(ctx, deps.payments, {
        id,
        token: link.token,
        installmentId: installment.id,
        returnTo: `/public-invoice/${link.id}/pay/${link.token}`,
      })
      return { checkoutUrl: `${deps.publicUrl()}/payment/${payment.token}` }
    },
  )
}
