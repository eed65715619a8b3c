import type { CustomerGroup } from '../../../domain/customer-groups/customer-group.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentCustomerGroup = (group: CustomerGroup, { timeZone }: Company) => ({
  id: encodeId('customerGroup', group.id),
  name: group.name,
  createdAt: formatAtom(group.createdAt, timeZone),
})
