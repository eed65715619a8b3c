import type { Recipient } from '../../../domain/customers/customer.ts'
import type { PayableInvoice } from '../../../domain/invoices/create-payable-invoice.ts'
import { partnerMethods } from '../../../domain/partner-payments/partner-payment.ts'
import { LEAST_CENTS } from '../../../domain/partner-payments/start-partner-payment.ts'
import { locales, type Company } from '../../../kernel/context.ts'
import { MAX_CENTS } from '../../../kernel/money.ts'
import type { Parameters } from './signature.ts'

/** Words that stand where a payment's id does. */
const RESERVED: readonly string[] = [...partnerMethods, 'notifications']

interface Reader {
  /** The trimmed text; a code is noted where it breaks the rule. */
  text(name: string, rule?: { max?: number; form?: RegExp; required?: boolean }): string
  /** `invalid_…`, in the order in which they were found. */
  codes: string[]
}

function reader(parameters: Parameters): Reader {
  const codes: string[] = []
  return {
    codes,
    text(name, { max = 255, form, required = false } = {}) {
      const text = (parameters.get(name) ?? '').trim()
      const wrong =
        text === ''
          ? required
          : text.length > max || !isStorable(text) || (form !== undefined && !form.test(text))
      if (wrong) codes.push(`invalid_${name}`)
      return text
    },
  }
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** The partner's own name for a payment; undefined when there is none, null when it is no name. */
export function parsePaymentId(parameters: Parameters): string | undefined | null {
  const id = parameters.get('payment_id') ?? ''
  if (id === '') return undefined
  const usable = id.length >= 10 && id.length <= 50 && isStorable(id) && !/[\s\p{C}]/u.test(id)
  return usable && !RESERVED.includes(id) ? id : null
}

/** An invoice that is to be made with its payment, or all the codes of what is wrong with it. */
export function parseMadeInvoice(
  parameters: Parameters,
  company: Company,
): { invoice: PayableInvoice } | { codes: string[] } {
  const { text, codes } = reader(parameters)
  const recipient: Recipient = {
    name: {
      lastName: text('last_name', { required: true }),
      firstName: text('first_name'),
      prefix: text('prefix'),
      infix: text('infix'),
      organization: '',
    },
    address: {
      address1: text('address1'),
      address2: text('address2'),
      houseNumber: text('house_number'),
      houseNumberExtension: '',
      locality: '',
      state: '',
      zipCode: text('zipcode', { max: 15 }),
      city: text('city', { max: 34 }),
      countryCode: text('country_code', { form: /^[a-z]{2}$/i }).toUpperCase(),
    },
    email: text('email_address', { max: 254, form: /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)*$/ }),
    phone: { number: text('phone_number', { max: 40, form: /^\+?[\d\s()./-]{4,}$/ }), countryCode: '' },
  }
  const amount = text('amount_cents', { required: true, form: /^\d{1,16}$/ })
  const amountCents = Number(amount)
  if (!codes.includes('invalid_amount_cents') && !(amountCents >= LEAST_CENTS && amountCents <= MAX_CENTS))
    codes.push('invalid_amount_cents')
  const locale = text('locale', { form: new RegExp(`^(?:${locales.join('|')})$`, 'i') }).toLowerCase()
  const externalNumber = text('external_invoice_number')
  const description = text('payment_reference', { max: 1000 }) || company.name
  if (codes.length > 0) return { codes }
  return {
    invoice: {
      amountCents,
      description,
      externalNumber: externalNumber || undefined,
      locale: locale || company.locale,
      recipient,
    },
  }
}
