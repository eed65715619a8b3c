import { randomBytes } from 'node:crypto'
import type { Clock } from '../../server/kernel/time.ts'
import { formatCents, parseCents } from '../../server/kernel/money.ts'

export type Operation =
  'create' | 'get' | 'customer' | 'mandates' | 'customer payments' | 'refund' | 'methods' | 'settlements'

interface Amount {
  value: string
  currency: string
}

export interface FakePayment {
  id: string
  body: Record<string, unknown> & { status: string; amount: Amount; sequenceType: string }
  refunds: { id: string; cents: number; status: string; createdAt: string }[]
  chargebacks: { id: string; cents: number; createdAt: string; reversedAt: string | null }[]
}

export interface Answer {
  status: number
  body: unknown
}

const id = (prefix: string) => prefix + randomBytes(6).toString('hex').slice(0, 10)
export const problem = (status: number, title: string, detail: string, field?: string): Answer => ({
  status,
  body: {
    status,
    title,
    detail,
    ...(field ? { field } : {}),
    _links: { documentation: { href: 'https://docs.mollie.com/errors', type: 'text/html' } },
  },
})
const missing = () => problem(404, 'Not Found', 'No payment exists with token.')
const unprocessable = (detail: string, field: string) => problem(422, 'Unprocessable Entity', detail, field)

/** What a test does in the place of payers and banks. */
export interface MollieControls {
  payments(): FakePayment[]
  /** The payment that was ordered for one of ours. */
  paymentFor(reference: string): FakePayment
  pay(id: string, how?: { method?: string; name?: string }): void
  become(id: string, status: 'open' | 'pending' | 'authorized' | 'failed' | 'canceled' | 'expired'): void
  refund(id: string, cents: number, status?: string): string
  setRefund(id: string, refundId: string, status: string): void
  chargeBack(id: string, cents: number): string
  reverseChargeback(id: string, chargebackId: string): void
}

