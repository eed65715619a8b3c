import { atomically, type Ctx, type Db, type Locale } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { newCode, tooManyCodes } from '../codes/code.ts'
import { editCustomer } from '../customers/edit-customer.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { checkEmail } from '../staff/user.ts'
import { listOwnCustomers } from './list-own-customers.ts'
import { ownAddress } from './own.ts'
import { enterOwnCode, expiryOfCode, whereCodeMayBeSent } from './own-code.ts'

/** Whoever reads the old address need not learn the new one. */
const masked = (email: string) => `${email.slice(0, 1)}…${email.slice(email.indexOf('@'))}`

/** Mails a code to the address that is to be theirs. Throws `forbidden`, `invalid`, `rate_limited`. */
export async function askForOwnEmail(ctx: Ctx, given: string, locale: Locale): Promise<void> {
  allow(ctx.actor, 'customers:write')
  const email = checkEmail(given)
  if (email.toLowerCase() === ownAddress(ctx)) throw invalid('email', 'is your address already')
  const id = newId()
  const { digits, hash } = newCode(id)
  const mail = insertMail(
    ctx,
    {
      template: 'customer-email-code',
      to: email,
      locale,
      params: { name: '', code: digits, url: null },
      about: { kind: 'customer_login', id },
    },
    ctx.sql`from change`,
  )
  const [sent] = await ctx.sql`
    with change as (
      insert into customer_contact_changes (company_id, id, session_id, email, code_hash, sent_at, expires_at)
      select ${ctx.company.companyId}::integer, ${id}::uuid, ${ctx.actor.id}::uuid, ${email}, ${hash}::bytea,
             ${ctx.now}::timestamptz, ${expiryOfCode(ctx)}::timestamptz
        ${whereCodeMayBeSent(ctx)}
      returning id
    ), mail as (${mail})
    select id from change`
  if (!sent) throw tooManyCodes('email')
}

/**
 * Makes the new address that of all their customers and of the session, if the code is the newest that was mailed there.
 * Sessions of the old one end, and it is told. Throws `forbidden`, `invalid`.
 */
export async function confirmOwnEmail(ctx: Ctx, outside: Db, code: string, locale: Locale): Promise<void> {
  allow(ctx.actor, 'customers:write')
  const { companyId } = ctx.company
  const old = ownAddress(ctx)
  const sent = await enterOwnCode(ctx, outside, ctx.sql`email is not null`, code)
  const email = sent.email!
  await atomically(ctx, async (inside) => {
    const { sql, now } = inside
    const [confirmed] = await sql`
      update customer_contact_changes set confirmed_at = ${now}
       where company_id = ${companyId} and id = ${sent.id} and confirmed_at is null returning 1`
    if (!confirmed) return
    for (const { id } of await listOwnCustomers(inside)) await editCustomer(inside, id, { email })
    await queueMail(inside, {
      template: 'customer-email-changed',
      to: old,
      locale,
      params: { name: '', address: masked(email), url: null },
      about: { kind: 'customer_login', id: sent.id },
    })
    await sql`
      with moved as (
        update customer_sessions set email = ${email.toLowerCase()}
         where company_id = ${companyId} and id = ${inside.actor.id}
      ), ended as (
        update customer_sessions set ended_at = ${now}
         where company_id = ${companyId} and email = ${old} and id <> ${inside.actor.id} and ended_at is null
      ), links as (
        update customer_login_links set used_at = ${now}
         where company_id = ${companyId} and email = ${old} and used_at is null
      )
      select pg_notify('access_changed', '')`
  })
}
