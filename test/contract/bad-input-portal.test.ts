import { walkRoutes } from '../support/bad-input.ts'

await walkRoutes(({ url }) => url.startsWith('/api/portal/'))
