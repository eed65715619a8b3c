import { actorName, locales, type Actor, type Company, type Db, type Locale } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { isTimeZone } from '../../kernel/time.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { findCompany } from './company.ts'

const currencies = ['EUR', 'GBP', 'CHF']

export interface NewCompany {
  name: string
  email: string
  locale?: Locale
  countryCode?: string
  currency?: string
  timeZone?: string
  /** A row of `plans`; default `complete`. */
  plan?: string
}

/** Opens a tenant. Throws `invalid`, and `not_found` for a plan that does not exist. */
export async function createCompany(sql: Db, actor: Actor, now: Date, input: NewCompany): Promise<Company> {
  if (input.name.trim() === '') throw invalid('name', 'must not be empty')
  if (!/^[^\s@]+@[^\s@]+$/.test(input.email)) throw invalid('email', 'must be an e-mail address')
  if (input.locale && !locales.includes(input.locale))
    throw invalid('locale', `must be one of ${locales.join(', ')}`)
  if (input.countryCode && !/^[A-Z]{2}$/.test(input.countryCode))
    throw invalid('countryCode', 'must be two capital letters (ISO 3166-1)')
  if (input.currency && !currencies.includes(input.currency))
    throw invalid('currency', `must be one of ${currencies.join(', ')}`)
  const timeZone = input.timeZone ?? 'Europe/Amsterdam'
  if (!isTimeZone(timeZone)) throw invalid('timeZone', 'must be an IANA time zone such as Europe/Amsterdam')
  const [created] = await sql<{ companyId: number }[]>`
    with company as (
      insert into companies (id, name, email, locale, country_code, currency, time_zone, plan, created_at)
      select ${newId()}::uuid, ${input.name}, ${input.email}, ${input.locale ?? 'nl'}, ${input.countryCode ?? 'NL'},
             ${input.currency ?? 'EUR'}, ${timeZone}, p.name, ${now}::timestamptz
        from plans p where p.name = ${input.plan ?? 'complete'}
      returning company_id, id, name, plan
    ), event as (
      insert into events (company_id, id, type, subject_id, actor, at, before, after)
      select company_id, ${newId()}::uuid, 'company.created', id, ${actorName(actor)}, ${now}::timestamptz, null,
             jsonb_build_object('name', name, 'plan', plan) from company
    )
    select company_id as "companyId" from company`
  const company = created && (await findCompany(sql, created.companyId))
  if (!company) throw new BalieError('not_found', 'plan', `There is no plan ${input.plan}.`)
  return company
}
