import type { Instant } from '../../kernel/time.ts'

export interface Customer {
  id: string
  name: string
  /** Street and number. */
  address: string
  zipCode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  email: string | null
  phone: string | null
  /** The connected bookkeeping and the customer's id there. */
  bookkeeping: string | null
  bookkeepingId: string | null
  /** The groups that the customer is in, oldest first. */
  groups: string[]
  createdAt: Instant
}

/** Whom an invoice is made out to: a person, an organisation or both. Empty parts are empty strings. */
export interface Recipient {
  name: { prefix: string; firstName: string; infix: string; lastName: string; organization: string }
  address: {
    address1: string
    address2: string
    houseNumber: string
    houseNumberExtension: string
    locality: string
    state: string
    zipCode: string
    city: string
    countryCode: string
  }
  email: string
  phone: { number: string; countryCode: string }
}

/** Of whom nothing is known yet: what the parts of a body are laid over. */
export const nobody: Recipient = {
  name: { prefix: '', firstName: '', infix: '', lastName: '', organization: '' },
  address: {
    address1: '',
    address2: '',
    houseNumber: '',
    houseNumberExtension: '',
    locality: '',
    state: '',
    zipCode: '',
    city: '',
    countryCode: '',
  },
  email: '',
  phone: { number: '', countryCode: '' },
}

const joined = (parts: string[]) => parts.filter((part) => part !== '').join(' ')

/** `Joe van der Doe`; the organisation where there is no person. */
export const personName = ({ name }: Recipient): string =>
  joined([name.firstName, name.infix, name.lastName]) || name.organization

/** The organisation, else the person: what a customer list shows. */
export const displayName = (recipient: Recipient): string =>
  recipient.name.organization || personName(recipient)

export const streetOf = ({ address }: Recipient): string =>
  joined([address.address1, address.houseNumber + address.houseNumberExtension])

/** A customer of `/v1` as the recipient of an invoice: its name stands as organisation and as last name. */
export function recipientOf(customer: Omit<Customer, 'id' | 'createdAt' | 'groups'>): Recipient {
  return {
    name: { prefix: '', firstName: '', infix: '', lastName: customer.name, organization: customer.name },
    address: {
      address1: customer.address,
      address2: '',
      houseNumber: '',
      houseNumberExtension: '',
      locality: '',
      state: '',
      zipCode: customer.zipCode,
      city: customer.city,
      countryCode: customer.countryCode,
    },
    email: customer.email ?? '',
    phone: { number: customer.phone ?? '', countryCode: '' },
  }
}
