import type { Recipient } from '../../../domain/customers/customer.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { invalid } from '../../../kernel/errors.ts'

const MAX = 255

/** One text of the parts: what is left out stays, null and blank empty it. Throws `invalid`. */
function textOf(parts: Record<string, unknown>, name: string, current: string, max = MAX): string {
  if (!Object.hasOwn(parts, name)) return current
  const value = parts[name]
  if (value === null) return ''
  const field = `recipient.${name}`
  if (typeof value !== 'string') throw invalid(field, 'must be a text or null')
  const text = value.trim()
  if (text.length > max) throw invalid(field, `must be at most ${max} characters long`)
  if (!text.isWellFormed() || /\p{Cc}/u.test(text))
    throw invalid(field, 'must not contain control characters or broken Unicode')
  return text
}

const known = new Set([
  'prefix',
  'firstName',
  'infix',
  'lastName',
  'organization',
  'address1',
  'address2',
  'houseNumber',
  'houseNumberExtension',
  'locality',
  'state',
  'zipCode',
  'city',
  'countryCode',
  'email',
  'phone',
  'phoneCountryCode',
])

/** A recipient upon the one that was. Throws `invalid`: somebody is named, and can be reached somehow. */
export function parseRecipient(parts: Record<string, unknown>, current: Recipient): Recipient {
  const unknown = Object.keys(parts).find((name) => !known.has(name))
  if (unknown !== undefined) throw invalid('recipient', `has no part ${JSON.stringify(unknown.slice(0, 50))}`)
  const { name, address, phone } = current
  const of = <Part extends object>(from: Part, keys: (keyof Part & string)[]) =>
    Object.fromEntries(keys.map((key) => [key, textOf(parts, key, from[key] as string)])) as Part
  const next: Recipient = {
    name: of(name, ['prefix', 'firstName', 'infix', 'lastName', 'organization']),
    address: {
      ...of(address, [
        'address1',
        'address2',
        'houseNumber',
        'houseNumberExtension',
        'locality',
        'state',
        'zipCode',
        'city',
      ]),
      countryCode: textOf(parts, 'countryCode', address.countryCode, 2).toUpperCase(),
    },
    email: textOf(parts, 'email', current.email, 254),
    phone: {
      number: textOf(parts, 'phone', phone.number, 40),
      countryCode: textOf(parts, 'phoneCountryCode', phone.countryCode, 10).toUpperCase(),
    },
  }
  check(next)
  return next
}

function check({ name, address, email, phone }: Recipient): void {
  if (name.lastName === '' && name.organization === '')
    throw invalid('recipient.lastName', 'must not be empty without an organization')
  if (email !== '' && !/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)*$/.test(email))
    throw invalid('recipient.email', 'must be an e-mail address')
  if (phone.number !== '' && !/^\+?[\d\s()./-]{4,}$/.test(phone.number))
    throw invalid('recipient.phone', 'must be a phone number')
  if (address.countryCode !== '' && !/^[A-Z]{2}$/.test(address.countryCode))
    throw invalid('recipient.countryCode', 'must be two letters (ISO 3166-1)')
  const post = [address.address1, address.zipCode, address.city, address.countryCode]
  if (email === '' && phone.number === '' && post.includes(''))
    throw invalid('recipient.email', 'must not be empty without a phone or a whole address')
}

/** A day or moment on the company's clock. Throws `invalid`. */
export function parseMoment(text: string, field: string, timeZone: string): Date {
  const moment = parseDateTime(text, timeZone)
  if (!moment) throw invalid(field, 'must be a date that exists, such as 2026-11-20 or 2026-11-20 14:30')
  return moment
}
