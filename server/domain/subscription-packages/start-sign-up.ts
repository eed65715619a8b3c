import { randomUUID } from 'node:crypto'
import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { insertPayment } from '../payments/insert-payment.ts'
import type { PaymentProviders } from '../payments/provider.ts'

/** Who wants to become a customer. */
export interface NewSignUp {
  name: string
  /** Street and number. */
  address: string
  zipCode: string
  city: string
  email: string
}

export interface PendingSignUp {
  id: string
  /** The secret of its payment's checkout page. */
  paymentToken: string
  expiresAt: Date
}

/** As long as a payer takes, and a price stands. */
const PAYABLE_MS = 60 * 60_000

/**
 * Notes who wants a package, on its terms as they are now, and the payment of the first term, which also asks for the
 * mandate to charge the next ones; the way to it is mailed too. That payment makes the customer and the subscription (`completeSignUp`); nothing does
 * until then. Throws `forbidden`, `not_found` (package), `unavailable` (the company takes no payments online).
 */
export async function startSignUp(
  ctx: Ctx,
  providers: PaymentProviders,
  packageId: string,
  input: NewSignUp,
): Promise<PendingSignUp> {
  allow(ctx.actor, 'subscription:write')
  const expiresAt = new Date(ctx.now.getTime() + PAYABLE_MS)
  return atomically(ctx, async (tx) => {
    // Random, not of this moment: the original shows a plain UUID, and who is signing up is nobody's to guess.
    const id = randomUUID()
    const [signUp] = await tx.sql<{ amountCents: number; description: string }[]>`
      with made as (
        insert into pending_sign_ups (company_id, id, package_id, description, every, amount_cents, vat_rate, name, address,
                                      zip_code, city, email, expires_at, created_at)
        select company_id, ${id}::uuid, id, name, every, amount_cents, vat_rate, ${input.name}, ${input.address},
               ${input.zipCode}, ${input.city}, ${input.email}, ${expiresAt}::timestamptz, ${ctx.now}::timestamptz
          from subscription_packages where company_id = ${ctx.company.companyId} and id = ${packageId}
        returning *, null as before, jsonb_build_object('packageId', package_id) as after
      ), event as (${insertEvent(tx, 'sign_up.started')} from made)
      select amount_cents as "amountCents", description from made`
    if (!signUp) throw notFound('subscription_package')
    const payment = await insertPayment(tx, providers, {
      subject: { kind: 'sign_up', id },
      amountCents: signUp.amountCents,
      description: signUp.description,
      sequence: 'first',
      payerName: input.name,
      payerEmail: input.email,
      locale: ctx.company.locale,
    })
    await queueMail(tx, {
      to: input.email,
      template: 'sign-up-pending',
      locale: null,
      params: {
        name: input.name,
        title: signUp.description,
        amountCents: signUp.amountCents,
        currency: ctx.company.currency,
        url: `/payment/${payment.token}`,
      },
      about: { kind: 'sign_up', id },
    })
    return { id, paymentToken: payment.token, expiresAt }
  })
}
