import { insertEvent } from '../events/event.ts'
import { addFees } from '../invoices/add-fees.ts'
import { findLetterFacts } from './letter-facts.ts'
import { settleInvoice } from '../invoices/settle-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { queueMail } from '../mails/queue-mail.ts'
import type { PaymentStatus, Settle, Settlement, TxCtx } from '../payments/payment.ts'
import { planOfInstallment } from './find-plan.ts'
import type { Installment, InstallmentState } from './plan.ts'

const failures: ReadonlySet<PaymentStatus> = new Set(['failed', 'canceled', 'expired'])
const atBank: ReadonlySet<PaymentStatus> = new Set(['pending', 'authorized'])

/** What the news of a payment makes of its installment; undefined: nothing. */
export function stateAfter(
  known: Pick<Installment, 'state' | 'askedAt'>,
  { payment, previous, entries }: Pick<Settlement, 'payment' | 'previous' | 'entries'>,
): InstallmentState | undefined {
  const last = entries.findLast(({ kind }) => kind !== 'refund' && kind !== 'refund_failed')
  if (last) return last.kind === 'chargeback' ? 'failed' : 'paid'
  if (payment.status === previous || known.state === 'paid' || known.state === 'failed') return undefined
  const charged = payment.sequence === 'recurring'
  if (failures.has(payment.status)) {
    if (charged) return 'failed'
    // The payer broke off at the bank: it is asked as it was.
    return known.state === 'in_progress' ? (known.askedAt === null ? 'planned' : 'due') : undefined
  }
  return atBank.has(payment.status) && known.state !== 'canceled' ? 'in_progress' : undefined
}

/**
 * Hears of the payment of an installment: puts the money on the invoice, and brings the plan to it. An installment whose
 * charge fails or is charged back gets its fee once; what it was for falls to those to come by itself (`shares.ts`). Where
 * none is left, the plan has failed and the payer is asked to pay in another way.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settleInstallment: Settle = async (ctx, settlement) => {
  const { payment, entries } = settlement
  const found = await planOfInstallment(ctx, payment.subjectId)
  if (!found) return
  const { invoiceId } = found
  await lockInvoice(ctx, invoiceId)
  const plan = (await planOfInstallment(ctx, payment.subjectId))!
  const installment = plan.installments.find(({ id }) => id === payment.subjectId)!
  const { companyId } = ctx.company
  const state = stateAfter(installment, settlement)
  if (payment.sequence === 'first' && payment.status === 'paid' && payment.mandateId !== null)
    await ctx.sql`
      update installment_plans set mandate_id = ${payment.mandateId}
       where company_id = ${companyId} and id = ${plan.id} and mandate_id is null`
  if (state !== undefined)
    await ctx.sql`
      update installments
         set state = ${state},
             asked_cents = case when ${state} = 'planned' and announced_on is null then null
                                when ${state} in ('in_progress', 'paid') then ${payment.amountCents}::bigint
                                else asked_cents end,
             ended_at = case when ${state} in ('paid', 'failed') then ${ctx.now}::timestamptz end
       where company_id = ${companyId} and id = ${installment.id}`
  await settleInvoice(
    ctx,
    { ...settlement, payment: { ...payment, subjectKind: 'invoice', subjectId: invoiceId } },
    { installmentFeeCents: installment.feeCents },
  )
  const failed = state === 'failed' && installment.state !== 'failed'
  const chargebacks = entries.filter(({ kind }) => kind === 'chargeback').length
  const times = chargebacks > 0 ? chargebacks : failed && plan.state === 'running' ? 1 : 0
  if (times > 0) await addChargebackFees(ctx, invoiceId, times, plan.chargebackFeeCents)
  await endOrGoOn(ctx, { planId: plan.id, invoiceId, installment, failed })
}

async function addChargebackFees(
  ctx: TxCtx,
  invoiceId: string,
  times: number,
  feeCents: number,
): Promise<void> {
  const [invoice] = await ctx.sql<{ asks: boolean }[]>`
    select outstanding_cents > 0 and retracted_at is null as asks from invoices
     where company_id = ${ctx.company.companyId} and id = ${invoiceId}`
  if (!invoice?.asks) return
  const fee = { invoiceId, subtype: 'chargeback_fee', cents: feeCents } as const
  await addFees(
    ctx,
    Array.from({ length: feeCents > 0 ? times : 0 }, () => fee),
  )
}

async function endOrGoOn(
  ctx: TxCtx,
  on: { planId: string; invoiceId: string; installment: Installment; failed: boolean },
): Promise<void> {
  const { companyId } = ctx.company
  const [ended] = await ctx.sql`
    update installment_plans p set state = 'failed', ended_at = ${ctx.now}::timestamptz
      from invoices i
     where p.company_id = ${companyId} and p.id = ${on.planId} and i.company_id = p.company_id and i.id = p.invoice_id
       and i.outstanding_cents > 0 and i.retracted_at is null
       and (p.state = 'running' or (${on.failed} and p.state = 'paid'))
       and not exists (select from installments x where x.company_id = p.company_id and x.plan_id = p.id
                          and x.state in ('planned', 'due', 'in_progress'))
    returning p.id`
  if (!on.failed && !ended) return
  await ctx.sql`
    with change as (
      select ${companyId}::integer as company_id, ${on.invoiceId}::uuid as id, null as before,
             jsonb_build_object('planId', ${on.planId}::text, 'position', ${on.installment.position}::integer,
                                'planFailed', ${ended !== undefined}::boolean) as after
    ) ${insertEvent(ctx, on.failed ? 'installment.failed' : 'plan.failed')} from change`
  const facts = await findLetterFacts(ctx, on.invoiceId)
  if (facts.outstandingCents <= 0 || facts.retracted) return
  // A collection that goes on has its own notice of a chargeback.
  const [noticed] = await ctx.sql`
    select 1 from collections where company_id = ${companyId} and id = ${on.invoiceId} and next_step = 'chargeback'`
  if (noticed) return
  const [running] = await ctx.sql`
    select 1 from installment_plans where company_id = ${companyId} and id = ${on.planId} and state = 'running'`
  await queueMail(ctx, {
    template: running ? 'installment-failed' : 'plan-failed',
    to: facts.email,
    locale: facts.locale,
    params: {
      name: facts.name,
      number: facts.number,
      amountCents: running
        ? (on.installment.askedCents ?? on.installment.amountCents)
        : facts.outstandingCents,
      currency: facts.currency,
      url: facts.url,
    },
    about: { kind: 'invoice', id: on.invoiceId },
  })
}
