import Type from 'typebox'
import { intervals } from '../../../domain/subscriptions/subscription.ts'
import { amount, interval, vatRate } from '../subscriptions/schema.ts'

export const subscriptionPackage = Type.Object(
  {
    id: Type.String({ description: 'Starts with `spg_`.', examples: ['spg_abc12345def678'] }),
    name: Type.String({ examples: ['Phone subscription'] }),
    description: Type.Union([Type.String(), Type.Null()], {
      description: 'The terms.',
      examples: ['1GB per month, 300min per month'],
    }),
    interval: Type.Enum([...intervals], { description: 'How long a term lasts.', examples: ['1 year'] }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ description: 'Of one term, VAT included.', examples: ['12.95'] }),
    vatRate: Type.Integer({ description: 'In percent.', examples: [21] }),
    availableForSale: Type.Boolean({
      description: 'Sold in the portal and on the public page, if enabled.',
      examples: [true],
    }),
  },
  { $id: 'CustomerSubscriptionPackage', description: 'What subscriptions are sold as.' },
)

const fields = {
  name: Type.String({ minLength: 1, maxLength: 200, examples: ['Phone subscription'] }),
  interval,
  amount,
  vatRate,
  description: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: 'The terms.',
      examples: ['1GB per month, 300min per month'],
    }),
  ),
  availableForSale: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether the portal sells it.', examples: [true] }),
  ),
}

export const newSubscriptionPackage = Type.Object(fields)

/** At least one of them. */
export const subscriptionPackageChange = Type.Partial(Type.Object(fields), { minProperties: 1 })
