import createFetchClient, { type Middleware } from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { ApiError } from './api-error.ts'
import type { paths as PortalPaths } from './portal.generated.ts'
import type { paths as V1Paths } from './v1.generated.ts'

/** What the server refuses becomes an `ApiError`; so every failed query and mutation has one, or a failed network's TypeError. */
const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await ApiError.of(response)
  },
}

// Other sites cannot send this header: the server knows our own pages by it.
export const ownHeaders = { 'X-Balie': '1' }

/** Without React: for what is not a query or a mutation. */
export const portalFetch = createFetchClient<PortalPaths>({ baseUrl: '/api/portal', headers: ownHeaders })
export const v1Fetch = createFetchClient<V1Paths>({ baseUrl: '/api/portal/v1', headers: ownHeaders })
portalFetch.use(refusals)
v1Fetch.use(refusals)

/** Our own API: `portal.useQuery('get', '/inbox', { params: … })`. */
export const portal = createQueryClient(portalFetch)

/** All of MijnKlantportaal v1, with the rights of whoever has signed in. */
export const v1 = createQueryClient(v1Fetch)

/** Sends files and fields as a form; `path` is below the origin. Throws `ApiError`. */
export async function sendForm<T>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: FormData,
): Promise<T> {
  const response = await fetch(path, { method, headers: ownHeaders, body })
  if (!response.ok) throw await ApiError.of(response)
  return (response.status === 204 ? undefined : await response.json()) as T
}
