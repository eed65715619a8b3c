import type { Locale } from '../../kernel/context.ts'
import { locales } from '../../kernel/context.ts'
import { textCode, type DueCode, type TextCodeDeps } from '../sms/text-code.ts'
import type { TextCodeJob } from './contact-code.ts'

/** One attempt to text the code of a new number, as long as the code is good. A number that is refused ends it. Throws `SmsError`. */
export async function sendTextCode(
  deps: TextCodeDeps,
  { companyId, changeId }: TextCodeJob,
  attempt: number,
): Promise<'sent' | 'refused' | 'gone'> {
  const { sql, now } = deps
  type Due = Omit<DueCode, 'locale'> & { locale: string | null; companyLocale: Locale }
  const [due] = await sql<Due[]>`
    select h.company_id as "companyId", h.id, h.code as digits, h.phone->>'number' as "to", h.sent_at as "sentAt", i.locale,
           c.locale as "companyLocale", c.name as company
      from contact_changes h
      join invoices i on i.company_id = h.company_id and i.id = h.invoice_id
      join companies c on c.company_id = h.company_id
     where h.company_id = ${companyId} and h.id = ${changeId} and h.code is not null and h.expires_at > ${now}
       and h.confirmed_at is null`
  if (!due) return 'gone'
  const locale = locales.find((one) => one === due.locale) ?? due.companyLocale
  const outcome = await textCode(deps, { ...due, locale }, attempt)
  await sql`
    update contact_changes
       set code = null, expires_at = ${outcome === 'sent' ? sql`expires_at` : sql`least(expires_at, ${now})`}
     where company_id = ${companyId} and id = ${changeId}`
  return outcome
}
