import type { Filters } from './search.ts'

/** Which invoices something is to be done to: these, or all that fit, as many as were seen. */
export type Chosen = { ids: Set<string> } | { all: true; filters: Filters; count: number }
