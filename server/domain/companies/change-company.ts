import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { profileColumns } from './get-company-profile.ts'
import { checkProfile, type CompanyProfile } from './profile.ts'

/**
 * Replaces what is given and leaves the rest; `null` empties. The currency of a company that has invoices stays, because
 * their amounts are in it. Throws `forbidden`, `invalid`, `conflict`.
 */
export async function changeCompany(
  ctx: Ctx,
  change: Partial<CompanyProfile> & { timeZone?: string },
): Promise<CompanyProfile> {
  allow(ctx.actor, 'company:write')
  checkProfile(change)
  const { companyId } = ctx.company
  /** Given (even as null), or as it was. */
  const text = (name: string, key: keyof CompanyProfile) => ctx.sql`
    case when ${key in change} then ${change[key] ?? null}::text else old.${ctx.sql(name)} end`
  const [profile] = await ctx.sql<CompanyProfile[]>`
    with old as (
      select o.*, ${profileFacts(ctx)} as facts from companies o where o.company_id = ${companyId} for update
    ), c as (
      update companies c
         set name = ${text('name', 'name')}, brand = ${text('brand', 'brand')},
             email = ${text('email', 'email')}, locale = ${text('locale', 'locale')},
             address = ${text('address', 'address')}, address2 = ${text('address2', 'address2')},
             house_number = ${text('house_number', 'houseNumber')},
             zip_code = ${text('zip_code', 'zipCode')}, city = ${text('city', 'city')},
             country_code = ${text('country_code', 'countryCode')},
             currency = ${text('currency', 'currency')},
             vat_percentage = case when ${'vatPercentage' in change} then ${change.vatPercentage ?? null}::numeric
                                   else old.vat_percentage end,
             time_zone = coalesce(${change.timeZone ?? null}::text, old.time_zone),
             partnership_page_url = ${text('partnership_page_url', 'partnershipPageUrl')}
        from old
       where c.company_id = old.company_id
         and (${change.currency ?? null}::text is null or old.currency = ${change.currency ?? null}
              or not exists (select from invoices i where i.company_id = old.company_id))
      returning c.*, old.facts as before
    ), event as (
      ${insertEvent(ctx, 'company.changed')} from (
        select o.company_id, o.id, o.before, ${profileFacts(ctx)} as after from c o) changed
    ), told as (select pg_notify('access_changed', '') from c)
    select ${profileColumns(ctx)}, (select count(*) from told) as told from c`
  if (profile) return profile
  const [company] = await ctx.sql`select from companies where company_id = ${companyId}`
  if (!company) throw notFound('company')
  throw conflict('currency_in_use', 'The currency cannot be changed: there are invoices in it.')
}

/** Of the row `o`. */
const profileFacts = (ctx: Ctx) => ctx.sql`
  jsonb_build_object('name', o.name, 'email', o.email, 'locale', o.locale, 'address', o.address, 'zipCode', o.zip_code,
    'city', o.city, 'countryCode', o.country_code, 'currency', o.currency, 'timeZone', o.time_zone)`
