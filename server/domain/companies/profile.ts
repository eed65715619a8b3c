import type { Locale } from '../../kernel/context.ts'
import { locales } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { isTimeZone } from '../../kernel/time.ts'

export const brands = ['clubbaseio', 'knltb', 'dtb', 'clubcollect', 'clubcollectde'] as const
export const currencies = ['EUR', 'GBP', 'CHF'] as const
const EMAIL = /^[^\s@]+@[^\s@]+$/

/** What a company says of itself. Texts that are not given are null. */
export interface CompanyProfile {
  name: string
  brand: string
  email: string
  locale: Locale
  /** Street, and number where they were given together. */
  address: string | null
  address2: string | null
  houseNumber: string | null
  zipCode: string | null
  city: string | null
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  currency: string
  /** 0 to 100. */
  vatPercentage: number | null
  partnershipPageUrl: string | null
}

const isOne = (list: readonly string[], value: string | undefined) =>
  value === undefined || list.includes(value)

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** Throws `invalid` with the name of the first field that cannot be. What is left out is not looked at. */
export function checkProfile(given: Partial<CompanyProfile> & { timeZone?: string | undefined }): void {
  if (given.name?.trim() === '') throw invalid('name', 'must not be empty')
  if (!isOne(brands, given.brand)) throw invalid('brand', `must be one of ${brands.join(', ')}`)
  if (given.email !== undefined && !EMAIL.test(given.email))
    throw invalid('email', 'must be an e-mail address')
  if (!isOne(locales, given.locale)) throw invalid('locale', `must be one of ${locales.join(', ')}`)
  if (given.countryCode !== undefined && !/^[A-Z]{2}$/.test(given.countryCode))
    throw invalid('countryCode', 'must be two capital letters (ISO 3166-1)')
  if (!isOne(currencies, given.currency)) throw invalid('currency', `must be one of ${currencies.join(', ')}`)
  const { vatPercentage, partnershipPageUrl, timeZone } = given
  if (typeof vatPercentage === 'number' && !(vatPercentage >= 0 && vatPercentage <= 100))
    throw invalid('vatPercentage', 'must be between 0 and 100')
  if (typeof partnershipPageUrl === 'string' && !isHttp(partnershipPageUrl))
    throw invalid('partnershipPageUrl', 'must be an http or https URL')
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw invalid('timeZone', 'must be an IANA time zone such as Europe/Amsterdam')
}
