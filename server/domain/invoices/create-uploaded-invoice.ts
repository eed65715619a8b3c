import { atomically, type Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { claimUpload } from '../documents/claim-upload.ts'
import type { Upload } from '../documents/upload.ts'
import { createInvoice } from './create-invoice.ts'
import type { Invoice } from './invoice.ts'
import { markInvoicePaid } from './mark-invoice-paid.ts'

/**
 * Takes over an invoice that was made elsewhere: its amount as one line, its PDF, and, where it was paid already, the
 * payment. All of it or nothing. With `linkOf`, the customer is told by mail of what is still to be paid. Throws `forbidden`, `invalid` (customer), `unavailable`.
 */
export async function createUploadedInvoice(
  ctx: Ctx,
  input: {
    customerId: string
    externalNumber: string
    issuedOn: PlainDate
    dueOn: PlainDate | null
    amountCents: number
    pdf: Upload
    paidAt: Date | null
    linkOf?: (made: Pick<Invoice, 'id' | 'linkToken'>) => string
  },
): Promise<Invoice> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    const { amountCents, pdf, paidAt, linkOf, ...rest } = input
    const invoice = await createInvoice(inside, {
      ...rest,
      lines: [{ amountCents, description: input.externalNumber }],
      ...(linkOf && paidAt === null ? { linkOf } : {}),
    })
    const document = await claimUpload(inside, pdf, 'invoice')
    await inside.sql`
      update invoices set document_id = ${document.id}
       where company_id = ${ctx.company.companyId} and id = ${invoice.id}`
    // Nothing to pay is paid by itself.
    return paidAt !== null && amountCents > 0 ? markInvoicePaid(inside, invoice.id, paidAt) : invoice
  })
}
