import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { paymentLinkColumns, type PaymentLink } from './payment-link.ts'

/** The job that runs when a link expires. Its payload names the row. */
export const EXPIRE_PAYMENT_LINK = 'expire-payment-link'

export interface ExpirePaymentLinkJob {
  companyId: number
  paymentLinkId: string
}

export interface NewPaymentLink {
  description: string
  /** Positive. */
  amountCents: number
  reusable: boolean
  /** The first instant at which it can no longer be used; null: it never expires. */
  expiresAt: Date | null
}

/** Makes a link, and the job for the moment that it expires. Throws `forbidden`, `invalid` (amount, past expiry). */
export async function createPaymentLink(ctx: Ctx, input: NewPaymentLink): Promise<PaymentLink> {
  allow(ctx.actor, 'paymentlinks:write')
  if (input.amountCents <= 0) throw invalid('amount', 'must be more than zero')
  if (input.expiresAt !== null && input.expiresAt <= ctx.now)
    throw invalid('expiresAt', 'must not be in the past')
  const [link] = await ctx.sql<[PaymentLink]>`
    with made as (
      insert into payment_links (company_id, id, description, amount_cents, currency, reusable, status, expires_at,
                                 created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.description}, ${input.amountCents}, ${ctx.company.currency},
              ${input.reusable}, 'open', ${input.expiresAt}, ${ctx.now})
      returning *, null as before, jsonb_build_object('description', description, 'amountCents', amount_cents) as after
    ), event as (${insertEvent(ctx, 'payment_link.created')} from made),
    job as (
      select graphile_worker.add_job(${EXPIRE_PAYMENT_LINK}::text,
               json_build_object('companyId', company_id, 'paymentLinkId', id), run_at := expires_at)
        from made where expires_at is not null
    )
    select ${paymentLinkColumns(ctx)}, (select count(*) from job) as jobs from made`
  return link
}
