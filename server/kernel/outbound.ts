/** A request to an address that somebody else chose: a webhook, a form of a page. */
export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: string
  /** For the whole exchange, from looking up the name to the last byte. */
  timeoutMs: number
  /** Of the answer's body; what follows is not read. */
  keepBytes: number
}

export interface OutboundAnswer {
  status: number
  /** Names in lower case; of a name that came more than once the first. */
  headers: Record<string, string>
  body: Buffer
  /** There was more than is kept, or it did not come in time. */
  truncated: boolean
}

/** `refused`: the address is none of the public internet; nothing was sent. */
export type OutboundFailure = 'refused' | 'unreachable' | 'timed_out'

/** No answer came. The message is a sentence without secrets. */
export class OutboundError extends Error {
  readonly kind: OutboundFailure

  constructor(kind: OutboundFailure, message: string) {
    super(message)
    this.name = 'OutboundError'
    this.kind = kind
  }
}

/** The way out. Follows no redirects, and reaches no private network unless a setting says so. */
export interface Outbound {
  /** Throws `OutboundError`. */
  send(request: OutboundRequest): Promise<OutboundAnswer>
  close(): Promise<void>
}
