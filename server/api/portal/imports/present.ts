import type { BatchTotals } from '../../../domain/batches/browse-batches.ts'
import type { BatchProgress } from '../../../domain/collection/get-batch-progress.ts'
import type { CollectionSettings } from '../../../domain/collection/settings.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const orNull = (at: Instant | null, { timeZone }: Company) =>
  at === null ? null : formatAtom(at, timeZone)

export const presentImport = (batch: BatchTotals, company: Company) => ({
  id: encodeId('import', batch.id),
  title: batch.title,
  transmittedAt: orNull(batch.transmittedAt, company),
  createdAt: formatAtom(batch.createdAt, company.timeZone),
  expectedInvoices: batch.expectedInvoicesCount,
  invoices: batch.invoices,
  paid: batch.paid,
  retracted: batch.retracted,
  currency: company.currency,
  amount: formatCents(batch.amountCents),
  outstanding: formatCents(batch.outstandingCents),
})

export const presentProgress = ({ invoices, paid, paused, overdue, messages }: BatchProgress) => ({
  invoices,
  paid,
  paused,
  overdue,
  messages,
})

export const presentSettings = (settings: CollectionSettings) => ({ ...settings })
