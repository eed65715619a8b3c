import type { Ctx, Db } from '../../kernel/context.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'

export interface PlatformInvoiceLine {
  id: string
  description: string
  quantity: number
  /** Of all of them, before VAT. */
  netCents: number
  vatRate: number
  vatCents: number
}

/** What a company owes the operator for a month. */
export interface PlatformInvoice {
  id: string
  number: string
  issuedOn: PlainDate
  paidAt: Instant | null
  lines: PlatformInvoiceLine[]
}

/** The columns of a `PlatformInvoice`, of the row `i`. */
export const platformInvoiceColumns = ({ sql }: Pick<Ctx, 'sql'> | { sql: Db }) => sql`
  i.id, i.number, i.issued_on as "issuedOn", i.paid_at as "paidAt",
  (select json_agg(json_build_object('id', l.id, 'description', l.description, 'quantity', l.quantity,
            'netCents', l.net_cents, 'vatRate', l.vat_rate, 'vatCents', l.vat_cents) order by l.id)
     from platform_invoice_lines l where l.company_id = i.company_id and l.invoice_id = i.id) as lines`
