import { fetchRefusals } from '../i18n/refusals.ts'

interface Said {
  code?: string
  reason?: string
  field?: string
  message?: string
  factors?: string[]
}

/** What the server said no with. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  /** Of a conflict: why what was asked does not fit. */
  readonly reason: string | undefined
  /** The field at fault, where it is one. */
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** Of a password that is not enough: what the account has besides. */
  readonly factors: string[]

  constructor(status: number, said: Said, retryAfterSeconds?: number) {
    super(said.message ?? `HTTP ${status}`)
    this.status = status
    this.code = said.code ?? String(status)
    this.reason = said.reason
    this.field = said.field || undefined
    this.factors = said.factors ?? []
    this.retryAfterSeconds = retryAfterSeconds
  }

  static async of(response: Response): Promise<ApiError> {
    const said = (await response.json().catch(() => ({}))) as Said
    const seconds = Number(response.headers.get('retry-after'))
    // Of who is not signed in, what may not be and what is not there, all pages know the words.
    if (response.status > 404) await fetchRefusals()
    return new ApiError(response.status, said, seconds > 0 ? seconds : undefined)
  }
}

/** The queries' own types say otherwise: what they throw is this, or a failure of the network. */
export const asApiError = (error: unknown): ApiError | undefined =>
  error instanceof ApiError ? error : undefined

/** Is it a no that asking again will not change? */
export const isFinal = (error: unknown): boolean => {
  const refused = asApiError(error)
  return refused !== undefined && refused.status < 500 && refused.status !== 429
}
