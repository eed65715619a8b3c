import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeSubscriptionPackage } from '../../../domain/subscription-packages/change-subscription-package.ts'
import { createSubscriptionPackage } from '../../../domain/subscription-packages/create-subscription-package.ts'
import { deleteSubscriptionPackage } from '../../../domain/subscription-packages/delete-subscription-package.ts'
import { getSubscriptionPackage } from '../../../domain/subscription-packages/get-subscription-package.ts'
import { listSubscriptionPackages } from '../../../domain/subscription-packages/list-subscription-packages.ts'
import type { Interval } from '../../../domain/subscriptions/subscription.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { parseTermAmount } from '../subscriptions/parse.ts'
import { presentSubscriptionPackage } from './present.ts'
import { newSubscriptionPackage, subscriptionPackage, subscriptionPackageChange } from './schema.ts'
import { signUpRoutes } from './sign-up-routes.ts'

const common = { tag: 'Customer Subscription Packages API', feature: 'subscriptions' } as const
const pathParameters = { packageId: 'The ID of the package, starting with `spg_`.' }

const packageId = (params: { packageId: string }) =>
  idOr404(decodeId('subscriptionPackage', params.packageId), 'subscription_package')

export const subscriptionPackageRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(subscriptionPackage)
  await signUpRoutes(app, { deps })

  app.get(
    '/customer-subscription-packages',
    operation({
      ...common,
      id: 'list-customer-subscription-packages',
      summary: 'List customer subscription packages',
      description: 'The packages of the portal, newest first.',
      permission: 'subscription:read',
      querystring: pageQuery,
      response: pageOf(ref(subscriptionPackage), 'The paginated packages'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const packages = await listSubscriptionPackages(ctx, toPageRequest(page))
      return presentPage(packages, page, `${deps.publicUrl()}/v1/customer-subscription-packages`, (row) =>
        presentSubscriptionPackage(row, ctx),
      )
    },
  )

  app.get(
    '/customer-subscription-packages/:packageId',
    operation({
      ...common,
      id: 'get-customer-subscription-package',
      summary: 'Get customer subscription package',
      description: 'One package.',
      permission: 'subscription:read',
      params: pathParameters,
      response: ref(subscriptionPackage),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentSubscriptionPackage(await getSubscriptionPackage(ctx, packageId(params)), ctx),
  )

  app.post(
    '/customer-subscription-packages',
    operation({
      ...common,
      id: 'create-customer-subscription-package',
      summary: 'Create customer subscription package',
      description: 'Makes a package that customers can be signed up for.',
      permission: 'subscription:write',
      body: newSubscriptionPackage,
      response: ref(subscriptionPackage),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const { name, description = null, interval, amount, vatRate, availableForSale = false } = body
      const made = await createSubscriptionPackage(ctx, {
        name,
        description,
        every: interval as Interval,
        amountCents: parseTermAmount(amount),
        vatRate,
        availableForSale,
      })
      return presentSubscriptionPackage(made, ctx)
    },
  )

  app.patch(
    '/customer-subscription-packages/:packageId',
    operation({
      ...common,
      id: 'change-customer-subscription-package',
      summary: 'Change customer subscription package',
      description:
        'Changes what is given, at least one field. Subscriptions keep what they were signed up for.',
      permission: 'subscription:write',
      params: pathParameters,
      body: subscriptionPackageChange,
      response: ref(subscriptionPackage),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const { interval, amount, ...rest } = body
      const change = {
        ...rest,
        ...(interval === undefined ? {} : { every: interval as Interval }),
        ...(amount === undefined ? {} : { amountCents: parseTermAmount(amount) }),
      }
      return presentSubscriptionPackage(await changeSubscriptionPackage(ctx, packageId(params), change), ctx)
    },
  )

  app.delete(
    '/customer-subscription-packages/:packageId',
    operation({
      ...common,
      id: 'delete-customer-subscription-package',
      summary: 'Delete customer subscription package',
      description: 'Deletes a package; its subscriptions go on (extension). Answers the package as it was.',
      permission: 'subscription:write',
      params: pathParameters,
      response: ref(subscriptionPackage),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentSubscriptionPackage(await deleteSubscriptionPackage(ctx, packageId(params)), ctx),
  )
}
