import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { nobody, type Recipient } from '../../../domain/customers/customer.ts'
import type { Retraction } from '../../../domain/invoices/credit-and-retract.ts'
import type { InvoiceHead, NewInvoice } from '../../../domain/invoices/insert-invoice.ts'
import type { NewLine } from '../../../domain/invoices/invoice.ts'
import { invalid } from '../../../kernel/errors.ts'
import { MAX_CENTS } from '../../../kernel/money.ts'
import { dayIn, parseDateTime } from '../../../kernel/time.ts'
import { booleanField, integerField, objectField, optionalText, textField } from '../fields.ts'

type Fields = Record<string, unknown>

const LOCALES = ['de', 'en', 'fr', 'it', 'nl']

/** Reads the texts of one part of a customer: what is left out stays, what is null or empty is emptied. */
function partReader(customer: Fields, part: string) {
  const code = `customer_${part === 'name' ? 'last_name' : part}`
  const fields = objectField(customer, part, code)
  const emptied = Object.hasOwn(customer, part) && (customer[part] === null || customer[part] === '')
  return (field: string, current: string, max = 255): string => {
    if (emptied) return ''
    return Object.hasOwn(fields, field) ? textField(fields, field, { code, max }) : current
  }
}

function parseRecipient(body: Fields, current: Recipient): Recipient {
  const customer = objectField(body, 'customer')
  const ofName = partReader(customer, 'name')
  const ofAddress = partReader(customer, 'address')
  const ofPhone = partReader(customer, 'phone')
  const { name, address, phone } = current
  return {
    name: {
      prefix: ofName('prefix', name.prefix),
      firstName: ofName('first_name', name.firstName),
      infix: ofName('infix', name.infix),
      lastName: ofName('last_name', name.lastName),
      organization: ofName('organization', name.organization),
    },
    address: {
      address1: ofAddress('address1', address.address1),
      address2: ofAddress('address2', address.address2),
      houseNumber: ofAddress('house_number', address.houseNumber),
      houseNumberExtension: ofAddress('house_number_extension', address.houseNumberExtension),
      locality: ofAddress('locality', address.locality),
      state: ofAddress('state', address.state),
      zipCode: ofAddress('zipcode', address.zipCode),
      city: ofAddress('city', address.city),
      countryCode: ofAddress('country_code', address.countryCode).toUpperCase(),
    },
    email: partReader(customer, 'email')('email_address', current.email, 254),
    phone: {
      number: ofPhone('phone_number', phone.number, 40),
      countryCode: ofPhone('country_code', phone.countryCode, 10).toUpperCase(),
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

function externalNumberOf(body: Fields): string {
  const number = textField(body, 'external_invoice_number')
  if (number === '') throw invalid('external_invoice_number', 'must have at least one character')
  return number
}

function localeOf(body: Fields): string | null {
  const locale = textField(body, 'locale').toLowerCase()
  if (locale !== '' && !LOCALES.includes(locale))
    throw invalid('locale', `must be one of ${LOCALES.join(', ')}`)
  return locale || null
}

/** An IBAN that is none counts as not given. */
function ibanOf(body: Fields): string | null {
  const iban = electronicFormatIBAN(textField(body, 'direct_debit_iban', { max: 100 })) ?? ''
  return isValidIBAN(iban) ? iban : null
}

/** Lines of 1 to 1000 and their total, which the body must have as well. `code` names a wrong total. */
function parseLines(body: Fields, timeZone: string): NewLine[] {
  const given = body['invoice_lines']
  if (!Array.isArray(given) || given.length === 0 || given.length > 1000)
    throw invalid('invoice_lines', 'must be an array of 1 to 1000 lines')
  const lines = given.map((line, index) => parseLine(line, index, timeZone))
  const total = integerField(body, 'amount_total_cents')
  const sum = lines.reduce((cents, line) => cents + line.amountCents, 0)
  if (total !== sum || Math.abs(sum) > MAX_CENTS)
    throw invalid('amount_total_cents', 'must be the sum of the amounts of the lines')
  return lines
}

/** The body of a new invoice. Throws `invalid` with the fields that the documented codes name. */
export function parseNewInvoice(body: Fields, now: Date, timeZone: string): NewInvoice {
  const externalNumber = externalNumberOf(body)
  const recipient = parseRecipient(body, nobody)
  checkRecipient(recipient)
  return {
    externalNumber,
    recipient,
    locale: localeOf(body),
    lines: parseLines(body, timeZone),
    reference: optionalText(body, 'reference'),
    directDebitIban: ibanOf(body),
    federationMembershipNumber: optionalText(body, 'federation_membership_number'),
    clubMembershipNumber: optionalText(body, 'club_membership_number'),
    memberExternalId: optionalText(body, 'member_external_id'),
    externalMembershipNumber: optionalText(body, 'external_membership_number'),
    issuedOn: dayIn(now, timeZone),
    dueOn: null,
  }
}

/** The body of a change: what is left out stays, what is null or empty is emptied. Throws `invalid`. */
export function parseChangedInvoice(body: Fields, current: InvoiceHead): InvoiceHead {
  const externalNumber = externalNumberOf(body)
  const recipient = parseRecipient(body, current.recipient)
  checkRecipient(recipient)
  const text = (field: string, known: string | null) =>
    Object.hasOwn(body, field) ? optionalText(body, field) : known
  return {
    externalNumber,
    recipient,
    locale: Object.hasOwn(body, 'locale') ? localeOf(body) : current.locale,
    reference: text('reference', current.reference),
    directDebitIban: Object.hasOwn(body, 'direct_debit_iban') ? ibanOf(body) : current.directDebitIban,
    federationMembershipNumber: text('federation_membership_number', current.federationMembershipNumber),
    clubMembershipNumber: text('club_membership_number', current.clubMembershipNumber),
    memberExternalId: text('member_external_id', current.memberExternalId),
    externalMembershipNumber: text('external_membership_number', current.externalMembershipNumber),
  }
}

/** The body of a credit note for all that is outstanding. Throws `invalid`. */
export function parseRetraction(body: Fields): Retraction {
  const creditNoteNumber = externalNumberOf(body)
  const description = textField(body, 'description', { max: 1000 })
  if (description === '') throw invalid('description', 'must not be empty')
  return {
    creditNoteNumber,
    description,
    reason: textField(body, 'retraction_reason', { max: 1000 }) || null,
    showReasonToCustomer: booleanField(body, 'show_retraction_reason_to_customer') ?? false,
  }
}

/** The body of a credit: its lines add up to less than nothing. Throws `invalid`. */
export function parseCredit(body: Fields, timeZone: string): { creditNoteNumber: string; lines: NewLine[] } {
  const creditNoteNumber = externalNumberOf(body)
  const lines = parseLines(body, timeZone)
  if (lines.reduce((cents, line) => cents + line.amountCents, 0) >= 0)
    throw invalid('credit_amount', 'must be negative in total')
  return { creditNoteNumber, lines }
}
