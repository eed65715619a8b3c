import type { Db, Locale } from '../../kernel/context.ts'
import { locales } from '../../kernel/context.ts'
import type { Vault } from '../../kernel/vault.ts'
import { openSmsConnection } from '../sms/connect-sms.ts'
import { SmsError, type SmsProviders } from '../sms/provider.ts'
import { segmentsOf } from '../sms/segments.ts'
import type { TextCodeJob } from './contact-code.ts'

export interface TextCodeDeps {
  sql: Db
  vault: Vault
  now: Date
  providers: SmsProviders
  publicUrl: () => string
  render(code: { digits: string; locale: Locale; company: string }): string
}

interface DueCode {
  digits: string
  to: string
  sentAt: string
  locale: string | null
  companyLocale: Locale
  company: string
}

/**
 * One attempt to text the code of a new number, as long as the code is good. What may have gone out by an attempt before is
 * looked for first. A number that is refused ends the code. Throws `SmsError` where another attempt may help.
 */
export async function sendTextCode(
  { sql, vault, now, providers, publicUrl, render }: TextCodeDeps,
  { companyId, changeId }: TextCodeJob,
  attempt: number,
): Promise<'sent' | 'refused' | 'gone'> {
  const [due] = await sql<DueCode[]>`
    select h.code as digits, h.phone->>'number' as "to", h.sent_at as "sentAt", i.locale, c.locale as "companyLocale",
           c.name as company
      from contact_changes h
      join invoices i on i.company_id = h.company_id and i.id = h.invoice_id
      join companies c on c.company_id = h.company_id
     where h.company_id = ${companyId} and h.id = ${changeId} and h.code is not null and h.expires_at > ${now}
       and h.confirmed_at is null`
  if (!due) return 'gone'
  const locale = locales.find((one) => one === due.locale) ?? due.companyLocale
  const connection = await openSmsConnection(sql, vault, companyId)
  if (!connection) throw new SmsError('unauthorized', 'No provider of text messages is connected.')
  const body = render({ digits: due.digits, locale, company: due.company })
  const provider = providers(connection)
  const reference = changeId
  const reportUrl = `${publicUrl()}/webhooks/messagebird/${connection.reportToken}`
  const { unicode } = segmentsOf(body)
  try {
    const known = attempt > 1 ? await provider.find(due.to, reference, new Date(due.sentAt)) : undefined
    if (known === undefined) await provider.send({ to: due.to, body, unicode, reference, reportUrl })
  } catch (error) {
    if (!(error instanceof SmsError && error.kind === 'refused')) throw error
    await sql`
      update contact_changes set code = null, expires_at = least(expires_at, ${now})
       where company_id = ${companyId} and id = ${changeId}`
    return 'refused'
  }
  await sql`update contact_changes set code = null where company_id = ${companyId} and id = ${changeId}`
  return 'sent'
}
