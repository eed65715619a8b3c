import type { Db } from '../../kernel/context.ts'
import { BalieError, conflict } from '../../kernel/errors.ts'

/** The operator has the money of an invoice. Throws `not_found`, and `conflict` when it is paid already. */
export async function payPlatformInvoice(sql: Db, number: string, paidAt: Date): Promise<void> {
  const [paid] = await sql`
    update platform_invoices set paid_at = ${paidAt} where number = ${number} and paid_at is null returning id`
  if (paid) return
  const [known] = await sql`select from platform_invoices where number = ${number}`
  if (!known) throw new BalieError('not_found', 'platform_invoice', `There is no invoice ${number}.`)
  throw conflict('platform_invoice_paid', `The invoice ${number} is paid already.`)
}

/** An invoice as the operator sees it. */
export interface PlatformInvoiceListing {
  number: string
  company: string
  issuedOn: string
  totalCents: number
  paidAt: string | null
}

/** The latest invoices of all companies. Unscoped by purpose: they are the operator's. */
export async function listAllPlatformInvoices(sql: Db, limit: number): Promise<PlatformInvoiceListing[]> {
  return sql<PlatformInvoiceListing[]>`
    select i.number, c.name as company, i.issued_on as "issuedOn", i.paid_at as "paidAt",
           (select sum(l.net_cents + l.vat_cents)::bigint from platform_invoice_lines l
             where l.company_id = i.company_id and l.invoice_id = i.id) as "totalCents"
      from platform_invoices i join companies c on c.company_id = i.company_id
     order by i.month desc, i.number desc limit ${limit}`
}
