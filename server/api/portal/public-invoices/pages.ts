import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { startInvoicePayment } from '../../../domain/invoices/start-invoice-payment.ts'
import { startCheckout } from '../../../domain/payments/checkout-of.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { getInvoiceAttachment } from '../../../domain/tickets/get-invoice-attachment.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Deps } from '../../edge.ts'
import { toBalieError } from '../../errors.ts'
import { acceptUploads } from '../../multipart.ts'
import { sendDocument } from '../../send-document.ts'
import { asPage } from '../html.ts'
import { uuidOf } from '../links.ts'
import { usePages } from '../page-app.ts'
import { problemOf, toProblem } from '../payments/notes.ts'
import { afterPayment } from './after-payment.ts'
import { admitAttachments, attachmentLimit } from './attachments.ts'
import type { Asking } from './conversation-section.ts'
import { enter, invoiceLink, linkToInvoice, pathOf, type Link } from './enter.ts'
import type { QuestionProblem } from './line-words.ts'
import { payerPages } from './payer-pages.ts'
import { sayings } from './payer-words.ts'
import { renderPublicInvoice } from './page.ts'
import { question } from './schema.ts'
import { sendInvoicePdf } from './send-invoice-pdf.ts'
import { standingOf } from './standing.ts'

interface Address {
  Params: Link
  Querystring: { payment?: unknown; problem?: unknown; said?: unknown }
}

/** The page behind an invoice's link (`links.onlinePaymentLink` of `/v1`), at `/public-invoice`. Works without scripts. */
export const publicInvoicePages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps)
  app.decorateRequest('ctx', null as never)
  const open = { config: { open: true } }
  payerPages(app, deps)

  const show = async (request: FastifyRequest<Address>, asking: Omit<Asking, 'limitBytes'>) => {
    const { params, query } = request
    const { ctx, id } = await enter(deps, request)
    const { invoice, payment } = await afterPayment(ctx, deps, { id, token: params.token }, query.payment)
    const standing = await standingOf(ctx, deps, invoice)
    const path = pathOf(params)
    const paying = {
      action: standing.online ? `${path}/payments` : undefined,
      payment,
      problem: toProblem(query.problem),
      said: sayings.find((saying) => saying === query.said),
    }
    const limitBytes = attachmentLimit(deps)
    const html = renderPublicInvoice(invoice, ctx.company, {
      path,
      paying,
      standing,
      asking: { ...asking, limitBytes },
    })
    return { html, company: ctx.company }
  }

  app.get<Address>('/:id/pay/:token', open, async (request, reply) => {
    const asked = request.query.said === 'asked'
    const { html, company } = await show(request, { asked, problem: undefined, draft: '' })
    return asPage(reply, company).send(html)
  })

  app.get<Address>('/:id/pay/:token/pdf', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    return sendInvoicePdf(ctx, await getPublicInvoice(ctx, id, request.params.token), deps, request, reply)
  })

  app.get<{ Params: Link & { attachmentId: string } }>(
    '/:id/pay/:token/attachments/:attachmentId',
    open,
    async (request, reply) => {
      const { ctx, id } = await enter(deps, request)
      await getPublicInvoice(ctx, id, request.params.token)
      const document = await getInvoiceAttachment(
        ctx,
        id,
        uuidOf('tma_', request.params.attachmentId, 'attachment'),
      )
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    const door = linkToInvoice(deps)
    scope.post(
      '/:id/pay/:token',
      {
        config: { open: true },
        onRequest: (request) => admitAttachments(deps, door, request),
        // Whatever is wrong with the question is said where it stands, with what was written.
        errorHandler: async (error, request, reply) => {
          const problem = questionProblemOf(error)
          if (!problem || !request.headers.accept?.includes('text/html')) throw error
          const { message } = (request.body ?? {}) as { message?: unknown }
          const draft = typeof message === 'string' ? message : ''
          const asking = { asked: false, problem, draft }
          const { html, company } = await show(request as FastifyRequest<Address>, asking)
          return asPage(reply, company).code(422).send(html)
        },
        schema: { params: Type.Object(invoiceLink), body: question },
      },
      async (request, reply) => {
        const { ctx, id } = await enter(deps, request)
        const { params, body } = request
        await askInvoiceQuestion(ctx, id, params.token, bodyFromText(body.message), body.attachments)
        // A page that was asked for anew does not ask the question twice.
        return reply.redirect(`${pathOf(params)}?said=asked#questions`, 303)
      },
    )
  })

  app.post<Address>('/:id/pay/:token/payments', open, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const { params } = request
    const returnTo = pathOf(params)
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

/** Why a question was not taken; undefined where the fault is not in it. */
function questionProblemOf(error: unknown): QuestionProblem | undefined {
  const known = toBalieError(error)
  if (known?.code === 'too_large') return known.about === 'the body' ? 'tooLong' : 'tooLarge'
  if (known?.code === 'unavailable') return 'broken'
  if (known?.code !== 'invalid') return undefined
  if (known.about === 'message') return known.message.includes('at most') ? 'tooLong' : 'empty'
  if (known.about.startsWith('attachments')) return known.message.includes('type') ? 'wrongType' : 'tooMany'
  return 'broken'
}
