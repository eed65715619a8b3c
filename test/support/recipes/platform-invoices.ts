import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { newId } from '../../../server/kernel/ids.ts'
import { none, type Area } from './area.ts'

export const platformInvoices: Area = {
  nobody: { platformInvoice: none('fac') },
  /** Written here: the verb that bills a month bills it to every company. */
  async make(tenant) {
    const { sql } = tenant.ctx()
    const { companyId } = tenant.company
    const id = newId()
    await sql`
      with invoice as (
        insert into platform_invoices (company_id, id, number, month, issued_on, created_at)
        select ${companyId}::integer, ${id}::uuid, ${`TEST-${id}`}, m.month, m.month, now()
          from (select (coalesce(max(month), '2020-01-01') + interval '1 month')::date as month
                  from platform_invoices where company_id = ${companyId}) m
      )
      insert into platform_invoice_lines (company_id, id, invoice_id, description, quantity, net_cents, vat_rate, vat_cents)
      values (${companyId}, ${newId()}, ${id}, 'Plan', 1, 1295, 21, 272)`
    return { platformInvoice: encodeId('platformInvoice', id) }
  },
  routes: {
    'GET /v1/invoices': { api: 'v1' },
    'GET /v1/invoices/:invoiceId': {
      api: 'v1',
      params: (pick) => ({ invoiceId: pick('platformInvoice') }),
    },
  },
}
