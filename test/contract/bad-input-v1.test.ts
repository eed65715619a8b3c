import { walkRoutes } from '../support/bad-input.ts'

await walkRoutes(({ url }) => url.startsWith('/v1/'))
