import { setSeason } from '../domain/companies/set-season.ts'
import { createCustomer } from '../domain/customers/create-customer.ts'
import { createInvoice } from '../domain/invoices/create-invoice.ts'
import type { Invoice } from '../domain/invoices/invoice.ts'
import { markInvoicePaid } from '../domain/invoices/mark-invoice-paid.ts'
import { chargeMandate, insertPayment } from '../domain/payments/insert-payment.ts'
import { openCheckout } from '../domain/payments/open-checkout.ts'
import type { Payment } from '../domain/payments/payment.ts'
import { syncPayment } from '../domain/payments/sync-payment.ts'
import { fetchPayouts } from '../domain/payouts/fetch-payouts.ts'
import { atomically, type Actor, type Company, type Ctx, type Db } from '../kernel/context.ts'
import { addPeriod, dayIn } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'
import { paymentProviders } from '../providers/payments.ts'
import { demoFees, demoPlayers } from './data.ts'

const MONTHS = 15
const SEASON_MONTH = 9
const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Player {
  id: string
  name: string
  email: string
  /** Lets the club debit them. */
  byDebit: boolean
  mandateId: string | null
}

/** What somebody was charged, and when. */
interface Fee {
  player: number
  at: Date
  description: string
  cents: number
}

/**
 * The money of two seasons, told by the same verbs that make it, with a clock that is put back: paid at the test bank, debited,
 * marked by hand, late, taken back, paid back, and paid out.
 */
export async function seedHistory(
  { sql, company, actor }: { sql: Db; company: Company; actor: Actor },
  vault: Vault,
): Promise<void> {
  const today = new Date()
  const clock = { at: today, now: () => clock.at }
  const providers = paymentProviders({
    sql,
    vault,
    clock,
    publicUrl: () => 'http://127.0.0.1',
    sandboxAllowed: true,
  })
  const bank = providers.bank!
  const ctx = (): Ctx => ({ sql, company, actor, now: clock.at })

  const decide = (payment: Payment, outcome: 'pay' | 'charge_back') =>
    bank.decide(company.companyId, payment.providerId!.replace(/^sbx_/, ''), outcome)

  /** The player pays: by the mandate that they gave, or at the bank, where who is debited gives one. */
  async function pay(player: Player, invoice: Invoice): Promise<Payment> {
    const { mandateId } = player
    const input = {
      subject: { kind: 'invoice' as const, id: invoice.id },
      amountCents: invoice.amountCents,
      description: `${invoice.externalNumber} ${company.name}`,
    }
    const { id } = await atomically(ctx(), (tx) =>
      mandateId === null
        ? insertPayment(tx, providers, {
            ...input,
            sequence: player.byDebit ? 'first' : 'oneoff',
            payerName: player.name,
            payerEmail: player.email,
          })
        : chargeMandate(tx, providers, { ...input, mandateId }),
    )
    const open = await openCheckout(ctx(), providers, id)
    if (open.status === 'paid') return open
    clock.at = new Date(clock.at.getTime() + 60_000)
    await decide(open, 'pay')
    const paid = await syncPayment(ctx(), providers, id)
    if (player.byDebit) player.mandateId = paid.mandateId
    return paid
  }

  clock.at = addPeriod(today, company.timeZone, { months: -MONTHS - 1 })
  const players: Player[] = []
  for (const [index, { name, ...rest }] of demoPlayers.entries()) {
    const { id } = await createCustomer(ctx(), { name, ...rest, countryCode: 'NL' })
    players.push({ id, name, email: rest.email, byDebit: index % 2 === 0, mandateId: null })
  }
  for (const [index, { player: nth, at, description, cents }] of feesUntil(
    today,
    company.timeZone,
  ).entries()) {
    const player = players[nth]!
    clock.at = at
    const issuedOn = dayIn(at, company.timeZone)
    const invoice = await createInvoice(ctx(), {
      customerId: player.id,
      externalNumber: `${issuedOn.slice(0, 4)}-${101 + index}`,
      issuedOn,
      dueOn: dayIn(new Date(at.getTime() + 30 * DAY), company.timeZone),
      lines: [{ description, netCents: cents, vatRate: 0, amountCents: cents }],
    })
    clock.at = new Date(at.getTime() + (2 + ((index * 5) % 19)) * DAY)
    const late = index % 8 === 6
    if (late || clock.at.getTime() + 3 * DAY > today.getTime()) continue
    if (index % 7 === 3) {
      await markInvoicePaid(ctx(), invoice.id, clock.at)
      continue
    }
    const payment = await pay(player, invoice)
    clock.at = new Date(clock.at.getTime() + 2 * DAY)
    if (index % 9 === 4) await decide(payment, 'charge_back')
    else if (index % 10 === 5)
      await providers.sandbox!(company.companyId).refundPayment({
        providerId: payment.providerId!,
        amountCents: Math.round(payment.amountCents / 2),
        currency: payment.currency,
        description: payment.description,
        reference: payment.id,
      })
    else continue
    await syncPayment(ctx(), providers, payment.id)
  }
  clock.at = today
  await setSeason(ctx(), SEASON_MONTH)
  await fetchPayouts(ctx(), providers)
}

/** Membership for all when a season begins, and each month something for some; oldest first. */
function feesUntil(today: Date, timeZone: string): Fee[] {
  return Array.from({ length: MONTHS }, (_, index) => MONTHS - index).flatMap((monthsAgo) => {
    const begin = addPeriod(today, timeZone, { months: -monthsAgo })
    const month = begin.getUTCMonth() + 1
    const at = (nth: number) => new Date(begin.getTime() + ((nth * 3) % 26) * DAY + nth * HOUR)
    const fee = demoFees[month % demoFees.length]!
    return demoPlayers.flatMap((_player, player) => {
      if (month === SEASON_MONTH)
        return [
          {
            player,
            at: at(player),
            description: 'Contributie seizoen',
            cents: player % 3 === 2 ? 16_500 : 24_000,
          },
        ]
      return (player + monthsAgo) % 3 === 0 ? [{ player, at: at(player), ...fee }] : []
    })
  })
}
