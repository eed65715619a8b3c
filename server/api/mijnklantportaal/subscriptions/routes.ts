import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeSubscription } from '../../../domain/subscriptions/change-subscription.ts'
import { createSubscription } from '../../../domain/subscriptions/create-subscription.ts'
import { deleteSubscription } from '../../../domain/subscriptions/delete-subscription.ts'
import { getSubscription } from '../../../domain/subscriptions/get-subscription.ts'
import { listSubscriptionPayments } from '../../../domain/subscriptions/list-subscription-payments.ts'
import { listSubscriptions } from '../../../domain/subscriptions/list-subscriptions.ts'
import type { Interval } from '../../../domain/subscriptions/subscription.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { customerOf, pageOfCustomer } from '../of-customer.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { parseCustomerId, parseTermAmount } from './parse.ts'
import { presentSubscription, presentSubscriptionPayment } from './present.ts'
import {
  customerSubscription,
  customerSubscriptionChange,
  newCustomerSubscription,
  subscriptionPayment,
} from './schema.ts'

const common = { tag: 'Customer Subscriptions API', feature: 'subscriptions' } as const
const pathParameters = { subscriptionId: 'The ID of the subscription, starting with `sub_`.' }

const subscriptionId = (params: { subscriptionId: string }) =>
  idOr404(decodeId('subscription', params.subscriptionId), 'subscription')

/** Throws `invalid`. */
function parseTermination(text: string, timeZone: string): Date {
  const terminatedAt = parseDateTime(text, timeZone)
  if (!terminatedAt) throw invalid('terminatedAt', 'must be a date-time that exists, as YYYY-mm-dd HH:mm:ss')
  return terminatedAt
}

export const subscriptionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(customerSubscription)
  app.addSchema(subscriptionPayment)

  app.get(
    '/customer-subscriptions',
    operation({
      ...common,
      id: 'list-customer-subscriptions',
      summary: 'List customer subscriptions',
      description: 'The subscriptions of the portal, newest first.',
      permission: 'subscription:read',
      querystring: pageOfCustomer,
      response: pageOf(ref(customerSubscription), 'The paginated subscriptions'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const subscriptions = await listSubscriptions(ctx, toPageRequest(page), customerOf(query.customerId))
      return presentPage(
        subscriptions,
        page,
        `${deps.publicUrl()}/v1/customer-subscriptions`,
        (row) => presentSubscription(row, ctx),
        { customerId: query.customerId },
      )
    },
  )

  app.get(
    '/customer-subscriptions/:subscriptionId',
    operation({
      ...common,
      id: 'get-customer-subscription',
      summary: 'Get customer subscription',
      description: 'One subscription.',
      permission: 'subscription:read',
      params: pathParameters,
      response: ref(customerSubscription),
      errors: [404],
    }),
    async ({ ctx, params }) => presentSubscription(await getSubscription(ctx, subscriptionId(params)), ctx),
  )

  app.post(
    '/customer-subscriptions',
    operation({
      ...common,
      id: 'create-customer-subscription',
      summary: 'Create customer subscription',
      description:
        'Begins a subscription. Every term is billed on its first day, in the time zone of the portal.',
      permission: 'subscription:write',
      body: newCustomerSubscription,
      response: ref(customerSubscription),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const { createInvoice = false, createPayment = false } = body
      const subscription = await createSubscription(ctx, {
        customerId: parseCustomerId(body.customerId),
        packageId: null,
        description: body.description,
        startsOn: body.startDate,
        every: body.interval as Interval,
        amountCents: parseTermAmount(body.amount),
        vatRate: body.vatRate,
        createInvoice,
        invoiceDescription: (createInvoice && body.invoiceDescription) || null,
        createPayment,
        mandateId: (createPayment && body.paymentIntegrationMandateId) || null,
        followUpFailedPayment: createPayment && (body.followUpFailedPayment ?? false),
      })
      return presentSubscription(subscription, ctx)
    },
  )

  app.patch(
    '/customer-subscriptions/:subscriptionId',
    operation({
      ...common,
      id: 'change-customer-subscription',
      summary: 'Change customer subscription',
      description: 'Changes what is given, at least one field, from the next term on; also terminates it.',
      permission: 'subscription:write',
      params: pathParameters,
      body: customerSubscriptionChange,
      response: ref(customerSubscription),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const id = subscriptionId(params)
      const { description, interval, amount, vatRate, terminatedAt } = body
      const change = {
        ...(description === undefined ? {} : { description }),
        ...(interval === undefined ? {} : { every: interval as Interval }),
        ...(amount === undefined ? {} : { amountCents: parseTermAmount(amount) }),
        ...(vatRate === undefined ? {} : { vatRate }),
        ...(terminatedAt === undefined
          ? {}
          : { terminatedAt: parseTermination(terminatedAt, ctx.company.timeZone) }),
      }
      return presentSubscription(await changeSubscription(ctx, id, change), ctx)
    },
  )

  app.delete(
    '/customer-subscriptions/:subscriptionId',
    operation({
      ...common,
      id: 'delete-customer-subscription',
      summary: 'Delete customer subscription',
      description:
        'Deletes a subscription; its invoices stay (extension). To end it, give it a terminatedAt instead. Answers the subscription as it was.',
      permission: 'subscription:write',
      params: pathParameters,
      response: ref(customerSubscription),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentSubscription(await deleteSubscription(ctx, subscriptionId(params)), ctx),
  )

  app.get(
    '/customer-subscriptions/:subscriptionId/payments',
    operation({
      ...common,
      id: 'list-customer-subscription-payments',
      summary: 'List customer subscription payments',
      description: "The payments of the subscription's terms, newest first (extension).",
      permission: 'subscription:read',
      params: pathParameters,
      querystring: pageQuery,
      response: pageOf(ref(subscriptionPayment), 'The paginated payments'),
      errors: [404],
    }),
    async ({ ctx, params, query }) => {
      const page = parsePage(query)
      const payments = await listSubscriptionPayments(ctx, subscriptionId(params), toPageRequest(page))
      const path = `${deps.publicUrl()}/v1/customer-subscriptions/${params.subscriptionId}/payments`
      return presentPage(payments, page, path, (row) => presentSubscriptionPayment(row, ctx))
    },
  )
}
