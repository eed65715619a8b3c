import type { Ctx, Locale } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { getLetterhead, type Letterhead } from './letterhead.ts'

/** All that a company says of itself and how it is spoken to. */
export interface CompanySettings extends Letterhead {
  locale: Locale
  currency: string
  /** IANA name. */
  timeZone: string
}

/** The company's own, as they stand in the database. Throws `forbidden`. */
export async function getCompanySettings(ctx: Ctx): Promise<CompanySettings> {
  allow(ctx.actor, 'company:read')
  const [own] = await ctx.sql<[Pick<CompanySettings, 'locale' | 'currency' | 'timeZone'>]>`
    select locale, currency, time_zone as "timeZone" from companies where company_id = ${ctx.company.companyId}`
  return { ...(await getLetterhead(ctx)), ...own }
}
