import type { Instant } from '../../kernel/time.ts'

/** Customers that the company deals with together. */
export interface CustomerGroup {
  id: string
  name: string
  createdAt: Instant
}

/** As a list shows it. */
export interface CountedCustomerGroup extends CustomerGroup {
  customerCount: number
}
