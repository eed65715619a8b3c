import { randomBytes } from 'node:crypto'
import { formatCents, parseCents } from '../../server/kernel/money.ts'
import type { Clock } from '../../server/kernel/time.ts'
import { problem, type Answer, type FakePayment } from './mollie-books.ts'

type Kind = 'payments' | 'refunds' | 'chargebacks' | 'captures'

interface FakeSettlement {
  id: string
  reference: string
  status: string
  createdAt: string
  settledAt: string | null
  /** What Mollie does not explain by its lists, e.g. a reserve. */
  unexplained: number
  rows: Record<Kind, { id: string; cents: number; body: Record<string, unknown> }[]>
}

/** What a test does in the place of Mollie's treasury. */
export interface SettlementControls {
  /** Settles whatever moved and is in no settlement yet; answers its id. */
  settle(how?: { status?: string; unexplained?: number }): string
  setSettlement(id: string, status: string): void
  /** A payment of the account's other shop; answers its id. */
  sellElsewhere(cents: number): string
}

/** Mollie keeps 29 cents of a payment and 25 of a refund, and the VAT of it: in hundredths of cents. */
const costs = { payments: 29_00, refunds: 25_00 }
const withVat = (hundredths: number) => (hundredths * 121) / 100
const four = (hundredths: number) => (hundredths / 10_000).toFixed(4)
const eur = (value: string) => ({ currency: 'EUR', value })

/** The settlements of one account (docs.mollie.com/reference/list-settlements), newest first, page by page. */
export function mollieSettlements(url: () => string, clock: Clock, books: () => FakePayment[]) {
  const settlements: FakeSettlement[] = []
  const elsewhere: FakePayment[] = []
  const settled = new Set<string>()
  const at = () => clock.now().toISOString()

  const totalOf = ({ rows, unexplained }: FakeSettlement) => {
    const moved = Object.values(rows).flat()
    const kept = costsOf(rows).reduce((sum, { hundredths }) => sum + withVat(hundredths), 0)
    return Math.round(moved.reduce((sum, { cents }) => sum + cents, 0) + unexplained - kept / 100)
  }
  const costsOf = (rows: FakeSettlement['rows']) =>
    (['payments', 'refunds'] as const)
      .map((kind) => ({ kind, count: rows[kind].length, hundredths: rows[kind].length * costs[kind] }))
      .filter(({ count }) => count > 0)

  function shown(one: FakeSettlement) {
    const [year, month] = one.createdAt.split('-') as [string, string]
    const amounts = (hundredths: number) => ({
      amountNet: eur(four(hundredths)),
      amountVat: eur(four(withVat(hundredths) - hundredths)),
      amountGross: eur(four(withVat(hundredths))),
    })
    return {
      resource: 'settlement',
      id: one.id,
      reference: one.reference,
      createdAt: one.createdAt,
      settledAt: one.settledAt,
      status: one.status,
      amount: eur(formatCents(totalOf(one))),
      balanceId: 'bal_3kUf4yU2nT',
      periods: {
        [year]: {
          [month]: {
            revenue: [],
            costs: costsOf(one.rows).map(({ kind, count, hundredths }) => ({
              description: kind === 'payments' ? 'iDEAL' : 'Refunds iDEAL',
              method: kind === 'payments' ? 'ideal' : 'refund',
              count,
              rate: { fixed: eur(four(costs[kind])), percentage: null },
              ...amounts(hundredths),
            })),
          },
        },
      },
      _links: { self: { href: `${url()}settlements/${one.id}`, type: 'application/hal+json' } },
    }
  }

  function page(name: string, path: string, rows: { id: string }[], query: URLSearchParams): Answer {
    const limit = Number(query.get('limit') ?? 50)
    const from = query.get('from')
    const first = from === null ? 0 : rows.findIndex(({ id }) => id === from)
    if (first < 0 || limit > 250) return problem(400, 'Bad Request', 'Invalid cursor value')
    const here = rows.slice(first, first + limit)
    const next = rows[first + limit]
    return {
      status: 200,
      body: {
        count: here.length,
        _embedded: { [name]: here },
        _links: {
          previous: null,
          next: next
            ? { href: `${url()}${path}?from=${next.id}&limit=${limit}`, type: 'application/hal+json' }
            : null,
        },
      },
    }
  }

  function route(path: string, query: URLSearchParams): Answer {
    const [, , id = '', below] = path.replace(/^\/v2/, '').split('/')
    if (id === '') return page('settlements', 'settlements', settlements.toReversed().map(shown), query)
    const one = settlements.find((known) => known.id === id)
    if (!one) return problem(404, 'Not Found', 'No settlement exists with token.')
    if (below === undefined) return { status: 200, body: shown(one) }
    const rows = one.rows[below as Kind] as FakeSettlement['rows'][Kind] | undefined
    return rows
      ? page(
          below,
          `settlements/${id}/${below}`,
          rows.map((row) => ({ id: row.id, ...row.body })),
          query,
        )
      : problem(404, 'Not Found', 'The resource does not exist')
  }

  const movement = (resource: string, id: string, cents: number, body: Record<string, unknown>) => ({
    id,
    cents,
    body: {
      resource,
      mode: 'live',
      amount: eur(formatCents(Math.abs(cents))),
      settlementAmount: eur(formatCents(cents)),
      ...body,
      _links: {},
    },
  })

  const controls: SettlementControls = {
    settle({ status = 'paidout', unexplained = 0 } = {}) {
      const fresh = <Row extends { id: string }>(rows: Row[]) =>
        rows.filter(({ id }) => !settled.has(id) && settled.add(id))
      const all = [...books(), ...elsewhere]
      const one: FakeSettlement = {
        id: `stl_${randomBytes(5).toString('hex')}`,
        reference: `1234567.2611.${String(settlements.length + 1).padStart(2, '0')}`,
        status,
        createdAt: at(),
        settledAt: status === 'paidout' ? at() : null,
        unexplained,
        rows: {
          payments: fresh(all.filter(({ body }) => body.status === 'paid')).map(({ id, body }) =>
            movement('payment', id, parseCents(body.amount.value)!, {
              ...body,
              mode: 'live',
              settlementAmount: body.amount,
            }),
          ),
          refunds: all.flatMap((payment) =>
            fresh(payment.refunds.filter((refund) => refund.status === 'refunded')).map(
              ({ id, cents, createdAt }) =>
                movement('refund', id, 0 - cents, {
                  paymentId: payment.id,
                  status: 'refunded',
                  createdAt,
                }),
            ),
          ),
          chargebacks: all.flatMap((payment) =>
            fresh(payment.chargebacks).map(({ id, cents, createdAt }) =>
              movement('chargeback', id, 0 - cents, { paymentId: payment.id, createdAt }),
            ),
          ),
          captures: [],
        },
      }
      settlements.push(one)
      return one.id
    },
    setSettlement(id, status) {
      const one = settlements.find((known) => known.id === id)!
      one.status = status
      if (status === 'paidout') one.settledAt = at()
    },
    sellElsewhere(cents) {
      const id = `tr_${randomBytes(5).toString('hex')}`
      const amount = eur(formatCents(cents))
      elsewhere.push({
        id,
        body: {
          status: 'paid',
          amount,
          sequenceType: 'oneoff',
          createdAt: at(),
          paidAt: at(),
          metadata: null,
        },
        refunds: [],
        chargebacks: [],
      })
      return id
    },
  }
  return { route, controls }
}
