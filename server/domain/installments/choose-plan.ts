import { atomically, type Ctx } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { dayIn } from '../../kernel/time.ts'
import { personName } from '../customers/customer.ts'
import { insertEvent } from '../events/event.ts'
import { addFees } from '../invoices/add-fees.ts'
import { addSurcharge } from '../invoices/add-surcharge.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { invoicePagePath } from '../invoices/invoice-page-path.ts'
import type { InvoiceDetails } from '../invoices/invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { centsAtBank } from '../payments/at-bank.ts'
import { takesPayments } from '../payments/connect-payments.ts'
import type { TxCtx } from '../payments/payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'
import { plansOf } from './find-plan.ts'
import { noPlanBecause } from './list-plan-offers.ts'
import type { Plan, PlanOffer, PlanTerms } from './plan.ts'
import { findPlanTerms } from './plan-terms.ts'
import { offersFor } from './schedule.ts'

export interface Choice {
  count: number
  intervalDays: number
  /** After the first payment, the rest is charged without the payer. */
  automatic: boolean
  /** What the payer saw that it costs in all; left out, it is not compared. */
  totalCents?: number | undefined
}

/**
 * Chooses a plan on the invoice's link: its fees go on the invoice, the payer is mailed what was agreed. An installment
 * that is due today is asked for by that. Throws `not_found`, `invalid` (no such plan on offer), `conflict` (paid,
 * retracted, chosen already, not offered any more, a payment is at the bank, or it costs something else by now),
 * `unavailable` (no payments online).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function choosePlan(
  ctx: Ctx,
  providers: PaymentProviders,
  { id, token }: { id: string; token: string },
  choice: Choice,
): Promise<Plan> {
  await getPublicInvoice(ctx, id, token)
  return atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const invoice = await getPublicInvoice(tx, id, token)
    const refusal = noPlanBecause(invoice, await plansOf(tx, id))
    if (refusal) throw refusal
    if ((await centsAtBank(tx, id)) > 0)
      throw conflict('payment_pending', 'A payment is being processed by the bank.')
    const terms = await findPlanTerms(tx, invoice.batchId)
    const today = dayIn(tx.now, tx.company.timeZone)
    const offer =
      terms &&
      offersFor(terms, invoice, today).find(
        ({ count, intervalDays }) => count === choice.count && intervalDays === choice.intervalDays,
      )
    if (!terms || !offer) throw invalid('installments', 'must be those of a plan on offer')
    if (!(await takesPayments(tx, providers)))
      throw new BalieError('unavailable', 'payments', `${tx.company.name} does not take payments online.`)
    if (choice.totalCents !== undefined && choice.totalCents !== offer.totalCents)
      throw conflict('plan_changed', 'The amounts have changed: look at them again.')
    if (choice.automatic && !offer.mayCharge)
      throw invalid('automatic', 'must be false: installments are not charged here')
    await insertPlan(tx, invoice, { offer, terms, automatic: choice.automatic, today })
    await addSurcharge(tx, id, terms.surchargeCents)
    await confirm(tx, invoice, offer)
    return (await plansOf(tx, id))[0]!
  })
}

interface Agreed {
  offer: PlanOffer
  terms: PlanTerms
  automatic: boolean
  today: string
}

async function insertPlan(ctx: TxCtx, invoice: InvoiceDetails, agreed: Agreed): Promise<void> {
  const { offer, terms, automatic, today } = agreed
  const planId = newId()
  const rows = offer.installments.map(({ dueOn, amountCents, feeCents }, i) => ({
    id: newId(),
    position: i + 1,
    due_on: dueOn,
    amount_cents: amountCents,
    fee_cents: feeCents,
    due: dueOn <= today,
  }))
  await ctx.sql`
    with plan as (
      insert into installment_plans (company_id, id, invoice_id, interval_days, fee_cents, surcharge_cents, chargeback_fee_cents,
        announce_days, automatic, state, confirmed_at)
      values (${ctx.company.companyId}, ${planId}, ${invoice.id}, ${offer.intervalDays}, ${terms.feeCents}, ${terms.surchargeCents},
              ${terms.chargebackFeeCents}, ${terms.announceDays}, ${automatic}, 'running', ${ctx.now})
      returning company_id, id, invoice_id
    ), part as (
      insert into installments (company_id, id, plan_id, position, due_on, amount_cents, fee_cents, state, asked_cents,
        asked_at)
      select p.company_id, r.id, p.id, r.position, r.due_on, r.amount_cents, r.fee_cents,
             case when r.due then 'due' else 'planned' end, case when r.due then r.amount_cents end,
             case when r.due then ${ctx.now}::timestamptz end
        from plan p, jsonb_to_recordset(${ctx.sql.json(rows)}::jsonb)
          as r (id uuid, position smallint, due_on date, amount_cents bigint, fee_cents bigint, due boolean)
    ) ${insertEvent(ctx, 'plan.confirmed')} from (
      select company_id, invoice_id as id, null as before,
             jsonb_build_object('planId', id, 'automatic', ${automatic}::boolean, 'installments',
               ${ctx.sql.json(offer.installments as never)}::jsonb) as after from plan) confirmed`
}

async function confirm(ctx: TxCtx, invoice: InvoiceDetails, offer: PlanOffer): Promise<void> {
  const fees = offer.installments
    .filter(({ feeCents }) => feeCents > 0)
    .map(({ feeCents }) => ({ invoiceId: invoice.id, subtype: 'installment_fee' as const, cents: feeCents }))
  await addFees(ctx, fees)
  await queueMail(ctx, {
    template: 'plan-confirmed',
    to: invoice.recipient.email,
    locale: invoice.locale,
    params: {
      name: personName(invoice.recipient),
      number: invoice.externalNumber,
      amountCents: offer.totalCents,
      feesCents: offer.feesCents,
      currency: invoice.currency,
      installments: offer.installments.map(({ dueOn, amountCents }) => ({ dueOn, amountCents })),
      url: invoicePagePath(invoice),
    },
    about: { kind: 'invoice', id: invoice.id },
  })
}
