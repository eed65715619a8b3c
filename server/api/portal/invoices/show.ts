import { getCollection } from '../../../domain/collection/get-collection.ts'
import { plansOf } from '../../../domain/installments/find-plan.ts'
import { findInvoiceOverview } from '../../../domain/invoices/browse-invoices.ts'
import { getInvoiceDetails } from '../../../domain/invoices/get-invoice-details.ts'
import { listPayments } from '../../../domain/payments/list-payments.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { pathId } from '../ids.ts'
import { presentStaffInvoice } from './present.ts'

export const invoiceParams = { invoiceId: 'The ID of the invoice, starting with `inv_`.' }
export const noInvoice = 'There is no such invoice.'
export const invoiceIdOf = ({ invoiceId }: { invoiceId: string }) => pathId('invoice', invoiceId, 'invoice')

const PAYMENTS = 20

/** The invoice as it is now, with everything on it; its looks go out together. */
export async function showInvoice(ctx: Ctx, id: string) {
  const [overview, details, collection, [plan], payments] = await Promise.all([
    findInvoiceOverview(ctx, id),
    getInvoiceDetails(ctx, id),
    getCollection(ctx, id),
    plansOf(ctx, id),
    listPayments(ctx, { kind: 'invoice', id }, { offset: 0, limit: PAYMENTS }),
  ])
  if (!overview) throw notFound('invoice')
  return presentStaffInvoice({ overview, details, collection, plan, payments: payments.rows }, ctx.company)
}
