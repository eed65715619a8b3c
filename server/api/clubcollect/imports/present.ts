import type { Batch } from '../../../domain/batches/batch.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatUtc } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentListedImport = (batch: Batch, { companyId, id }: Company) => ({
  company_id: encodeId(companyId, id),
  import_id: encodeId(companyId, batch.id),
  title: batch.title,
  transmitted: batch.transmittedAt !== null,
  transmitted_at: batch.transmittedAt === null ? null : formatUtc(batch.transmittedAt),
})

/** Nothing is pre-financed or paid out by Balie: the company is paid directly. */
export const presentImport = (batch: Batch & { invoiceIds?: string[] }, company: Company) => ({
  ...presentListedImport(batch, company),
  prepaid_amount_cents: 0,
  prepaid_amount_currency: company.currency,
  settled_amount_cents: 0,
  settled_amount_currency: company.currency,
  expected_invoices_count: batch.expectedInvoicesCount,
  invoice_ids: (batch.invoiceIds ?? []).map((id) => encodeId(company.companyId, id)),
})
