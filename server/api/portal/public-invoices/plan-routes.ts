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
import { ref, share } from '../../openapi.ts'
import type { Door } from '../door.ts'
import { refusal } from '../links.ts'
import { presentOffer, presentPlan } from './present-plan.ts'
import { paymentPlan, planChange, planChoice, planOffer, planOffers } from './plan-schema.ts'
import { checkout } from './schema.ts'
import { standingOf } from './standing.ts'

const missing = refusal('There is no such invoice, or the link is wrong.')

/** The installment of the running plan, by its number. Throws `not_found`. */
export async function installmentAt(
  ctx: Ctx,
  deps: Deps,
  { id, token }: { id: string; token: string },
  position: number,
) {
  const invoice = await getPublicInvoice(ctx, id, token)
  const { plan } = await standingOf(ctx, deps, invoice)
  const installment = plan?.installments.find((one) => one.position === position)
  if (!installment) throw notFound('installment')
  return installment
}

/** The installments of an invoice, over one of its doors. */
export const planRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; door: Door }> = async (
  app,
  { deps, door },
) => {
  share(app, [planOffer, paymentPlan, planOffers])
  const tags = [door.tag]
  const params = Type.Object(door.params)
  const installmentParams = Type.Object({
    ...door.params,
    position: Type.String({ pattern: '^[0-9]{1,2}$', description: 'Which installment, from 1.' }),
  })
  const reading = door.config('invoices:read')
  const open = door.config('invoices:write')

  const shown = async (ctx: Ctx, id: string, token: string) => {
    const { offers, plan, shares } = await standingOf(ctx, deps, await getPublicInvoice(ctx, id, token))
    return { plans: offers.map(presentOffer), plan: plan ? presentPlan(plan, shares) : null }
  }

  app.get(
    `${door.path}/plans`,
    {
      config: reading,
      schema: {
        operationId: door.named('list-plans-of-public-invoice'),
        tags,
        summary: 'See in which installments an invoice can be paid',
        description: 'Every plan on offer with its days, amounts and fees, and the plan that was chosen.',
        params,
        response: { 200: ref(planOffers), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id, token } = await door.enter(request)
      return shown(ctx, id, token)
    },
  )

  app.post(
    `${door.path}/plan`,
    {
      config: open,
      schema: {
        operationId: door.named('choose-plan-of-public-invoice'),
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
      const { ctx, id, token } = await door.enter(request)
      const { body } = request
      const totalCents = body.total === undefined ? undefined : parseCents(body.total)
      if (body.total !== undefined && totalCents === undefined)
        throw invalid('total', 'must be an amount like 103.00')
      const choice = {
        count: body.installments,
        intervalDays: body.intervalDays,
        automatic: body.automatic ?? false,
        totalCents,
      }
      await choosePlan(ctx, deps.payments, { id, token }, choice)
      return shown(ctx, id, token)
    },
  )

  app.patch(
    `${door.path}/plan`,
    {
      config: open,
      schema: {
        operationId: door.named('stop-charging-plan-of-public-invoice'),
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
      const { ctx, id, token } = await door.enter(request)
      await stopCharging(ctx, { id, token })
      return shown(ctx, id, token)
    },
  )

  app.delete(
    `${door.path}/plan`,
    {
      config: open,
      schema: {
        operationId: door.named('withdraw-plan-of-public-invoice'),
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
      const { ctx, id, token } = await door.enter(request)
      await withdrawPlan(ctx, { id, token })
      return shown(ctx, id, token)
    },
  )

  app.post(
    `${door.path}/plan/installments/:position/payments`,
    {
      config: open,
      schema: {
        operationId: door.named('pay-installment-of-public-invoice'),
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
      const { ctx, id, token, home } = await door.enter(request)
      const position = Number(request.params.position)
      const installment = await installmentAt(ctx, deps, { id, token }, position)
      const payment = await startInstallmentPayment(ctx, deps.payments, {
        id,
        token,
        installmentId: installment.id,
        returnTo: home,
      })
      return { checkoutUrl: `${deps.publicUrl()}/payment/${payment.token}` }
    },
  )
}
