import type { Bookkeeping, BookkeepingPayment } from '../../domain/bookkeeping/bookkeeping.ts'
import { BookkeepingError } from '../../domain/bookkeeping/bookkeeping.ts'
import { formatCents, MAX_CENTS } from '../../kernel/money.ts'

const DEFAULT_TIMEOUT_MS = 15_000
/** An invoice carries its lines, payments and events; a few hundred kB is already a very long one. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024
const MAX_REASON_LENGTH = 300
/** Published limit: 150 requests in 5 minutes. Waited when a 429 does not say for how long. */
const RATE_WINDOW_SECONDS = 300
const MAX_WAIT_SECONDS = 86_400

export interface MoneybirdConnection {
  /** `https://moneybird.com/api/v2` in production. */
  baseUrl: string
  /** Digits, as in the address bar of the administration. */
  administrationId: string
  /** A personal or OAuth token with the scope `sales_invoices`. Appears in no error. */
  token: string
  /** For each of the two requests, from connecting to the last byte of the body. 15,000 unless given. */
  timeoutMs?: number
  fetch?: typeof fetch
}

/**
 * The bookkeeping package Moneybird, API v2 (https://developer.moneybird.com/api/sales-invoices, and the
 * `openapi.yml` of github.com/moneybird/openapi).
 *
 * A payment is known again by its `transaction_identifier`, which holds our reference: the invoice is read first, and
 * only when none of its payments bears the reference is one created. So any number of calls one after the other
 * register one payment, also when an answer was lost. Two calls for the same payment at the same moment could both see
 * none: Moneybird has no idempotency key. That there is one at a time is the job queue's promise, not this function's.
 *
 * Throws `BookkeepingError` only.
 */
export function moneybird(connection: MoneybirdConnection): Bookkeeping {
  return {
    async check() {
      assertConnected(connection)
      const administrations = await ask(connection, 'GET', `${base(connection)}/administrations.json`)
      const own = Array.isArray(administrations)
        ? administrations.find((one) => field(one, 'id') === connection.administrationId)
        : undefined
      const name = field(own, 'name')
      if (typeof name !== 'string')
        throw new BookkeepingError(
          'not_found',
          `The token is good, but it does not open the administration ${connection.administrationId}.`,
        )
      return { administration: name }
    },
    async registerPayment(payment) {
      assertConnected(connection)
      assertSendable(payment)
      const number = encodeURIComponent(payment.invoiceNumber)
      const invoices = `${base(connection)}/${connection.administrationId}/sales_invoices`
      const found = await ask(connection, 'GET', `${invoices}/find_by_invoice_id/${number}.json`)
      const invoice = readInvoice(found, payment)
      const known = invoice.payments.find((p) => field(p, 'transaction_identifier') === payment.reference)
      if (known) return { externalInvoiceId: invoice.id, externalPaymentId: readId(known, 'payment') }
      if (invoice.currency !== payment.currency) {
        throw new BookkeepingError(
          'refused',
          `Invoice ${payment.invoiceNumber} is in ${invoice.currency} at Moneybird, but the payment is in ${payment.currency}.`,
        )
      }
      const created = await ask(connection, 'POST', `${invoices}/${invoice.id}/payments.json`, {
        payment: {
          payment_date: payment.paidOn,
          price: formatCents(payment.amountCents),
          transaction_identifier: payment.reference,
        },
      })
      return { externalInvoiceId: invoice.id, externalPaymentId: readId(created, 'payment') }
    },
  }
}

const base = ({ baseUrl }: MoneybirdConnection): string => baseUrl.replace(/\/+$/, '')

function assertConnected(connection: MoneybirdConnection): void {
  // fetch would throw an error that quotes the header, token and all
  if (!/^[\x21-\x7e]+$/.test(connection.token)) {
    throw new BookkeepingError(
      'unauthorized',
      'The token for Moneybird is empty or holds a character that no token has.',
    )
  }
  // digits by the schema, and a part of every path
  if (!/^\d{1,30}$/.test(connection.administrationId)) {
    throw new BookkeepingError(
      'refused',
      'The administration of Moneybird is known by a number, this is none.',
    )
  }
}

function assertSendable(payment: BookkeepingPayment): void {
  if (!payment.invoiceNumber || !payment.invoiceNumber.isWellFormed()) {
    throw new BookkeepingError('refused', 'The invoice has no number that Moneybird could know.')
  }
  // an empty reference would match payments of others; Moneybird's bound on a price is the same billion as ours
  const { amountCents } = payment
  if (
    !payment.reference ||
    !Number.isSafeInteger(amountCents) ||
    amountCents <= 0 ||
    amountCents > MAX_CENTS
  ) {
    throw new BookkeepingError(
      'refused',
      'The payment has no reference, or no amount that Moneybird accepts.',
    )
  }
}

