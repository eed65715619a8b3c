import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { Recipient } from '../../../domain/customers/customer.ts'
import type { NewInvoice } from '../../../domain/invoices/insert-invoice.ts'
import type { NewLine } from '../../../domain/invoices/invoice.ts'
import { invalid } from '../../../kernel/errors.ts'
import { MAX_CENTS } from '../../../kernel/money.ts'
import { dayIn, parseDateTime } from '../../../kernel/time.ts'
import { integerField, objectField, optionalText, textField } from '../fields.ts'

type Fields = Record<string, unknown>

const LOCALES = ['de', 'en', 'fr', 'it', 'nl']

function parseRecipient(body: Fields): Recipient {
  const customer = objectField(body, 'customer')
  const name = objectField(customer, 'name', 'customer_last_name')
  const address = objectField(customer, 'address', 'customer_address')
  const phone = objectField(customer, 'phone', 'customer_phone')
  const email = objectField(customer, 'email', 'customer_email')
  const ofName = (field: string) => textField(name, field, { code: 'customer_last_name' })
  const ofAddress = (field: string) => textField(address, field, { code: 'customer_address' })
  return {
    name: {
      prefix: ofName('prefix'),
      firstName: ofName('first_name'),
      infix: ofName('infix'),
      lastName: ofName('last_name'),
      organization: ofName('organization'),
    },
    address: {
      address1: ofAddress('address1'),
      address2: ofAddress('address2'),
      houseNumber: ofAddress('house_number'),
      houseNumberExtension: ofAddress('house_number_extension'),
      locality: ofAddress('locality'),
      state: ofAddress('state'),
      zipCode: ofAddress('zipcode'),
      city: ofAddress('city'),
      countryCode: ofAddress('country_code').toUpperCase(),
    },
    email: textField(email, 'email_address', { code: 'customer_email', max: 254 }),
    phone: {
      number: textField(phone, 'phone_number', { code: 'customer_phone', max: 40 }),
      countryCode: textField(phone, 'country_code', { code: 'customer_phone', max: 10 }).toUpperCase(),
    },
  }
}

/**
 * A recipient has a last name and can be reached by at least one of e-mail, phone and post. Where by none, the code is
 * that of the address if it was begun, else of the phone if that was, else of the e-mail.
 */
function checkRecipient({ name, address, email, phone }: Recipient): void {
  if (name.lastName === '') throw invalid('customer_last_name', 'must not be empty')
  if (email !== '' && !/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)*$/.test(email))
    throw invalid('customer_email', 'must be an e-mail address')
  if (phone.number !== '' && !/^\+?[\d\s()./-]{4,}$/.test(phone.number))
    throw invalid('customer_phone', 'must be a phone number')
  if (address.countryCode !== '' && !/^[A-Z]{2}$/.test(address.countryCode))
    throw invalid('customer_address', 'must have a country code of two letters (ISO 3166-1)')
  const post = [address.address1, address.zipCode, address.city, address.countryCode]
  if (email !== '' || phone.number !== '' || post.every((part) => part !== '')) return
  if (Object.values(address).some((part) => part !== ''))
    throw invalid(
      'customer_address',
      'must have address1, zipcode, city and country_code without an e-mail or a phone',
    )
  if (phone.countryCode !== '')
    throw invalid('customer_phone', 'must have a number without an e-mail or an address')
  throw invalid('customer_email', 'must not be empty without a phone or an address')
}

function parseLine(line: unknown, index: number, timeZone: string): NewLine {
  const code = 'invoice_lines'
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    throw invalid(code, 'must hold objects')
  const fields = line as Fields
  const amountCents = integerField(fields, 'amount_cents', code)
  if (amountCents === undefined || Math.abs(amountCents) > MAX_CENTS)
    throw invalid(code, `must each have an amount_cents, line ${index + 1} has none that an invoice can bear`)
  const externalId = textField(fields, 'invoice_line_id', { code })
  const date = textField(fields, 'date', { code })
  const occurredAt = date === '' ? undefined : parseDateTime(date, timeZone)
  if (date !== '' && !occurredAt)
    throw invalid(code, `must have dates that exist, in ISO 8601; ${date} is none`)
  return {
    amountCents,
    description: textField(fields, 'description', { code, max: 1000 }),
    ...(externalId === '' ? {} : { externalId }),
    ...(occurredAt ? { occurredAt } : {}),
  }
}

/** The body of a new invoice. Throws `invalid` with the fields that the documented codes name. */
export function parseNewInvoice(body: Fields, now: Date, timeZone: string): NewInvoice {
  const externalNumber = textField(body, 'external_invoice_number')
  if (externalNumber === '') throw invalid('external_invoice_number', 'must have at least one character')
  const recipient = parseRecipient(body)
  checkRecipient(recipient)
  const locale = textField(body, 'locale').toLowerCase()
  if (locale !== '' && !LOCALES.includes(locale))
    throw invalid('locale', `must be one of ${LOCALES.join(', ')}`)
  const given = body['invoice_lines']
  if (!Array.isArray(given) || given.length === 0 || given.length > 1000)
    throw invalid('invoice_lines', 'must be an array of 1 to 1000 lines')
  const lines = given.map((line, index) => parseLine(line, index, timeZone))
  const total = integerField(body, 'amount_total_cents')
  const sum = lines.reduce((cents, line) => cents + line.amountCents, 0)
  if (total !== sum || Math.abs(sum) > MAX_CENTS)
    throw invalid('amount_total_cents', 'must be the sum of the amounts of the lines')
  const iban = electronicFormatIBAN(textField(body, 'direct_debit_iban', { max: 100 })) ?? ''
  return {
    externalNumber,
    recipient,
    lines,
    locale: locale || null,
    reference: optionalText(body, 'reference'),
    directDebitIban: isValidIBAN(iban) ? iban : null,
    federationMembershipNumber: optionalText(body, 'federation_membership_number'),
    clubMembershipNumber: optionalText(body, 'club_membership_number'),
    memberExternalId: optionalText(body, 'member_external_id'),
    externalMembershipNumber: optionalText(body, 'external_membership_number'),
    issuedOn: dayIn(now, timeZone),
    dueOn: null,
  }
}
