import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { closePaymentLink } from '../../../domain/payment-links/close-payment-link.ts'
import { createPaymentLink } from '../../../domain/payment-links/create-payment-link.ts'
import { getPaymentLink } from '../../../domain/payment-links/get-payment-link.ts'
import { listPaymentLinkPayments } from '../../../domain/payment-links/list-payment-link-payments.ts'
import { listPaymentLinks } from '../../../domain/payment-links/list-payment-links.ts'
import { parseCents } from '../../../kernel/money.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentPaymentLink, presentPaymentLinkPayment } from './present.ts'
import { newPaymentLink, paymentLink, paymentLinkPayment } from './schema.ts'

const tag = 'Payment Links API'
const pathParameters = { linkId: 'The ID of the payment link, starting with `plk_`.' }

const linkIdOf = (params: { linkId: string }) =>
  idOr404(decodeId('paymentLink', params.linkId), 'payment_link')

export const paymentLinkRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(paymentLink)
  app.addSchema(paymentLinkPayment)

  app.get(
    '/payment-links',
    operation({
      id: 'list-payment-links',
      tag,
      summary: 'List payment links',
      description: 'The payment links of the portal, newest first.',
      permission: 'paymentlinks:read',
      feature: 'payment-links',
      querystring: pageQuery,
      response: pageOf(ref(paymentLink), 'The paginated payment links'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const links = await listPaymentLinks(ctx, toPageRequest(page))
      return presentPage(links, page, `${deps.publicUrl()}/v1/payment-links`, (row) =>
        presentPaymentLink(row, ctx.company, deps.publicUrl()),
      )
    },
  )

  app.get(
    '/payment-links/:linkId',
    operation({
      id: 'get-payment-link',
      tag,
      summary: 'Get payment link',
      description: 'One payment link.',
      permission: 'paymentlinks:read',
      feature: 'payment-links',
      params: pathParameters,
      response: ref(paymentLink),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentPaymentLink(await getPaymentLink(ctx, linkIdOf(params)), ctx.company, deps.publicUrl()),
  )

  app.post(
    '/payment-links',
    operation({
      id: 'create-payment-link',
      tag,
      summary: 'Create payment link',
      description: 'Makes a link by which an amount can be paid, once or more often.',
      permission: 'paymentlinks:write',
      feature: 'payment-links',
      body: newPaymentLink,
      response: ref(paymentLink),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const link = await createPaymentLink(ctx, {
        description: body.description,
        amountCents: parseCents(body.amount)!,
        reusable: body.reusable ?? false,
        expiresAt:
          body.expiresAt === undefined
            ? null
            : parseDateTime(`${body.expiresAt} 23:59:59`, ctx.company.timeZone)!,
      })
      return presentPaymentLink(link, ctx.company, deps.publicUrl())
    },
  )

  app.delete(
    '/payment-links/:linkId',
    operation({
      id: 'close-payment-link',
      tag,
      summary: 'Close payment link',
      description: 'Ends the link, so that nobody can pay by it any more. What was paid stays.',
      permission: 'paymentlinks:write',
      feature: 'payment-links',
      params: pathParameters,
      response: ref(paymentLink),
      errors: [404, 422],
    }),
    async ({ ctx, params }) =>
      presentPaymentLink(await closePaymentLink(ctx, linkIdOf(params)), ctx.company, deps.publicUrl()),
  )

  app.get(
    '/payment-links/:linkId/payments',
    operation({
      id: 'list-payment-link-payment',
      tag,
      summary: 'List payment link payments',
      description: 'The payments made, or begun, with the link, newest first.',
      permission: 'paymentlinks:read',
      feature: 'payment-links',
      params: pathParameters,
      querystring: pageQuery,
      response: pageOf(ref(paymentLinkPayment), 'The paginated payments'),
      errors: [404],
    }),
    async ({ ctx, params, query }) => {
      const page = parsePage(query)
      const payments = await listPaymentLinkPayments(ctx, linkIdOf(params), toPageRequest(page))
      const path = `${deps.publicUrl()}/v1/payment-links/${params.linkId}/payments`
      return presentPage(payments, page, path, (row) => presentPaymentLinkPayment(row, ctx.company))
    },
  )
}
