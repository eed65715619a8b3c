import Type from 'typebox'
import { ref } from '../../openapi.ts'
import { customer } from '../customers/schema.ts'

export const customerGroup = Type.Object(
  {
    id: Type.String({ description: 'Starts with `cug_`.', examples: ['cug_abc12345def678'] }),
    name: Type.String({ examples: ['Webhosting customers'] }),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2025-07-27T14:42:00+02:00'] }),
  },
  { $id: 'CustomerGroup', description: 'A group of customers.' },
)

/** As the list shows it. */
export const countedCustomerGroup = Type.Object(
  {
    ...customerGroup.properties,
    customerCount: Type.Integer({ description: 'How many customers are in it (extension).', examples: [3] }),
  },
  { $id: 'CountedCustomerGroup', description: 'A group of customers, as lists show it.' },
)

const name = Type.String({ minLength: 1, maxLength: 200, examples: ['Hosting customers'] })

const customers = Type.Array(Type.String(), {
  maxItems: 1000,
  description: 'IDs of customers; unknown ones are ignored.',
  examples: [['cst_abc12345']],
})

export const newCustomerGroup = Type.Object({ name, customers: Type.Optional(customers) })

export const customerGroupName = Type.Object({ name })

export const customersToAdd = Type.Object({ customers })

export const addedCustomers = Type.Object(
  { data: Type.Array(ref(customer)) },
  { description: 'Who is in the group now.' },
)
