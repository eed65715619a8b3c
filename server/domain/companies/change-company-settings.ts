import { atomically, type Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { changeCompany } from './change-company.ts'
import { getCompanySettings, type CompanySettings } from './get-company-settings.ts'
import type { CompanyProfile } from './profile.ts'
import { setCompanyDetails, type CompanyDetails } from './set-company-details.ts'

/** Left out: stays as it is. An empty text takes a detail away. */
export type CompanyChange = Partial<Pick<CompanyProfile, 'name' | 'email' | 'locale' | 'countryCode'>> &
  CompanyDetails & { timeZone?: string }

const LONGEST_NAME = 100

/**
 * Changes what the company says of itself, its language and its clock; the one of them that cannot be changes none.
 * Throws `forbidden`, `invalid`.
 */
export async function changeCompanySettings(ctx: Ctx, given: CompanyChange): Promise<CompanySettings> {
  allow(ctx.actor, 'company:write')
  const { name, email, locale, countryCode, timeZone, ...details } = given
  const trimmed = name?.trim()
  if (trimmed !== undefined && (trimmed.length > LONGEST_NAME || /\p{Cc}/u.test(trimmed)))
    throw invalid('name', `must be one line of 1 to ${LONGEST_NAME} characters`)
  const profile = Object.fromEntries(
    Object.entries({ name: trimmed, email: email?.trim(), locale, countryCode, timeZone }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  return atomically(ctx, async (inside) => {
    if (Object.keys(profile).length > 0) await changeCompany(inside, profile)
    if (Object.values(details).some((value) => value !== undefined)) await setCompanyDetails(inside, details)
    return getCompanySettings(inside)
  })
}
