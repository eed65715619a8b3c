import type { Ageing } from '../../../domain/reports/ageing.ts'
import type { Collected, Takings } from '../../../domain/reports/get-collected.ts'
import type { AttentionItem } from '../../../domain/reports/get-attention.ts'
import type { AgeingRow, AgeingSubject } from '../../../domain/reports/list-ageing.ts'
import type { FailedPayment } from '../../../domain/reports/list-failed-payments.ts'
import type { ProviderTakings } from '../../../domain/reports/list-provider-days.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'
import { orNull } from '../imports/present.ts'

export const presentAgeing = (ageing: Ageing) => ({
  invoices: ageing.invoices,
  total: formatCents(ageing.totalCents),
  overpaid: formatCents(ageing.overpaidCents),
  notDue: formatCents(ageing.notDue),
  days1to30: formatCents(ageing.days1to30),
  days31to60: formatCents(ageing.days31to60),
  days61to90: formatCents(ageing.days61to90),
  over90: formatCents(ageing.over90),
})

export const presentAgeingRow = (row: AgeingRow, by: AgeingSubject) => ({
  id: encodeId(by, row.id),
  name: row.name,
  ...presentAgeing(row),
})

/** To four decimals; a rate of nothing is none. */
const rate = (count: number, payments: number) =>
  payments === 0 ? null : Math.round((count / payments) * 10_000) / 10_000

const presentTakings = ({ collectedCents, payments, chargebacks, refunds }: Takings) => ({
  collected: formatCents(collectedCents),
  payments: { count: payments.count, amount: formatCents(payments.cents) },
  chargebacks: {
    count: chargebacks.count,
    amount: formatCents(chargebacks.cents),
    reversed: formatCents(chargebacks.reversedCents),
    rate: rate(chargebacks.count, payments.count),
  },
  refunds: {
    count: refunds.count,
    amount: formatCents(refunds.cents),
    failed: formatCents(refunds.failedCents),
    rate: rate(refunds.count, payments.count),
  },
})

export const presentCollected = (report: Collected, { currency }: Company) => ({
  from: report.from,
  to: report.to,
  currency,
  ...presentTakings(report),
  periods: report.periods.map(({ from, to, collectedCents, previousCents }) => ({
    from,
    to,
    collected: formatCents(collectedCents),
    previous: formatCents(previousCents),
  })),
  methods: report.methods.map((one) => ({ method: one.method, ...presentTakings(one) })),
  fees: report.fees.map(({ subtype, charges, chargedCents, creditedCents, collectedCents }) => ({
    subtype,
    charges,
    charged: formatCents(chargedCents),
    credited: formatCents(creditedCents),
    collected: formatCents(collectedCents),
  })),
  previous: {
    from: report.previous.from,
    to: report.previous.to,
    ...presentTakings(report.previous),
    toDate: {
      to: report.previous.toDate.to,
      collected: formatCents(report.previous.toDate.collectedCents),
    },
  },
})

export const presentProviderTakings = (
  { days, chargeable, connected }: ProviderTakings,
  { currency }: Company,
) => ({
  currency,
  connected,
  days: days.map(({ day, provider, payments, paidCents, refundedCents, chargedBackCents, netCents }) => ({
    day,
    provider,
    payments,
    paid: formatCents(paidCents),
    refunded: formatCents(refundedCents),
    chargedBack: formatCents(chargedBackCents),
    net: formatCents(netCents),
  })),
  chargeable: {
    payments: chargeable.payments,
    amount: formatCents(chargeable.cents),
    since: chargeable.since,
  },
})

export const presentFailedPayment = (payment: FailedPayment, { timeZone }: Company) => ({
  id: encodeId('payment', payment.id),
  at: formatAtom(payment.at, timeZone),
  invoiceId: payment.invoiceId === null ? null : encodeId('invoice', payment.invoiceId),
  invoiceNumber: payment.externalNumber,
  description: payment.description,
  payer: payment.payerName,
  amount: formatCents(payment.amountCents),
  method: payment.method,
  provider: payment.provider,
  failure: payment.failure,
})

export const presentAttentionItem = ({ kind, count, cents, since }: AttentionItem, company: Company) => ({
  kind,
  count,
  amount: cents === null ? null : formatCents(cents),
  since: orNull(since, company),
})
