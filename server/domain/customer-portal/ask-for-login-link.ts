import type { Ctx, Db, Locale } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { hashOf } from '../access/key.ts'
import { insertMail } from '../mails/insert-mail.ts'
import { limitAttempts } from '../staff/attempts.ts'
import { checkEmail } from '../staff/user.ts'
import { ownPage } from './own-page.ts'

const LINK_MINUTES = 20

/**
 * Mails a link to whoever reads this address, if the company knows it: as a customer's, or of an invoice, an agreement or an
 * appointment. Nobody is told whether it does: the answer is the same, and so is the statement. Throws `invalid` (no address), `rate_limited`.
 */
// oxlint-disable-next-line house/ask-permission -- anybody may ask, only who reads the mail gets anything
export async function askForLoginLink(
  ctx: Ctx & { sql: Db },
  given: { email: string; locale: Locale },
  origin: { address: string },
): Promise<void> {
  const email = checkEmail(given.email).toLowerCase()
  const { companyId } = ctx.company
  const { sql, now } = ctx
  await limitAttempts(sql, now, [
    { kind: 'address', of: origin.address },
    { kind: 'mail', of: `${companyId} ${email}` },
  ])
  const token = newLinkToken(companyId)
  const mail = insertMail(
    ctx,
    {
      template: 'customer-login',
      to: email,
      locale: given.locale,
      // Behind the `#`, so that no log of a server holds the secret.
      params: { url: `${ownPage(ctx.company.id)}#${token}` },
      paramsOfRow: sql`jsonb_build_object('name', person.name)`,
      about: { kind: 'customer_login', id: sql`link.id` },
    },
    sql`from link, person`,
  )
  await sql`
    with person as (
      select case when count(*) = 1 then max(name) else '' end as name, count(*) > 0 as known
        from customers where company_id = ${companyId} and lower(email) = ${email}
    ), forgotten as (
      delete from customer_login_links where company_id = ${companyId} and expires_at < ${now}
    ), link as (
      insert into customer_login_links (company_id, id, email, hash, created_at, expires_at)
      select ${companyId}::integer, ${newId()}::uuid, ${email}, ${hashOf(token)}::bytea, ${now}::timestamptz,
             ${new Date(now.getTime() + LINK_MINUTES * 60_000)}::timestamptz
        from person
       where known
          or exists (select from invoices i join batches b on b.company_id = i.company_id and b.id = i.batch_id
                      where i.company_id = ${companyId} and i.recipient ->> 'email' <> ''
                        and lower(i.recipient ->> 'email') = ${email} and b.transmitted_at is not null)
          or exists (select from agreement_signers where company_id = ${companyId} and lower(email) = ${email})
          or exists (select from appointments where company_id = ${companyId} and attendee_email <> ''
                        and lower(attendee_email) = ${email})
      returning company_id, id
    ), mail as (${mail})
    select 1`
}
