import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { refuseUnlessOpen } from './open-batch.ts'
import { transmitBatch } from './transmit-batch.ts'

const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Transmits a batch for a person, who typed its title or the number of its invoices to say that it is that one. Refused
 * while it is empty or more are expected; software that transmits is not held up so (ClubCollect's own rule). Throws
 * `forbidden`, `not_found`, `invalid` (`confirm`), `conflict`.
 */
export async function transmitConfirmedBatch(ctx: Ctx, id: string, confirm: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await atomically(ctx, async (inside) => {
    const { companyId } = ctx.company
    // Who adds an invoice holds this row for share: what is counted after the lock is all there is.
    const [batch] = await inside.sql<{ title: string | null; expected: number; transmitted: boolean }[]>`
      select title, expected_invoices_count as expected, transmitted_at is not null as transmitted
        from batches where company_id = ${companyId} and id = ${id} for update`
    if (!batch) throw notFound('batch')
    if (batch.transmitted) await refuseUnlessOpen(inside, id)
    const [{ count }] = await inside.sql<[{ count: number }]>`
      select count(*) as count from invoices where company_id = ${companyId} and batch_id = ${id}`
    const names = [String(count), ...(batch.title === null ? [] : [plain(batch.title)])]
    if (!names.includes(plain(confirm)))
      throw invalid('confirm', 'must be the title of the import, or the number of its invoices')
    if (count === 0) throw conflict('batch_empty', 'The import has no invoices yet.')
    if (batch.expected > 0 && batch.expected !== count)
      throw conflict(
        'batch_incomplete',
        `The import has ${count} invoices, and ${batch.expected} are expected.`,
      )
    await transmitBatch(inside, id)
  })
}
