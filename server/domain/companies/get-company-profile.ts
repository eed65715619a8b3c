import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { CompanyProfile } from './profile.ts'

/** The columns of a profile, from the row `c`. */
export const profileColumns = (ctx: Ctx) => ctx.sql`
  c.name, c.brand, c.email, c.locale, c.address, c.address2, c.house_number as "houseNumber", c.zip_code as "zipCode",
  c.city, c.country_code as "countryCode", c.currency, c.vat_percentage::float8 as "vatPercentage",
  c.partnership_page_url as "partnershipPageUrl"`

/** What the company of the context says of itself. Throws `forbidden`. */
export async function getCompanyProfile(ctx: Ctx): Promise<CompanyProfile> {
  allow(ctx.actor, 'company:read')
  const [profile] = await ctx.sql<CompanyProfile[]>`
    select ${profileColumns(ctx)} from companies c where c.company_id = ${ctx.company.companyId}`
  if (!profile) throw notFound('company')
  return profile
}
