import { textCode, type DueCode, type TextCodeDeps } from '../sms/text-code.ts'
import type { TextOwnCodeJob } from './change-own-phone.ts'

/** One attempt to text the code of a customer's new number, as long as the code is good. A number that is refused ends it. Throws `SmsError`. */
export async function textOwnCode(
  deps: TextCodeDeps,
  { companyId, changeId, locale }: TextOwnCodeJob,
  attempt: number,
): Promise<'sent' | 'refused' | 'gone'> {
  const { sql, now } = deps
  const [due] = await sql<Omit<DueCode, 'locale'>[]>`
    select h.company_id as "companyId", h.id, h.code as digits, h.phone as "to", h.sent_at as "sentAt", c.name as company
      from customer_contact_changes h join companies c on c.company_id = h.company_id
     where h.company_id = ${companyId} and h.id = ${changeId} and h.code is not null and h.expires_at > ${now}
       and h.confirmed_at is null`
  if (!due) return 'gone'
  const outcome = await textCode(deps, { ...due, locale }, attempt)
  await sql`
    update customer_contact_changes
       set code = null, expires_at = ${outcome === 'sent' ? sql`expires_at` : sql`least(expires_at, ${now})`}
     where company_id = ${companyId} and id = ${changeId}`
  return outcome
}
