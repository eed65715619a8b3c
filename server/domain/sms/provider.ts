/** A text message that is to be sent. */
export interface OutgoingSms {
  /** E.164: `+31612345678`. */
  to: string
  body: string
  /** Whether the text needs UCS-2; else it is GSM 03.38. */
  unicode: boolean
  /** Ours, by which the provider's copy is known again. */
  reference: string
  /** Where the provider says what became of it. */
  reportUrl: string
}

/** Who carries text messages, as the domain sees them. Implemented in `server/providers/`. */
export interface SmsProvider {
  /** What is left in the account: `12.5 euros`. Throws `SmsError` only. */
  check(): Promise<{ balance: string }>
  /** Hands a message over and answers the provider's id of it. Throws `SmsError` only. */
  send(sms: OutgoingSms): Promise<string>
  /** The id of a message with that reference that was handed over since, where there is one. Throws `SmsError` only. */
  find(to: string, reference: string, since: Date): Promise<string | undefined>
}

/** An account with a provider, opened. */
export interface SmsConnection {
  provider: 'messagebird'
  baseUrl: string
  originator: string
  accessKey: string
}

/** Makes a provider of a connection. */
export type SmsProviders = (connection: SmsConnection) => SmsProvider

/**
 * - `unavailable`: no answer, a time-out or a 5xx; it may have been sent
 * - `rate_limited`: it was not sent; again after `retryAfterSeconds`
 * - `unauthorized`: the key was refused, or the account has no credit: again after that was repaired
 * - `refused`: this message will never be sent
 */
export type SmsErrorKind = 'unavailable' | 'rate_limited' | 'unauthorized' | 'refused'

/** The message is for the treasurer and carries no secret. */
export class SmsError extends Error {
  readonly kind: SmsErrorKind
  readonly retryAfterSeconds: number | undefined

  constructor(kind: SmsErrorKind, message: string, retryAfterSeconds?: number) {
    super(message)
    this.name = 'SmsError'
    this.kind = kind
    this.retryAfterSeconds = retryAfterSeconds
  }
}
