import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Customer } from '../customers/customer.ts'
import { editCustomer } from '../customers/edit-customer.ts'
import { getOwnCustomer } from './list-own-customers.ts'

/** The postal address of one of one's own customers, from now on. Throws `forbidden`, `not_found`. */
export async function correctOwnCustomer(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<Customer, 'address' | 'zipCode' | 'city' | 'countryCode'>>,
): Promise<Customer> {
  allow(ctx.actor, 'customers:write')
  await getOwnCustomer(ctx, id)
  return editCustomer(ctx, id, change)
}