/** The parsed body of a 2xx. The parts of `url` are encoded. */
async function ask(
  connection: MoneybirdConnection,
  method: 'GET' | 'POST',
  url: string,
  body?: object,
): Promise<unknown> {
  const timeoutMs = connection.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const signal = AbortSignal.timeout(timeoutMs)
  let status: number
  let text: string
  try {
    const response = await (connection.fetch ?? fetch)(url, {
      method,
      headers: {
        authorization: `Bearer ${connection.token}`,
        accept: 'application/json',
        'user-agent': 'balie',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      // the token must not travel to wherever a redirect points
      redirect: 'manual',
      signal,
    })
    status = response.status
    if (status < 200 || status === 429 || status >= 500 || (status >= 300 && status < 400)) {
      response.body?.cancel().catch(() => {})
      throw withoutBody(status, response.headers)
    }
    text = await readText(response)
  } catch (error) {
    if (error instanceof BookkeepingError) throw error
    // the cause stays behind: its message may quote the request
    throw new BookkeepingError(
      'unavailable',
      signal.aborted
        ? `Moneybird did not answer within ${timeoutMs / 1000} seconds.`
        : `Moneybird could not be reached${networkCode(error)}.`,
    )
  }
  const value = parsed(text)
  if (status >= 400) throw refusal(status, reasonIn(value, connection.token))
  return value
}

/** The answers whose status says all. */
function withoutBody(status: number, headers: Headers): BookkeepingError {
  if (status === 429) {
    return new BookkeepingError('rate_limited', 'Moneybird asks us to slow down.', secondsToWait(headers))
  }
  const what =
    status < 400 ? 'redirected us elsewhere, which we do not follow' : `answered with error ${status}`
  return new BookkeepingError('unavailable', `Moneybird ${what}.`)
}

function refusal(status: number, words: string): BookkeepingError {
  const tail = words ? `: ${words}` : '.'
  // Moneybird also answers 401 when the token is good but lacks the scope
  if (status === 401 || status === 403) {
    return new BookkeepingError('unauthorized', `Moneybird did not accept the token${tail}`)
  }
  if (status === 404) return new BookkeepingError('not_found', `Moneybird does not have the invoice${tail}`)
  if (status === 408) return new BookkeepingError('unavailable', 'Moneybird answered with error 408.')
  return new BookkeepingError('refused', `Moneybird refused the request (${status})${tail}`)
}

/**
 * `Retry-After` is here what Moneybird publishes, the moment in epoch seconds, or what RFC 9110 section 10.2.3 allows:
 * a number of seconds or an HTTP date. No wait is a billion seconds long, so the forms cannot be confused. The
 * server's own clock counts where it is given, so that a skewed one here does no harm.
 */
function secondsToWait(headers: Headers): number {
  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  for (const name of ['retry-after', 'ratelimit-reset']) {
    const value = headers.get(name)?.trim() ?? ''
    let seconds = Number.NaN
    if (/^\d{1,15}$/.test(value)) seconds = Number(value) < 1e9 ? Number(value) : Number(value) - now / 1000
    else if (value.endsWith('GMT')) seconds = (Date.parse(value) - now) / 1000
    if (!Number.isNaN(seconds)) return Math.min(Math.max(Math.ceil(seconds), 1), MAX_WAIT_SECONDS)
  }
  return RATE_WINDOW_SECONDS
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) throw malformed('is longer than any invoice')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** ` (ECONNREFUSED)`, for the operator, or nothing. */
function networkCode(error: unknown): string {
  const code = field(field(error, 'cause'), 'code')
  return typeof code === 'string' && /^[A-Z0-9_]{1,50}$/.test(code) ? ` (${code})` : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The API's own words, from `{"error": "words"}` or `{"error": {"price": ["words"]}}`: its two published error forms. */
function reasonIn(body: unknown, token: string): string {
  const error = field(body, 'error')
  const strings = (said: unknown) => [said].flat().filter((word) => typeof word === 'string')
  const words =
    typeof error === 'object' && error !== null
      ? Object.entries(error).map(([name, said]) => `${name} ${strings(said).join(', ')}`)
      : strings(error)
  // before it is cut, lest half a token stays
  const line = words
    .join('; ')
    .replaceAll(token, '***')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return line.length > MAX_REASON_LENGTH ? `${line.slice(0, MAX_REASON_LENGTH)}…` : line
}

function readInvoice(
  body: unknown,
  payment: BookkeepingPayment,
): { id: string; currency: string; payments: unknown[] } {
  const id = readId(body, 'invoice')
  // money on somebody else's invoice is worse than money on none
  if (field(body, 'invoice_id') !== payment.invoiceNumber) {
    throw new BookkeepingError(
      'not_found',
      `Moneybird answered with another invoice than ${payment.invoiceNumber}.`,
    )
  }
  const currency = field(body, 'currency')
  const payments = field(body, 'payments')
  // without the list we cannot know whether ours is on it
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency) || !Array.isArray(payments))
    throw malformed('lacks the currency or the payments')
  return { id, currency, payments }
}

/** Digits in a string; the schema also allows a number, which is exact only as long as JSON keeps it so. */
function readId(body: unknown, what: string): string {
  const id = field(body, 'id')
  if (typeof id === 'string' ? /^\d{1,30}$/.test(id) : Number.isSafeInteger(id) && Number(id) >= 0)
    return String(id)
  throw malformed(body === undefined ? 'is not JSON' : `lacks the id of the ${what}`)
}

const malformed = (how: string) => new BookkeepingError('unavailable', `Moneybird's answer ${how}.`)

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
