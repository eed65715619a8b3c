import Type, { type Static } from 'typebox'
import {
  invoiceOrders,
  type InvoiceFilter,
  type InvoiceOrder,
} from '../../../domain/invoices/search-invoices.ts'
import { invalid } from '../../../kernel/errors.ts'
import { decodeId } from '../ids.ts'
import { listQuery, parseListing, type Listing } from '../listing.ts'

export const invoiceQuery = Type.Object({
  ...listQuery(invoiceOrders),
  customerId: Type.Optional(Type.String({ description: 'Of this customer.' })),
  paid: Type.Optional(Type.Boolean({ description: 'Paid, or not paid.' })),
  issuedFrom: Type.Optional(Type.String({ format: 'date', description: 'Issued on this day or later.' })),
  issuedTo: Type.Optional(Type.String({ format: 'date', description: 'Issued on this day or before.' })),
  invoiceNumber: Type.Optional(Type.String({ maxLength: 200, description: 'With exactly this number.' })),
})

type InvoiceQuery = Static<typeof invoiceQuery>

/** Throws `invalid`. */
export function invoiceListing(query: InvoiceQuery): Listing<InvoiceOrder> {
  const ranged = query.issuedFrom !== undefined || query.issuedTo !== undefined
  const listing = parseListing(query, ranged ? '-issuedAt' : '-createdAt')
  if (ranged && !listing.order.endsWith('issuedAt'))
    throw invalid('sort', 'must be issuedAt or -issuedAt beside issuedFrom and issuedTo')
  return listing
}

/** Throws `invalid`. */
export function invoiceFilter(query: InvoiceQuery): InvoiceFilter {
  const { customerId, invoiceNumber: number, paid, issuedFrom, issuedTo } = query
  return {
    ...(customerId === undefined ? {} : { customerId: customerOf(customerId) }),
    ...(number === undefined ? {} : { number }),
    ...(paid === undefined ? {} : { paid }),
    ...(issuedFrom === undefined ? {} : { issuedFrom }),
    ...(issuedTo === undefined ? {} : { issuedTo }),
  }
}

function customerOf(id: string): string {
  const customerId = decodeId('customer', id)
  if (customerId === undefined) throw invalid('customerId', 'must be the ID of a customer')
  return customerId
}
