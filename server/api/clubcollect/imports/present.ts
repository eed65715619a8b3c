import type { Batch } from '../../../domain/batches/create-batch.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatUtc } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

/** A batch that has no invoices yet. Nothing is pre-financed or paid out before it is transmitted. */
export const presentNewImport = (batch: Batch, company: Company) => ({
  company_id: encodeId(company.companyId, company.id),
  import_id: encodeId(company.companyId, batch.id),
  title: batch.title,
  transmitted: batch.transmittedAt !== null,
  transmitted_at: batch.transmittedAt === null ? null : formatUtc(batch.transmittedAt),
  prepaid_amount_cents: 0,
  prepaid_amount_currency: company.currency,
  settled_amount_cents: 0,
  settled_amount_currency: company.currency,
  expected_invoices_count: batch.expectedInvoicesCount,
  invoice_ids: [],
})
