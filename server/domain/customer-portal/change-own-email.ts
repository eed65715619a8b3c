import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { atomically, type Ctx, type Db, type Locale } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { editCustomer } from '../customers/edit-customer.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { queueMail } from '../mails/queue-mail.ts'
import { checkEmail } from '../staff/user.ts'
import { listOwnCustomers } from './list-own-customers.ts'
import { ownAddress } from './own.ts'

const CODE_MINUTES = 60
const MAX_ATTEMPTS = 5
const GAP_SECONDS = 60
/** With five attempts each: fifty guesses a day at a million codes. */
const MAX_CODES_A_DAY = 10

const hashOf = (id: string, code: string) => createHash('sha256').update(`${id} ${code}`).digest()

/** Whoever reads the old address need not learn the new one. */
const masked = (email: string) => `${email.slice(0, 1)}…${email.slice(email.indexOf('@'))}`

/** Mails a code to the address that is to be theirs. Throws `forbidden`, `invalid`, `rate_limited`. */
export async function askForOwnEmail(ctx: Ctx, given: string, locale: Locale): Promise<void> {
  allow(ctx.actor, 'customers:write')
  const email = checkEmail(given)
  if (email.toLowerCase() === ownAddress(ctx)) throw invalid('email', 'is your address already')
  const { companyId } = ctx.company
  const id = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const before = (seconds: number) => new Date(ctx.now.getTime() - seconds * 1000)
  const mail = insertMail(
    ctx,
    {
      template: 'customer-email-code',
      to: email,
      locale,
      params: { name: '', code, url: null },
      about: { kind: 'customer_login', id },
    },
    ctx.sql`from change`,
  )
  // Counted by the old address: another session of it makes no codes more.
  const [sent] = await ctx.sql`
    with change as (
      insert into customer_email_changes (company_id, id, session_id, email, code_hash, sent_at, expires_at)
      select ${companyId}::integer, ${id}::uuid, ${ctx.actor.id}::uuid, ${email}, ${hashOf(id, code)}::bytea,
             ${ctx.now}::timestamptz, ${before(-CODE_MINUTES * 60)}::timestamptz
        from customer_email_changes c
        join customer_sessions s on s.company_id = c.company_id and s.id = c.session_id
       where c.company_id = ${companyId} and s.email = ${ownAddress(ctx)} and c.sent_at > ${before(86_400)}
      having count(*) < ${MAX_CODES_A_DAY} and count(*) filter (where c.sent_at > ${before(GAP_SECONDS)}) = 0
      returning id
    ), mail as (${mail})
    select id from change`
  if (!sent)
    throw new BalieError(
      'rate_limited',
      'email',
      `A code is sent once a minute, and at most ${MAX_CODES_A_DAY} times a day.`,
      GAP_SECONDS,
    )
}

/** The address that waits for its code, if one does. */
// oxlint-disable-next-line house/ask-permission -- it is of the session that asks
export async function findOwnPendingEmail(ctx: Ctx): Promise<string | undefined> {
  const [newest] = await ctx.sql<{ email: string; waits: boolean }[]>`
    select email, confirmed_at is null and expires_at > ${ctx.now} as waits from customer_email_changes
     where company_id = ${ctx.company.companyId} and session_id = ${ctx.actor.id}
     order by sent_at desc, id desc limit 1`
  return newest?.waits ? newest.email : undefined
}

/**
 * Makes the new address that of all their customers and of the session, if the code is the newest that was mailed there.
 * Sessions of the old one end, and it is told. Every attempt counts, whatever becomes of the request: `outside` is no
 * transaction. Throws `forbidden`, `invalid`.
 */
export async function confirmOwnEmail(ctx: Ctx, outside: Db, given: string, locale: Locale): Promise<void> {
  allow(ctx.actor, 'customers:write')
  const code = given.trim()
  // What no code looks like is no guess at one.
  if (!/^\d{6}$/.test(code)) throw invalid('code', 'must be the six digits that were mailed to you')
  const { companyId } = ctx.company
  const old = ownAddress(ctx)
  const [newest] = await outside<{ id: string; hash: Uint8Array; email: string }[]>`
    update customer_email_changes set attempts = attempts + 1
     where company_id = ${companyId}
       and id = (select id from customer_email_changes
                  where company_id = ${companyId} and session_id = ${ctx.actor.id}
                  order by sent_at desc, id desc limit 1)
       and attempts < ${MAX_ATTEMPTS} and expires_at > ${ctx.now} and confirmed_at is null
    returning id, code_hash as hash, email`
  if (!newest) throw invalid('code', 'is no longer valid: ask for a new one')
  if (!timingSafeEqual(hashOf(newest.id, code), newest.hash))
    throw invalid('code', 'is not the one that was mailed to you')
  await atomically(ctx, async (inside) => {
    const { sql, now } = inside
    const [confirmed] = await sql`
      update customer_email_changes set confirmed_at = ${now}
       where company_id = ${companyId} and id = ${newest.id} and confirmed_at is null returning 1`
    if (!confirmed) return
    for (const { id } of await listOwnCustomers(inside))
      await editCustomer(inside, id, { email: newest.email })
    await queueMail(inside, {
      template: 'customer-email-changed',
      to: old,
      locale,
      params: { name: '', address: masked(newest.email), url: null },
      about: { kind: 'customer_login', id: newest.id },
    })
    await sql`
      with moved as (
        update customer_sessions set email = ${newest.email.toLowerCase()}
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