/** The payments, customers and mandates of one account, and how Mollie shows them. */
export function mollieBooks(url: () => string, clock: Clock) {
  const payments = new Map<string, FakePayment>()
  const customers = new Map<string, { mandates: Record<string, unknown>[] }>()
  const one = (paymentId: string): FakePayment => payments.get(paymentId)!

  const href = (path: string) => ({ href: `${url()}${path}`, type: 'application/hal+json' })
  const amountOf = (cents: number, { currency }: Amount): Amount => ({ value: formatCents(cents), currency })

  function shown(payment: FakePayment, embed: string): Record<string, unknown> {
    const { body, refunds, chargebacks } = payment
    const refunded = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled')
    const chargedBack = chargebacks.filter(({ reversedAt }) => reversedAt === null)
    const sum = (rows: { cents: number }[]) => rows.reduce((cents, row) => cents + row.cents, 0)
    const checkout =
      body.status === 'open'
        ? {
            checkout: {
              href: `https://www.mollie.com/checkout/select-method/${payment.id}`,
              type: 'text/html',
            },
          }
        : {}
    return {
      resource: 'payment',
      id: payment.id,
      ...body,
      ...(body.status === 'paid'
        ? {
            amountRefunded: amountOf(sum(refunded), body.amount),
            amountRemaining: amountOf((parseCents(body.amount.value) ?? 0) - sum(refunded), body.amount),
          }
        : {}),
      ...(chargebacks.length > 0 ? { amountChargedBack: amountOf(sum(chargedBack), body.amount) } : {}),
      _links: { self: href(`payments/${payment.id}`), dashboard: href('dashboard'), ...checkout },
      _embedded: {
        ...(embed.includes('refunds')
          ? { refunds: refunds.map((refund) => shownRefund(payment, refund)) }
          : {}),
        ...(embed.includes('chargebacks')
          ? {
              chargebacks: chargebacks.map(({ id: chargebackId, cents, createdAt, reversedAt }) => ({
                resource: 'chargeback',
                id: chargebackId,
                amount: amountOf(cents, body.amount),
                createdAt,
                reversedAt,
                reason: { code: 'AC01', description: 'Account identifier incorrect' },
                paymentId: payment.id,
                _links: { self: href(`payments/${payment.id}/chargebacks/${chargebackId}`) },
              })),
            }
          : {}),
      },
    }
  }

  const shownRefund = (payment: FakePayment, refund: FakePayment['refunds'][number]) => ({
    resource: 'refund',
    id: refund.id,
    mode: 'test',
    amount: amountOf(refund.cents, payment.body.amount),
    status: refund.status,
    createdAt: refund.createdAt,
    description: '',
    metadata: null,
    paymentId: payment.id,
    _links: {
      self: href(`payments/${payment.id}/refunds/${refund.id}`),
      payment: href(`payments/${payment.id}`),
    },
  })

  function create(body: Record<string, unknown>): Answer {
    const amount = body['amount'] as Partial<Amount> | undefined
    if (!amount || !/^\d+\.\d{2}$/.test(amount.value ?? '') || !/^[A-Z]{3}$/.test(amount.currency ?? ''))
      return unprocessable('The amount is malformed', 'amount')
    if (amount.value === '0.00') return unprocessable('The amount is lower than the minimum', 'amount')
    if (parseCents(amount.value!)! > 5_000_000)
      return unprocessable('The amount is higher than the maximum', 'amount')
    if (typeof body['description'] !== 'string' || body['description'].length > 255)
      return unprocessable('The description is missing or too long', 'description')
    const sequence = (body['sequenceType'] ?? 'oneoff') as string
    if (sequence !== 'recurring' && typeof body['redirectUrl'] !== 'string')
      return unprocessable('The redirect URL is missing', 'redirectUrl')
    if (/localhost|127\.0\.0\.1/.test(String(body['webhookUrl'])))
      return unprocessable('The webhook URL is unreachable from Mollie', 'webhookUrl')
    const customerId = body['customerId'] as string | undefined
    const customer = customerId === undefined ? undefined : customers.get(customerId)
    if (customerId !== undefined && !customer)
      return problem(404, 'Not Found', 'No customer exists with token.')
    if (sequence !== 'oneoff' && !customer)
      return unprocessable('A customer is required for this sequence type', 'customerId')
    const mandates = customer?.mandates.filter(({ status }) => status === 'valid') ?? []
    const mandate = mandates.find(({ id: known }) => known === (body['mandateId'] ?? known))
    if (sequence === 'recurring' && !mandate)
      return unprocessable('The customer has no suitable mandates', 'mandateId')
    const { redirectUrl, webhookUrl, description, metadata, locale } = body
    const payment: FakePayment = {
      id: id('tr_'),
      body: {
        mode: 'test',
        createdAt: clock.now().toISOString(),
        status: sequence === 'recurring' ? 'pending' : 'open',
        isCancelable: false,
        amount: amount as Amount,
        description,
        metadata: metadata ?? null,
        method: sequence === 'recurring' ? 'directdebit' : (body['method'] ?? null),
        locale: locale ?? null,
        profileId: 'pfl_QkEhN94Ba',
        sequenceType: sequence,
        redirectUrl: redirectUrl ?? null,
        webhookUrl: webhookUrl ?? null,
        ...(sequence === 'recurring'
          ? {}
          : { expiresAt: new Date(clock.now().getTime() + 900_000).toISOString() }),
        ...(customerId === undefined ? {} : { customerId }),
        ...(mandate && sequence === 'recurring' ? { mandateId: mandate['id'] } : {}),
      },
      refunds: [],
      chargebacks: [],
    }
    payments.set(payment.id, payment)
    return { status: 201, body: shown(payment, '') }
  }

  function refundOf(payment: FakePayment, body: Record<string, unknown>): Answer {
    const cents = parseCents((body['amount'] as Amount | undefined)?.value ?? '')
    const gone = payment.refunds.reduce((sum, { cents: part }) => sum + part, 0)
    if (payment.body.status !== 'paid' || !cents || cents + gone > parseCents(payment.body.amount.value)!)
      return unprocessable('The amount is higher than the maximum', 'amount')
    const refund = { id: id('re_'), cents, status: 'pending', createdAt: clock.now().toISOString() }
    payment.refunds.push(refund)
    return { status: 201, body: shownRefund(payment, refund) }
  }

  const page = (name: string, rows: unknown[]): Answer => ({
    status: 200,
    body: { count: rows.length, _embedded: { [name]: rows }, _links: { previous: null, next: null } },
  })

  /** What is asked for, and how to answer it. */
  function route(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
  ): [Operation, () => Answer] | undefined {
    const [, resource, resourceId = '', below, belowId] = path.replace(/^\/v2/, '').split('/')
    const payment = payments.get(resourceId)
    const customer = customers.get(resourceId)
    if (resource === 'payments') {
      if (method === 'POST' && !resourceId) return ['create', () => create(body)]
      if (method === 'POST' && below === 'refunds')
        return ['refund', () => (payment ? refundOf(payment, body) : missing())]
      if (method === 'GET' && !below)
        return [
          'get',
          () => (payment ? { status: 200, body: shown(payment, query.get('embed') ?? '') } : missing()),
        ]
    }
    if (resource === 'methods' && method === 'GET')
      return ['methods', () => page('methods', [{ resource: 'method', id: 'ideal', description: 'iDEAL' }])]
    if (resource === 'customers') {
      if (method === 'POST' && !resourceId)
        return [
          'customer',
          () => {
            const customerId = id('cst_')
            customers.set(customerId, { mandates: [] })
            return {
              status: 201,
              body: { resource: 'customer', id: customerId, mode: 'test', ...body, _links: {} },
            }
          },
        ]
      if (!customer) return ['mandates', missing]
      if (below === 'payments')
        return [
          'customer payments',
          () =>
            page(
              'payments',
              [...payments.values()]
                .filter((row) => row.body['customerId'] === resourceId)
                .map((row) => shown(row, '')),
            ),
        ]
      if (below === 'mandates' && belowId) {
        const mandate = customer.mandates.find(({ id: known }) => known === belowId)
        return ['mandates', () => (mandate ? { status: 200, body: mandate } : missing())]
      }
      if (below === 'mandates') return ['mandates', () => page('mandates', customer.mandates)]
    }
    return undefined
  }

  const controls: MollieControls = {
    payments: () => [...payments.values()],
    paymentFor: (reference) =>
      [...payments.values()].find(
        ({ body }) => (body['metadata'] as { paymentId?: string } | null)?.paymentId === reference,
      )!,
    pay(paymentId, { method = 'ideal', name = 'J. Doe' } = {}) {
      const { body } = one(paymentId)
      const customer = customers.get(String(body['customerId']))
      body.status = 'paid'
      body['paidAt'] = clock.now().toISOString()
      body['method'] = body['method'] ?? method
      body['details'] = { consumerName: name, consumerAccount: 'NL53INGB0654422370', consumerBic: 'INGBNL2A' }
      if (body.sequenceType !== 'first' || !customer || body['mandateId']) return
      body['mandateId'] = id('mdt_')
      customer.mandates.push({
        resource: 'mandate',
        id: body['mandateId'],
        mode: 'test',
        status: 'valid',
        method: 'directdebit',
        details: body['details'],
        signatureDate: '2026-11-21',
        createdAt: clock.now().toISOString(),
        _links: {},
      })
    },
    become(paymentId, status) {
      one(paymentId).body.status = status
    },
    refund(paymentId, cents, status = 'refunded') {
      const refund = { id: id('re_'), cents, status, createdAt: clock.now().toISOString() }
      one(paymentId).refunds.push(refund)
      return refund.id
    },
    setRefund(paymentId, refundId, status) {
      one(paymentId).refunds.find(({ id: known }) => known === refundId)!.status = status
    },
    chargeBack(paymentId, cents) {
      const chargeback = { id: id('chb_'), cents, createdAt: clock.now().toISOString(), reversedAt: null }
      one(paymentId).chargebacks.push(chargeback)
      return chargeback.id
    },
    reverseChargeback(paymentId, chargebackId) {
      one(paymentId).chargebacks.find(({ id: known }) => known === chargebackId)!.reversedAt = clock
        .now()
        .toISOString()
    },
  }
  return { route, controls }
}
