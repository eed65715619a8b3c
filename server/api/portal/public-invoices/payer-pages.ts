import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { choosePlan } from '../../../domain/installments/choose-plan.ts'
import { startInstallmentPayment } from '../../../domain/installments/start-installment-payment.ts'
import { stopCharging } from '../../../domain/installments/stop-charging.ts'
import { withdrawPlan } from '../../../domain/installments/withdraw-plan.ts'
import { confirmContact, correctContact } from '../../../domain/invoices/contact.ts'
import { startCheckout } from '../../../domain/payments/checkout-of.ts'
import { BalieError, invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { problemOf } from '../payments/notes.ts'
import { careful, enter, type Link } from './enter.ts'
import type { Saying } from './payer-words.ts'
import { installmentAt } from './plan-routes.ts'

/** The saying that an error stands for; an error that is none of the payer's is thrown on. */
function sayingOf(error: unknown): Saying {
  if (!(error instanceof BalieError) || error.code === 'not_found') throw error
  if (error.code === 'rate_limited') return 'tooMany'
  if (error.code === 'invalid') return error.about === 'code' ? 'codeWrong' : 'badField'
  return error.about === 'sms_not_connected' ? 'noTexts' : 'planGone'
}

/** What a form sent, as text; what else came is left out. */
const fieldsOf = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )

const addressParts = {
  address1: 200,
  houseNumber: 20,
  houseNumberExtension: 20,
  zipCode: 20,
  city: 100,
  countryCode: 2,
} as const

/** What came of the address, within bounds. Throws `invalid`. */
function addressOf(fields: Record<string, string>) {
  const address: Partial<Record<keyof typeof addressParts, string>> = {}
  for (const [name, most] of Object.entries(addressParts) as [keyof typeof addressParts, number][]) {
    const value = fields[name]?.trim()
    if (value === undefined) continue
    if (value.length > most) throw invalid(name, `must have at most ${most} characters`)
    address[name] = name === 'countryCode' ? value.toUpperCase() : value
  }
  if (address.countryCode !== undefined && !/^([A-Z]{2})?$/.test(address.countryCode))
    throw invalid('countryCode', 'must be a country of two letters')
  return Object.keys(address).length === 0 ? undefined : address
}

/** The forms about installments and the payer, below the page of an invoice. */
export function payerPages(app: FastifyInstance, deps: Deps): void {
  const open = { config: { open: true } }
  const limited = { config: careful(deps) }
  const pathOf = ({ id, token }: Link) => `/public-invoice/${id}/pay/${token}`

  type Form = FastifyRequest<{ Params: Link }>
  const doing =
    (work: (request: Form, fields: Record<string, string>) => Promise<Saying>) =>
    async (request: Form, reply: FastifyReply) => {
      const saying = await work(request, fieldsOf(request.body)).catch(sayingOf)
      return reply.redirect(`${pathOf(request.params)}?said=${saying}`, 303)
    }

  app.post<{ Params: Link }>(
    '/:id/pay/:token/plan',
    open,
    doing(async (request, { count, intervalDays, totalCents, automatic }) => {
      const { ctx, id } = await enter(deps, request)
      const choice = {
        count: Number(count),
        intervalDays: Number(intervalDays),
        totalCents: totalCents === undefined ? undefined : Number(totalCents),
        automatic: automatic === 'yes',
      }
      await choosePlan(ctx, deps.payments, { id, token: request.params.token }, choice)
      return 'planChosen'
    }),
  )

  app.post<{ Params: Link }>(
    '/:id/pay/:token/plan/stop-charging',
    open,
    doing(async (request) => {
      const { ctx, id } = await enter(deps, request)
      await stopCharging(ctx, { id, token: request.params.token })
      return 'saved'
    }),
  )

  app.post<{ Params: Link }>(
    '/:id/pay/:token/plan/withdraw',
    open,
    doing(async (request) => {
      const { ctx, id } = await enter(deps, request)
      await withdrawPlan(ctx, { id, token: request.params.token })
      return 'saved'
    }),
  )

  app.post<{ Params: Link }>(
    '/:id/pay/:token/contact',
    limited,
    doing(async (request, fields) => {
      const { ctx, id } = await enter(deps, request)
      const email = fields['email']?.trim()
      if (
        email !== undefined &&
        !(email.length <= 254 && /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(email))
      )
        throw invalid('email', 'must be an e-mail address')
      const number = fields['phone']?.trim()
      if (number !== undefined && number.length > 40)
        throw invalid('phone', 'must have at most 40 characters')
      const phone = number === undefined ? undefined : { number }
      const link = { id, token: request.params.token }
      await correctContact(ctx, link, { email, phone, address: addressOf(fields) })
      return email === undefined && phone === undefined ? 'saved' : 'codeSent'
    }),
  )

  app.post<{ Params: Link }>(
    '/:id/pay/:token/contact/confirm',
    limited,
    doing(async (request, { code = '' }) => {
      const { ctx, id } = await enter(deps, request)
      await confirmContact(ctx, deps.sql, { id, token: request.params.token }, code)
      return 'saved'
    }),
  )

  app.post<{ Params: Link & { position: string } }>(
    '/:id/pay/:token/installments/:position/payments',
    open,
    async (request, reply) => {
      const { ctx, id } = await enter(deps, request)
      const { params } = request
      const returnTo = pathOf(params)
      const position = /^\d{1,2}$/.test(params.position) ? Number(params.position) : 0
      const { id: installmentId } = await installmentAt(ctx, deps, params, id, position)
      try {
        const checkout = await startCheckout(ctx, deps.payments, () =>
          startInstallmentPayment(ctx, deps.payments, { id, token: params.token, installmentId, returnTo }),
        )
        return await reply.redirect(checkout ?? returnTo, 303)
      } catch (error) {
        const problem = problemOf(error)
        return reply.redirect(problem === 'over' ? returnTo : `${returnTo}?problem=${problem}`, 303)
      }
    },
  )
}
