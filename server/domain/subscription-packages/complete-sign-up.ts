import type { Ctx, Tx } from '../../kernel/context.ts'
import { dayIn, type Instant, type PlainDate } from '../../kernel/time.ts'
import { createCustomer } from '../customers/create-customer.ts'
import { insertEvent } from '../events/event.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { beginPaidSubscription } from '../subscriptions/begin-paid-subscription.ts'
import type { Interval } from '../subscriptions/subscription.ts'

interface Agreed {
  packageId: string | null
  description: string
  every: Interval
  amountCents: number
  vatRate: number
  name: string
  address: string
  zipCode: string
  city: string
  email: string
}

/** What the payment of a sign-up paid; null is what was deleted since. */
export interface SignedUpTerm {
  subscriptionId: string | null
  startsOn: PlainDate | null
  invoiceId: string | null
}

/**
 * The first term of a sign-up is paid: makes the customer, the subscription that starts on the day of the payment, and
 * the invoice of that term, which the payment is for. Also when the sign-up has expired: the money is there. Once only, of
 * however many callers. Answers the term, the first time and ever after; undefined when there is no such sign-up.
 */
// oxlint-disable-next-line house/ask-permission -- money that came in is proof enough, whoever noted it
export async function completeSignUp(
  ctx: Ctx & { sql: Tx },
  id: string,
  paid: { at: Instant; mandateId: string | null },
): Promise<SignedUpTerm | undefined> {
  // The row lock makes the second wait for the first; to it nothing is left to complete.
  const [agreed] = await ctx.sql<Agreed[]>`
    update pending_sign_ups set completed_at = ${ctx.now}
     where company_id = ${ctx.company.companyId} and id = ${id} and completed_at is null
    returning package_id as "packageId", description, every, amount_cents as "amountCents", vat_rate as "vatRate", name,
              address, zip_code as "zipCode", city, email`
  if (!agreed) return termOfSignUp(ctx, id)
  const system: typeof ctx = { ...ctx, actor: { kind: 'system', id: 'sign-up', permissions: 'all' } }
  const { packageId, description, every, amountCents, vatRate, ...person } = agreed
  const startsOn = dayIn(new Date(paid.at), ctx.company.timeZone)
  const customer = await createCustomer(system, { ...person, countryCode: 'NL' })
  const { subscriptionId, invoiceId } = await beginPaidSubscription(system, {
    customerId: customer.id,
    packageId,
    description,
    startsOn,
    every,
    amountCents,
    vatRate,
    createInvoice: true,
    invoiceDescription: null,
    createPayment: paid.mandateId !== null,
    mandateId: paid.mandateId,
    followUpFailedPayment: paid.mandateId !== null,
  })
  await ctx.sql`
    with completed as (
      update pending_sign_ups set subscription_id = ${subscriptionId}, invoice_id = ${invoiceId}
       where company_id = ${ctx.company.companyId} and id = ${id}
      returning company_id, id, null as before, jsonb_build_object('customerId', ${customer.id}::text,
        'subscriptionId', subscription_id, 'invoiceId', invoice_id) as after
    ) ${insertEvent(system, 'sign_up.completed')} from completed`
  await queueMail(system, {
    to: person.email,
    template: 'sign-up-welcome',
    locale: null,
    params: { name: person.name, title: description, url: null },
    about: { kind: 'sign_up', id },
  })
  return { subscriptionId, startsOn, invoiceId }
}

/** The first term of a sign-up, once that is paid. */
// oxlint-disable-next-line house/ask-permission -- a part of what hears of payments
export async function termOfSignUp(ctx: Ctx, id: string): Promise<SignedUpTerm | undefined> {
  const [term] = await ctx.sql<SignedUpTerm[]>`
    select u.subscription_id as "subscriptionId", s.starts_on as "startsOn", u.invoice_id as "invoiceId"
      from pending_sign_ups u
      left join subscriptions s on s.company_id = u.company_id and s.id = u.subscription_id
     where u.company_id = ${ctx.company.companyId} and u.id = ${id} and u.completed_at is not null`
  return term
}
