import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { personName } from '../customers/customer.ts'
import { getCompanyTerms } from '../installments/plan-terms.ts'
import type { InvoiceDetails } from '../invoices/invoice.ts'
import { mandateColumns, type Mandate } from './mandate.ts'

/**
 * The leave under which an invoice may be debited: what its customer gave last, on this invoice if it was for one debit.
 * An IBAN that a partner brought is none by itself, unless the company says that it has the mandates on paper: then it
 * stands for one, signed before the invoice was made. Throws `forbidden`.
 */
export async function findMandate(
  ctx: Ctx,
  invoice: Pick<InvoiceDetails, 'id' | 'customerId' | 'directDebitIban' | 'recipient' | 'createdAt'>,
): Promise<Mandate | undefined> {
  allow(ctx.actor, 'invoices:read')
  const [mandate] = await ctx.sql<Mandate[]>`
    select ${mandateColumns(ctx)} from mandates
     where company_id = ${ctx.company.companyId} and customer_id = ${invoice.customerId} and revoked_at is null
       and (kind = 'recurring' or invoice_id = ${invoice.id})
     order by signed_at desc, id desc limit 1`
  if (mandate) return mandate
  if (invoice.directDebitIban === null || !(await getCompanyTerms(ctx)).holdsMandates) return undefined
  return {
    id: invoice.id,
    reference: `P-${invoice.id.replaceAll('-', '')}`,
    kind: 'recurring',
    iban: invoice.directDebitIban,
    holderName: personName(invoice.recipient),
    via: 'paper',
    signedAt: invoice.createdAt,
  }
}
