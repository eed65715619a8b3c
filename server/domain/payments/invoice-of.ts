import type { Ctx } from '../../kernel/context.ts'

/** Joins the invoice `i` that a payment `p` is for: itself, or one of its installments or a subscription's term. */
export const joinInvoiceOf = ({ sql }: Pick<Ctx, 'sql'>) => sql`
  left join installments part on p.subject_kind = 'installment' and part.company_id = p.company_id and part.id = p.subject_id
  left join installment_plans plan on plan.company_id = part.company_id and plan.id = part.plan_id
  left join subscription_periods term
    on p.subject_kind = 'subscription_period' and term.company_id = p.company_id and term.id = p.subject_id
  left join invoices i on i.company_id = p.company_id
    and i.id = case p.subject_kind when 'invoice' then p.subject_id when 'installment' then plan.invoice_id
                                   when 'subscription_period' then term.invoice_id end`
