import { brands, currencies, type CompanyProfile } from '../../../domain/companies/profile.ts'
import { locales } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { textField } from '../fields.ts'
import { companyCountries } from './schema.ts'

type Fields = Record<string, unknown>

type RequiredFields = Pick<CompanyProfile, 'name' | 'brand' | 'email' | 'locale' | 'countryCode' | 'currency'>

const optionalTexts = [
  ['address1', 'address'],
  ['address2', 'address2'],
  ['house_number', 'houseNumber'],
  ['zipcode', 'zipCode'],
  ['city', 'city'],
] as const

/** One of a list, in whatever case. Throws `invalid`. */
function choice<Value extends string>(body: Fields, name: string, values: readonly Value[]): Value {
  const given = textField(body, name).toLowerCase()
  const value = values.find((known) => known.toLowerCase() === given)
  if (!value) throw invalid(name, `must be one of ${values.join(', ')}`)
  return value
}

function required(body: Fields, name: string): string {
  const text = textField(body, name)
  if (text === '') throw invalid(name, 'must not be empty')
  return text
}

function percentage(body: Fields): number | null {
  const given = body['vat_percentage']
  if (given === undefined || given === null || given === '') return null
  const number =
    typeof given === 'string' && /^\d{1,3}(\.\d{1,2})?$/.test(given.trim()) ? Number(given) : given
  if (typeof number !== 'number' || !(number >= 0 && number <= 100))
    throw invalid('vat_percentage', 'must be a number between 0 and 100')
  return Math.round(number * 100) / 100
}

function url(body: Fields): string | null {
  const text = textField(body, 'partnership_page_url', { max: 2000 })
  if (text !== '' && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)))
    throw invalid('partnership_page_url', 'must be an http or https URL')
  return text || null
}

/** The body of a company, new or changed. What is optional and left out is left out here; empty, it is null. Throws `invalid`. */
export function parseCompany(body: Fields): RequiredFields & Partial<CompanyProfile> {
  const name = required(body, 'name')
  const brand = choice(body, 'brand', brands)
  const email = textField(body, 'email', { max: 254 })
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(email)) throw invalid('email', 'must be an e-mail address')
  const fields: RequiredFields & Partial<CompanyProfile> = {
    name,
    brand,
    email,
    locale: choice(body, 'locale', locales),
    countryCode: choice(body, 'country_code', companyCountries),
    currency: choice(body, 'currency', currencies),
  }
  for (const [field, key] of optionalTexts)
    if (Object.hasOwn(body, field)) fields[key] = textField(body, field) || null
  if (Object.hasOwn(body, 'vat_percentage')) fields.vatPercentage = percentage(body)
  if (Object.hasOwn(body, 'partnership_page_url')) fields.partnershipPageUrl = url(body)
  return fields
}
