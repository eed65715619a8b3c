import type { FastifyPluginAsync } from 'fastify'
import { getDocument } from '../../../domain/documents/get-document.ts'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { invoiceDocument } from '../../../domain/invoices/invoice-document.ts'
import { startInvoicePayment } from '../../../domain/invoices/start-invoice-payment.ts'
import { startCheckout } from '../../../domain/payments/checkout-of.ts'
import { isOver, type Payment } from '../../../domain/payments/payment.ts'
import { plansOf } from '../../../domain/installments/find-plan.ts'
import { latestOf } from '../../../domain/payments/sync-payment.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { sendDocument } from '../../send-document.ts'
import { soften } from '../../soften.ts'
import { asPage } from '../html.ts'
import { usePages } from '../page-app.ts'
import { invoicePdf, sendPdf } from '../papers/render.ts'
import { paymentNamed } from '../payments/enter.ts'
import { problemOf, toProblem } from '../payments/notes.ts'
import { enter, type Link } from './enter.ts'
import { payerPages } from './payer-pages.ts'
import { sayings } from './payer-words.ts'
import { renderPublicInvoice } from './page.ts'
import { standingOf } from './standing.ts'

const form = { type: 'object', properties: { message: { type: 'string' } } }

interface Address {
  Params: Link
  Querystring: { payment?: unknown; problem?: unknown; said?: unknown }
}

/** The page behind an invoice's link (`links.onlinePaymentLink` of `/v1`), at `/public-invoice`. Works without scripts. */
export const publicInvoicePages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)
  const open = { config: { open: true } }
  payerPages(app, deps)
  const addressOf = ({ id, token }: Link) => `/public-invoice/${id}/pay/${token}`

  app.get<Address>('/:id/pay/:token', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const { params, query } = request
    let invoice = await getPublicInvoice(ctx, id, params.token)
    let payment =
      (await paymentNamed(ctx, query.payment, { kind: 'invoice', id })) ??
      (await installmentPaymentNamed(ctx, query.payment, id))
    if (payment && !isOver(payment.status)) {
      payment = await latestOf(ctx, deps.payments, payment)
      invoice = await getPublicInvoice(ctx, id, params.token)
    }
    const standing = await standingOf(ctx, deps, invoice)
    const path = addressOf(params)
    const paying = {
      action: standing.online ? `${path}/payments` : undefined,
      payment,
      problem: toProblem(query.problem),
      said: sayings.find((saying) => saying === query.said),
    }
    return asPage(reply, ctx.company).send(
      renderPublicInvoice(invoice, ctx.company, { path, paying, standing }),
    )
  })

  app.get<Address>('/:id/pay/:token/pdf', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const invoice = await getPublicInvoice(ctx, id, request.params.token)
    const documentId = await invoiceDocument(ctx, id)
    if (documentId === null) return sendPdf(reply, await invoicePdf(ctx, invoice, deps))
    const document = await getDocument(ctx, documentId)
    return sendDocument(request, reply, deps, ctx.company.companyId, document)
  })

  app.post<Address>('/:id/pay/:token', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const { params } = request
    const { message } = soften(form, request.body ?? {}) as { message?: unknown }
    await askInvoiceQuestion(ctx, id, params.token, bodyFromText(message))
    // A page that was asked for anew does not ask the question twice.
    return reply.redirect(addressOf(params), 303)
  })

  app.post<Address>('/:id/pay/:token/payments', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const { params } = request
    const returnTo = addressOf(params)
    try {
      const checkout = await startCheckout(ctx, deps.payments, () =>
        startInvoicePayment(ctx, deps.payments, { id, token: params.token, returnTo }),
      )
      return await reply.redirect(checkout ?? returnTo, 303)
    } catch (error) {
      const problem = problemOf(error)
      return reply.redirect(problem === 'over' ? returnTo : `${returnTo}?problem=${problem}`, 303)
    }
  })
}

/** The payment of one of the invoice's installments that a return address names. */
async function installmentPaymentNamed(ctx: Ctx, token: unknown, id: string): Promise<Payment | undefined> {
  if (token === undefined) return undefined
  for (const { installments } of await plansOf(ctx, id))
    for (const installment of installments) {
      const payment = await paymentNamed(ctx, token, { kind: 'installment', id: installment.id })
      if (payment) return payment
    }
  return undefined
}
