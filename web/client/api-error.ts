interface Said {
  code?: string
  field?: string
  message?: string
  factors?: string[]
}

/** What the server said no with. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  /** The field at fault, where it is one. */
  readonly field: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** Of a password that is not enough: what the account has besides. */
  readonly factors: string[]

  constructor(status: number, said: Said, retryAfterSeconds?: number) {
    super(said.message ?? `HTTP ${status}`)
    this.status = status
    this.code = said.code ?? String(status)
    this.field = said.field || undefined
    this.factors = said.factors ?? []
    this.retryAfterSeconds = retryAfterSeconds
  }

  static async of(response: Response): Promise<ApiError> {
    const said: unknown = await response.json().catch(() => ({}))
    const seconds = Number(response.headers.get('retry-after'))
    return new ApiError(response.status, said as Said, seconds > 0 ? seconds : undefined)
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
