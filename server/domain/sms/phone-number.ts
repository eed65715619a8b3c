import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

/** A number that can be texted, in E.164; undefined where there is none. `country` is where it was written, if it says no country. */
export function toE164(number: string, country: string): string | undefined {
  const text = number.trim().replace(/^00(?=[1-9])/, '+')
  if (text.length > 40) return undefined
  const parsed = parsePhoneNumberFromString(text, country.toUpperCase() as CountryCode)
  return parsed?.isPossible() && !parsed.ext ? parsed.number : undefined
}
