import {
  createMollieClient,
  PaymentEmbed,
  PaymentStatus,
  RefundStatus,
  SequenceType,
  type MollieClient,
  type Payment,
} from '@mollie/api-client'
import {
  PaymentProviderError,
  type Mandate,
  type PaymentOrder,
  type PaymentProvider,
  type ProviderPayment,
} from '../../domain/payments/provider.ts'
import { MAX_CENTS, formatCents, parseCents } from '../../kernel/money.ts'
import { boundRequests, inOurTerms } from './requests.ts'
import { isSettlement, listSettlementEntries, listSettlements } from './settlements.ts'

export interface MollieConnection {
  /** `https://api.mollie.com/v2/` */
  baseUrl: string
  /** `live_…` or `test_…` */
  apiKey: string
  /** `access_…`, of the organization and with `settlements.read`: an API key reads no settlements. */
  payoutToken?: string | undefined
  /** For one call with its repetitions. */
  timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 10_000

/** What Mollie allows of a description. */
const MAX_DESCRIPTION = 255

/** Mollie's names of the languages we speak. */
const locales: Record<string, string> = { nl: 'nl_NL', en: 'en_GB', de: 'de_DE', fr: 'fr_FR', it: 'it_IT' }

/** Mollie (docs.mollie.com), by its official client. */
export function mollie(connection: MollieConnection): PaymentProvider {
  const { apiKey, baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS } = connection
  // A key with a line end would be quoted by the error that fetch throws.
  if (!/^(live|test|access)_[\x21-\x7e]+$/.test(apiKey))
    throw new PaymentProviderError('unauthorized', 'The API key for Mollie has not the form of one.')
  const client = createMollieClient({ apiKey, apiEndpoint: baseUrl })
  boundRequests(client, { baseUrl, timeoutMs })
  const ask = <T>(work: () => Promise<T>) =>
    inOurTerms(work, { secret: apiKey, called: 'API key', timeoutMs })
  const settled = () => settlementsOf(connection, timeoutMs)

  return {
    check: () =>
      ask(async () => ({
        live: apiKey.startsWith('live_'),
        methods: (await client.methods.list()).map(({ description }) => description),
      })),
    createPayment: (order) => ask(async () => toPayment(await client.payments.create(parametersOf(order)))),
    async getPayment(providerId) {
      assertId(providerId, /^tr_[0-9A-Za-z]{1,60}$/)
      return ask(async () => toPayment(await client.payments.get(providerId, { embed })))
    },
    findPayment: (customerId, reference) => ask(() => findPayment(client, customerId, reference)),
    createCustomer: ({ reference, name, email }) =>
      ask(async () => {
        const customer = await client.customers.create({
          ...(name === undefined ? {} : { name }),
          ...(email === undefined ? {} : { email }),
          metadata: { reference },
          idempotencyKey: `${reference}-customer`,
        })
        return customer.id
      }),
    async getMandate(customerId, mandateId) {
      assertId(mandateId, /^mdt_[0-9A-Za-z]{1,60}$/)
      return ask(async () => toMandate(await client.customerMandates.get(mandateId, { customerId })))
    },
    listMandates: (customerId) =>
      ask(async () => (await client.customerMandates.page({ customerId, limit: 250 })).map(toMandate)),
    async listPayouts(since) {
      const { reader, asking } = settled()
      return listSettlements(reader, asking, since)
    },
    async listPayoutEntries(payoutId) {
      if (!isSettlement(payoutId))
        throw new PaymentProviderError('not_found', 'That is no settlement of Mollie.')
      const { reader, asking } = settled()
      return listSettlementEntries(reader, asking, payoutId)
    },
    async refundPayment({ providerId, amountCents, currency, description, reference }) {
      assertId(providerId, /^tr_[0-9A-Za-z]{1,60}$/)
      return ask(async () => {
        const refund = await client.paymentRefunds.create({
          paymentId: providerId,
          amount: { value: formatCents(amountCents), currency },
          description: description.slice(0, MAX_DESCRIPTION),
          idempotencyKey: reference,
        })
        return refund.id
      })
    },
  }
}

/** What reads settlements: the token for them, or the key itself where that is one of an organization. */
function settlementsOf({ apiKey, payoutToken, baseUrl }: MollieConnection, timeoutMs: number) {
  const token = payoutToken ?? apiKey
  if (!/^access_[\x21-\x7e]+$/.test(token))
    throw new PaymentProviderError(
      'unauthorized',
      payoutToken === undefined
        ? 'Mollie tells an API key nothing of payouts: that takes an organization access token.'
        : 'The organization access token for Mollie has not the form of one: access_….',
    )
  const reader = createMollieClient({ apiKey: token, apiEndpoint: baseUrl })
  boundRequests(reader, { baseUrl, timeoutMs })
  const asking = <T>(work: () => Promise<T>) =>
    inOurTerms(work, { secret: token, called: 'access token', timeoutMs })
  return { reader, asking }
}

type Order = Parameters<MollieClient['payments']['create']>[0]

const embed = [PaymentEmbed.refunds, PaymentEmbed.chargebacks]

/** An id is a part of a path. */
function assertId(id: string, form: RegExp): void {
  if (!form.test(id)) throw new PaymentProviderError('not_found', 'That is no id of Mollie.')
}

const sequences = {
  oneoff: SequenceType.oneoff,
  first: SequenceType.first,
  recurring: SequenceType.recurring,
}

function parametersOf(order: PaymentOrder): Order {
  const { customerId, mandateId, method, locale, webhookUrl } = order
  return {
    amount: { value: formatCents(order.amountCents), currency: order.currency },
    description: order.description.slice(0, MAX_DESCRIPTION),
    metadata: { paymentId: order.reference },
    sequenceType: sequences[order.sequence],
    ...(order.sequence === 'recurring' ? {} : { redirectUrl: order.redirectUrl }),
    // Mollie refuses an order whose webhook it cannot reach; on a developer's machine the return page must do.
    ...(isReachable(webhookUrl) ? { webhookUrl } : {}),
    ...(method === undefined ? {} : { method }),
    ...(locale === undefined || !locales[locale] ? {} : { locale: locales[locale] }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(mandateId === undefined ? {} : { mandateId }),
    idempotencyKey: order.reference,
  } as Order
}

/** Whether an address may be reached from elsewhere. */
export function isReachable(url: string): boolean {
  const { hostname } = new URL(url)
  return !/^(localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\]|.+\.localhost)$/.test(hostname)
}

async function findPayment(
  client: MollieClient,
  customerId: string,
  reference: string,
): Promise<ProviderPayment | undefined> {
  const payments = await client.customerPayments.page({ customerId, limit: 250 })
  const found = payments.find((payment) => referenceOf(payment) === reference)
  return found && toPayment(found)
}

const referenceOf = ({ metadata }: Payment): string | undefined => {
  const reference =
    typeof metadata === 'object' && metadata !== null && 'paymentId' in metadata
      ? metadata.paymentId
      : undefined
  return typeof reference === 'string' ? reference : undefined
}

function centsOf(amount: { value: string; currency: string }): number {
  const cents = parseCents(amount.value)
  if (cents === undefined || cents < 0 || cents > MAX_CENTS)
    throw new PaymentProviderError('unavailable', "Mollie's answer holds an amount that is none.")
  return cents
}

/** The name of the payer is in the details of some methods. */
function payerOf({ details }: Payment): string | undefined {
  if (details === undefined || details === null) return undefined
  const { consumerName, cardHolder } = details as { consumerName?: unknown; cardHolder?: unknown }
  const name = consumerName ?? cardHolder
  return typeof name === 'string' && name !== '' ? name : undefined
}

function failureOf({ status, statusReason, details }: Payment): string | undefined {
  if (status !== PaymentStatus.failed) return undefined
  if (statusReason?.message) return statusReason.message
  const { bankReason, failureMessage, failureReason } = (details ?? {}) as Record<string, unknown>
  const reason = bankReason ?? failureMessage ?? failureReason
  return typeof reason === 'string' ? reason : undefined
}

function toPayment(payment: Payment): ProviderPayment {
  const { _embedded: embedded, _links: links } = payment
  return {
    providerId: payment.id,
    reference: referenceOf(payment),
    status: payment.status,
    checkoutUrl: links.checkout?.href,
    amountCents: centsOf(payment.amount),
    currency: payment.amount.currency,
    amountRefundedCents: payment.amountRefunded ? centsOf(payment.amountRefunded) : 0,
    amountChargedBackCents: payment.amountChargedBack ? centsOf(payment.amountChargedBack) : 0,
    method: payment.method ?? undefined,
    payerName: payerOf(payment),
    mandateId: payment.mandateId ?? undefined,
    customerId: payment.customerId ?? undefined,
    paidAt: payment.paidAt ?? undefined,
    expiresAt: payment.expiresAt ?? undefined,
    failure: failureOf(payment),
    refunds: (embedded?.refunds ?? []).map(({ id, amount, createdAt, status }) => ({
      id,
      amountCents: centsOf(amount),
      at: createdAt,
      // On its way it may still be canceled; back from a closed account it is money that did not go.
      status:
        status === RefundStatus.refunded ? 'refunded' : status === RefundStatus.failed ? 'failed' : 'pending',
    })),
    chargebacks: (embedded?.chargebacks ?? []).map(({ id, amount, createdAt, reversedAt }) => ({
      id,
      amountCents: centsOf(amount),
      at: createdAt,
      // Null while it stands, whatever the client's types say.
      reversedAt: (reversedAt as string | null | undefined) ?? undefined,
    })),
  }
}

const toMandate = (mandate: {
  id: string
  status: Mandate['status']
  method: string
  signatureDate: string | null | undefined
}): Mandate => ({
  id: mandate.id,
  status: mandate.status,
  method: mandate.method,
  signedOn: mandate.signatureDate ?? undefined,
})
