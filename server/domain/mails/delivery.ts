import type { DueMail } from './mail.ts'

/** What became of a delivery: it is with the mail server, or was caught, and this is what it would have been. */
export interface Delivered {
  caught?: object
}

/** Renders a mail and hands it over. Implemented in `server/mail/out`. Throws `MailError` only. */
export interface Delivery {
  /** The right half of the Message-IDs; null where none is needed, because nothing will leave. */
  domain: string | null
  deliver(mail: DueMail): Promise<Delivered>
}

/**
 * The message is for the operator and carries no secret. `permanent`: another attempt would not help. `ofAddress`: nor
 * would another mail to that address.
 */
export class MailError extends Error {
  readonly permanent: boolean
  readonly ofAddress: boolean

  constructor(message: string, permanent: boolean, ofAddress = false) {
    super(message)
    this.name = 'MailError'
    this.permanent = permanent
    this.ofAddress = ofAddress
  }
}
