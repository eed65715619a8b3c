import type { Customer } from '../../../domain/customers/customer.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentCustomer = (customer: Customer, { timeZone }: Company) => ({
  id: encodeId('customer', customer.id),
  companyName: customer.name,
  address: customer.address,
  zipCode: customer.zipCode,
  city: customer.city,
  countryCode: customer.countryCode,
  primaryEmail: customer.email ?? '',
  phone: customer.phone,
  integration: customer.bookkeeping,
  integrationId: customer.bookkeepingId,
  customerGroups: customer.groups.map((group) => encodeId('customerGroup', group)),
  createdAt: formatAtom(customer.createdAt, timeZone),
})
