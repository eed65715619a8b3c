import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type, { type Static } from 'typebox'
import { signUpCustomer } from '../../../domain/subscription-packages/sign-up-customer.ts'
import { startSignUp } from '../../../domain/subscription-packages/start-sign-up.ts'
import { invalid } from '../../../kernel/errors.ts'
import { dayIn } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { parseCustomerId } from '../subscriptions/parse.ts'
import { presentSubscription } from '../subscriptions/present.ts'
import { customerSubscription } from '../subscriptions/schema.ts'
import { presentSignUp } from './present.ts'
import { pendingSignUp, signUp } from './sign-up-schema.ts'

const required = ['companyName', 'address', 'zipCode', 'city', 'email'] as const

/** Who is no customer yet. Throws `invalid` for the first field that is missing. */
function personOf(body: Static<typeof signUp>) {
  const { companyName, address, zipCode, city, email } = body
  if (required.every((field) => body[field] === undefined))
    throw invalid('customerId', 'is required, or the companyName and address of who is no customer yet')
  if (companyName === undefined || !address || !zipCode || !city || !email)
    throw invalid(
      required.find((field) => body[field] === undefined)!,
      'is required',
    )
  return { name: companyName, address, zipCode, city, email }
}

export const signUpRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(pendingSignUp)

  app.post(
    '/customer-subscription-packages/:packageId/sign-up',
    operation({
      tag: 'Customer Subscription Packages API',
      feature: 'subscriptions',
      id: 'sign-up-customer-subscription-package',
      summary: 'Sign up a customer or a non-customer for a customer subscription package',
      description:
        'With a customerId: begins a subscription of that customer on the terms of the package, and answers it. Without one: notes who wants to become a customer, and answers a payment link; paying the first term makes the customer and the subscription. The same with a slash at the end.',
      permission: 'subscription:write',
      params: { packageId: 'The ID of the package, starting with `spg_`.' },
      body: signUp,
      response: Type.Union([ref(customerSubscription), ref(pendingSignUp)]),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const packageId = idOr404(decodeId('subscriptionPackage', params.packageId), 'subscription_package')
      if (body.customerId === undefined) {
        const pending = await startSignUp(ctx, deps.payments, packageId, personOf(body))
        return presentSignUp(pending, deps.publicUrl(), ctx)
      }
      const subscription = await signUpCustomer(ctx, packageId, {
        customerId: parseCustomerId(body.customerId),
        startsOn: body.startDate ?? dayIn(ctx.now, ctx.company.timeZone),
        mandateId: body.mandateId ?? null,
        createInvoice: body.createInvoice ?? false,
        invoiceText: body.invoiceText ?? null,
      })
      return presentSubscription(subscription, ctx)
    },
  )
}
