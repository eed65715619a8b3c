import { atomically, type Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { changeCompany } from './change-company.ts'
import { getCompanySettings, type CompanySettings } from './get-company-settings.ts'
import type { CompanyProfile } from './profile.ts'
import { setCompanyDetails, type CompanyDetails } from './set-company-details.ts'

/** A detail that is left out is taken away. */
export type NewSettings = Pick<CompanyProfile, 'name' | 'email' | 'locale' | 'countryCode'> &
  CompanyDetails & { timeZone: string }

const details = ['address', 'zipCode', 'city', 'iban', 'bic', 'vatNumber', 'cocNumber'] as const

const LONGEST_NAME = 100

/**
 * Changes what the company says of itself, its language and its clock; the one of them that cannot be changes none.
 * Throws `forbidden`, `invalid`.
 */
export async function changeCompanySettings(ctx: Ctx, given: NewSettings): Promise<CompanySettings> {
  allow(ctx.actor, 'company:write')
  const { email, locale, countryCode, timeZone } = given
  const name = given.name.trim()
  if (name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw invalid('name', `must be one line of 1 to ${LONGEST_NAME} characters`)
  return atomically(ctx, async (inside) => {
    await changeCompany(inside, { name, email: email.trim(), locale, countryCode, timeZone })
    await setCompanyDetails(inside, Object.fromEntries(details.map((field) => [field, given[field] ?? ''])))
    return getCompanySettings(inside)
  })
}
