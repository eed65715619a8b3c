import type { Ctx } from '../../kernel/context.ts'
import type { Plan } from './plan.ts'

const columns = (ctx: Ctx) => ctx.sql`
  p.id, p.interval_days as "intervalDays", p.fee_cents as "feeCents", p.surcharge_cents as "surchargeCents", p.chargeback_fee_cents as "chargebackFeeCents",
  p.announce_days as "announceDays", p.automatic, p.mandate_id as "mandateId", p.state, p.confirmed_at as "confirmedAt",
  (select json_agg(json_build_object('id', i.id, 'position', i.position, 'dueOn', i.due_on, 'amountCents', i.amount_cents,
            'feeCents', i.fee_cents, 'state', i.state, 'askedCents', i.asked_cents, 'announcedOn', i.announced_on,
            'askedAt', i.asked_at)
            order by i.position)
     from installments i where i.company_id = p.company_id and i.plan_id = p.id) as installments`

/** The plans of an invoice, the newest first, with their installments in order. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of the invoice
export async function plansOf(ctx: Ctx, invoiceId: string): Promise<Plan[]> {
  return ctx.sql<Plan[]>`
    select ${columns(ctx)} from installment_plans p
     where p.company_id = ${ctx.company.companyId} and p.invoice_id = ${invoiceId}
     order by p.confirmed_at desc, p.id desc`
}

/** The plan that an installment is of, and its invoice; undefined when they are gone. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of the invoice
export async function planOfInstallment(
  ctx: Ctx,
  installmentId: string,
): Promise<(Plan & { invoiceId: string }) | undefined> {
  const [plan] = await ctx.sql<(Plan & { invoiceId: string })[]>`
    select ${columns(ctx)}, p.invoice_id as "invoiceId"
      from installment_plans p
     where p.company_id = ${ctx.company.companyId}
       and p.id = (select plan_id from installments
                    where company_id = ${ctx.company.companyId} and id = ${installmentId})`
  return plan
}
