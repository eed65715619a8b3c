import type { Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { createSubscription } from '../subscriptions/create-subscription.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { findSubscriptionPackage } from './get-subscription-package.ts'

export interface SignUp {
  customerId: string
  startsOn: PlainDate
  /** To charge every term to; null: the customer pays in another way. */
  mandateId: string | null
  createInvoice: boolean
  /** Stands on the invoices; null: the name of the package. */
  invoiceText: string | null
}

/**
 * Gives a customer a subscription on a package's terms as they are now, also when it is not for sale: that is about the
 * portal. Throws `forbidden`, `not_found` (package), `invalid` (customer).
 */
export async function signUpCustomer(ctx: Ctx, packageId: string, input: SignUp): Promise<Subscription> {
  allow(ctx.actor, 'subscription:write')
  const found = await findSubscriptionPackage(ctx, packageId)
  if (!found) throw notFound('subscription_package')
  const subscription = createSubscription(ctx, {
    customerId: input.customerId,
    packageId,
    description: found.name,
    startsOn: input.startsOn,
    every: found.every,
    amountCents: found.amountCents,
    vatRate: found.vatRate,
    createInvoice: input.createInvoice,
    invoiceDescription: input.createInvoice ? input.invoiceText : null,
    createPayment: input.mandateId !== null,
    mandateId: input.mandateId,
    followUpFailedPayment: input.mandateId !== null,
  })
  return subscription.catch((error: { code?: string; constraint_name?: string }) => {
    // The package was deleted between the look and the insertion.
    if (error.code === FOREIGN_KEY_VIOLATION && error.constraint_name?.includes('package'))
      throw notFound('subscription_package')
    if (error.code === FOREIGN_KEY_VIOLATION)
      throw invalid('customerId', 'must be the ID of an existing customer')
    throw error
  })
}

const FOREIGN_KEY_VIOLATION = '23503'
