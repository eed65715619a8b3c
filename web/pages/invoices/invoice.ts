import type { components } from '../../client/portal.generated.ts'

/** An invoice with everything on it. */
export type Invoice = components['schemas']['Invoice']
