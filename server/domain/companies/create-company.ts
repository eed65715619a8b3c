import { actorName, type Actor, type Company, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { findCompany } from './company.ts'
import { checkProfile, type CompanyProfile } from './profile.ts'

export type NewCompany = Pick<CompanyProfile, 'name' | 'email'> &
  Partial<CompanyProfile> & {
    timeZone?: string
    /** A row of `plans`; default `complete`. */
    plan?: string
  }

/** Where it is not said, the time zone of the capital. */
const timeZones: Record<string, string> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
}

/** Opens a tenant. Throws `invalid`, and `not_found` for a plan that does not exist. */
export async function createCompany(
  sql: Db | Tx,
  actor: Actor,
  now: Date,
  input: NewCompany,
): Promise<Company> {
  checkProfile(input)
  const { countryCode = 'NL' } = input
  const timeZone = input.timeZone ?? timeZones[countryCode] ?? 'Europe/Amsterdam'
  const [created] = await sql<{ companyId: number }[]>`
    with company as (
      insert into companies (id, name, brand, email, locale, address, address2, house_number, zip_code, city,
                             country_code, currency, vat_percentage, partnership_page_url, time_zone, plan, created_at)
      select ${newId()}::uuid, ${input.name}, ${input.brand ?? 'clubcollect'}, ${input.email},
             ${input.locale ?? 'nl'}, ${input.address ?? null}, ${input.address2 ?? null},
             ${input.houseNumber ?? null}, ${input.zipCode ?? null}, ${input.city ?? null}, ${countryCode},
             ${input.currency ?? 'EUR'}, ${input.vatPercentage ?? null}::numeric, ${input.partnershipPageUrl ?? null},
             ${timeZone}, p.name, ${now}::timestamptz
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
