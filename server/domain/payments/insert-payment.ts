import type { Ctx } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { insertEvent } from '../events/event.ts'
import { paymentColumns, type Payment } from './payment.ts'
import { SANDBOX, type PaymentProviders, type PaymentSequence } from './provider.ts'
import type { SubjectKind } from './subjects.ts'
import { addSyncPaymentJob } from './sync-job.ts'

/** What is to be paid, before a provider knows of it. */
export interface NewPayment {
  subject: { kind: SubjectKind; id: string }
  /** Positive. */
  amountCents: number
  /** On the payer's bank statement. */
  description: string
  /** `oneoff` if left out. */
  sequence?: 'oneoff' | 'first'
  /** The provider's name of a method; left out, the payer chooses. */
  method?: string
  payerName?: string
  payerEmail?: string
  locale?: string
  /** The address that the payer comes back to, after us; left out, our own page says how it went. */
  returnTo?: string
}

/**
 * Notes a payment that is to be made; the provider hears of it when its checkout is opened (`openCheckout`), so this
 * may stand in any transaction. Throws `unavailable` when the company has no provider.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function insertPayment(
  ctx: Ctx,
  providers: PaymentProviders,
  input: NewPayment,
): Promise<Payment> {
  return insertRow(ctx, providers, { ...input, sequence: input.sequence ?? 'oneoff' })
}

/**
 * Charges a mandate that an earlier first payment gave, without the payer. The provider is asked by a job that is part
 * of the same change; the outcome comes to the module of the subject. Throws `invalid` for a mandate that is not known
 * here, `unavailable` when the company has no provider.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what is paid
export async function chargeMandate(
  ctx: Ctx,
  providers: PaymentProviders,
  input: Pick<NewPayment, 'subject' | 'amountCents' | 'description'> & { mandateId: string },
): Promise<Payment> {
  const [first] = await ctx.sql<{ customerId: string; name: string | null; email: string | null }[]>`
    select provider_customer_id as "customerId", payer_name as name, payer_email as email from payments
     where company_id = ${ctx.company.companyId} and mandate_id = ${input.mandateId} and sequence = 'first'
       and provider_customer_id is not null
     order by created_at desc limit 1`
  if (!first) throw invalid('mandateId', 'must be a mandate that an earlier payment gave')
  return insertRow(ctx, providers, {
    ...input,
    sequence: 'recurring',
    providerCustomerId: first.customerId,
    ...(first.name === null ? {} : { payerName: first.name }),
    ...(first.email === null ? {} : { payerEmail: first.email }),
  })
}

async function insertRow(
  ctx: Ctx,
  providers: PaymentProviders,
  input: Omit<NewPayment, 'sequence'> & {
    sequence: PaymentSequence
    mandateId?: string
    providerCustomerId?: string
  },
): Promise<Payment> {
  const { company, now } = ctx
  const token = newLinkToken(company.companyId)
  const fallback = providers.sandbox === undefined ? null : SANDBOX
  const [payment] = await ctx.sql<Payment[]>`
    with chosen as (
      select coalesce(c.provider, ${fallback}::text) as provider, c.id as connection_id
        from (select 1) one
        left join payment_connections c on c.company_id = ${company.companyId} and c.disconnected_at is null
    ), made as (
      insert into payments (company_id, id, token, subject_kind, subject_id, amount_cents, currency, description,
        sequence, status, provider, connection_id, provider_customer_id, mandate_id, wanted_method, payer_name,
        payer_email, locale, return_to, created_at, changed_at)
      select ${company.companyId}::integer, ${newId()}::uuid, ${token}, ${input.subject.kind}, ${input.subject.id}::uuid,
             ${input.amountCents}::bigint, ${company.currency}, ${input.description}, ${input.sequence}, 'created',
             provider, connection_id, ${input.providerCustomerId ?? null}, ${input.mandateId ?? null},
             ${input.method ?? null}, ${input.payerName ?? null}, ${input.payerEmail ?? null}, ${input.locale ?? null},
             ${input.returnTo ?? null}, ${now}::timestamptz, ${now}::timestamptz
        from chosen where provider is not null
      returning *, null as before,
        jsonb_build_object('subjectKind', subject_kind, 'subjectId', subject_id, 'amountCents', amount_cents) as after
    ), event as (${insertEvent(ctx, 'payment.created')} from made),
    job as (select ${addSyncPaymentJob(ctx.sql, now)} from made where sequence = 'recurring')
    select ${paymentColumns(ctx)}, (select count(*) from job) as jobs from made`
  if (!payment)
    throw new BalieError('unavailable', 'payments', `${company.name} does not take payments online.`)
  return payment
}
