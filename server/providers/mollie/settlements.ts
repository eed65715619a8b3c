import type { MollieClient } from '@mollie/api-client'
import {
  PaymentProviderError,
  type PayoutStatus,
  type ProviderPayout,
  type ProviderPayoutEntry,
} from '../../domain/payments/provider.ts'
import { parseCents, roundedDivision } from '../../kernel/money.ts'

type Settlement =
  ReturnType<MollieClient['settlements']['iterate']> extends AsyncIterable<infer Row> ? Row : never
type Ask = <T>(work: () => Promise<T>) => Promise<T>

/** The most that Mollie gives at once. */
const PAGE = 250

interface Page<Row> extends Array<Row> {
  nextPageCursor?: string | undefined | null
}

/** Page after page, each with its own time-out, until `enough`. */
async function pages<Row>(
  ask: Ask,
  page: (at: { limit: number; from?: string }) => Promise<Page<Row>>,
  enough: (rows: Row[]) => boolean = () => false,
): Promise<Row[]> {
  const all: Row[] = []
  for (let from: string | undefined; ;) {
    const at = from === undefined ? { limit: PAGE } : { limit: PAGE, from }
    const rows = await ask(() => page(at))
    all.push(...rows)
    const next = rows.nextPageCursor ?? undefined
    if (next === undefined || next === from || enough(rows)) return all
    from = next
  }
}

/** What Mollie calls settlements, newest first, down to those that began before. */
export async function listSettlements(
  client: MollieClient,
  ask: Ask,
  since: Date,
): Promise<ProviderPayout[]> {
  const before = ({ createdAt }: Settlement) => Date.parse(createdAt) < since.getTime()
  const rows = await pages<Settlement>(
    ask,
    (at) => client.settlements.page(at),
    (page) => page.some(before),
  )
  // The balance that is not a settlement yet bears a word in the place of an id.
  return rows.filter((row) => isSettlement(row.id) && !before(row)).map(toPayout)
}

export const isSettlement = (id: string): boolean => /^stl_[0-9A-Za-z]{1,60}$/.test(id)

/** What is in a settlement: its payments, captures, refunds and chargebacks, and what Mollie keeps. */
export async function listSettlementEntries(
  client: MollieClient,
  ask: Ask,
  settlementId: string,
): Promise<ProviderPayoutEntry[]> {
  const settlement = await ask(() => client.settlements.get(settlementId))
  const { currency } = settlement.amount
  const inside = { settlementId }
  const [payments, captures, refunds, chargebacks] = [
    await pages<Moved>(ask, (at) => client.settlementPayments.page({ ...inside, ...at })),
    await pages<Moved>(ask, (at) => client.settlementCaptures.page({ ...inside, ...at })),
    await pages<Moved>(ask, (at) => client.settlementRefunds.page({ ...inside, ...at })),
    await pages<Moved>(ask, (at) => client.settlementChargebacks.page({ ...inside, ...at })),
  ]
  return [
    ...payments.map((row) => ({ ...moved('payment', row, currency), paymentId: row.id })),
    ...captures.map((row) => moved('capture', row, currency)),
    ...refunds.map((row) => moved('refund', row, currency)),
    ...chargebacks.map((row) => moved('chargeback', row, currency)),
    ...costsOf(settlement),
  ]
}

const statuses: Record<string, PayoutStatus> = {
  open: 'open',
  pending: 'pending',
  'processing-at-bank': 'pending',
  paidout: 'paidout',
  failed: 'failed',
}

function toPayout({ id, reference, status, amount, createdAt, settledAt }: Settlement): ProviderPayout {
  const known = statuses[status]
  if (known === undefined)
    throw new PaymentProviderError('unavailable', "Mollie's answer holds a state that is none.")
  return {
    providerId: id,
    // Null while it is open, whatever the client's types say.
    reference: reference ?? undefined,
    status: known,
    amountCents: signedCents(amount.value),
    currency: amount.currency,
    createdAt,
    settledAt: settledAt ?? undefined,
  }
}

interface Amount {
  value: string
  currency: string
}

/** What the four lists have alike. */
interface Moved {
  id: string
  paymentId?: string
  amount: Amount | null
  settlementAmount?: Amount | null
  createdAt: string
  paidAt?: string | null
}

/** Mollie tells what it settled in the account's currency until 2027; afterwards the amount itself says it. */
function moved(
  kind: 'payment' | 'capture' | 'refund' | 'chargeback',
  { id, paymentId, amount, settlementAmount, createdAt, paidAt }: Moved,
  currency: string,
): ProviderPayoutEntry {
  const settled = settlementAmount?.currency === currency ? settlementAmount : amount
  const cents = settled?.currency === currency ? Math.abs(signedCents(settled.value)) : 0
  return {
    kind,
    providerId: id,
    paymentId,
    amountCents: kind === 'payment' || kind === 'capture' ? cents : 0 - cents,
    description: undefined,
    at: paidAt ?? createdAt,
  }
}

/**
 * What Mollie keeps, by month and method. It counts in hundredths of cents and rounds the whole, so the running total is
 * rounded here: the parts then add up to it.
 */
function costsOf({ periods, createdAt }: Settlement): ProviderPayoutEntry[] {
  let total = 0n
  let told = 0n
  return Object.entries((periods as Settlement['periods'] | undefined) ?? {}).flatMap(([year, months]) =>
    Object.entries(months).flatMap(([month, { costs }]) =>
      costs.map(({ description, method, amountGross }, index) => {
        total += hundredths(amountGross.value)
        const rounded = roundedDivision(total, 100n)
        const cents = Number(rounded - told)
        told = rounded
        return {
          kind: 'cost' as const,
          providerId: `${year}-${month} ${method} ${index}`,
          paymentId: undefined,
          amountCents: 0 - cents,
          description,
          at: createdAt,
        }
      }),
    ),
  )
}

const nonsense = () =>
  new PaymentProviderError('unavailable', "Mollie's answer holds an amount that is none.")

function signedCents(value: string): number {
  const cents = parseCents(value)
  if (cents === undefined) throw nonsense()
  return cents
}

/** `"2.5410"` to 25410. */
function hundredths(value: string): bigint {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,4}))?$/.exec(value)
  if (!match) throw nonsense()
  const amount = BigInt(match[2]!) * 10_000n + BigInt((match[3] ?? '').padEnd(4, '0'))
  return match[1] ? -amount : amount
}
