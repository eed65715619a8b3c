import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { documentColumns, type Document } from '../documents/document.ts'

/** The file of a letter run: a ZIP of one PDF per letter. Throws `forbidden`, `not_found`, `conflict` (not printed yet). */
export async function getLetterZip(ctx: Ctx, runId: string): Promise<Document> {
  allow(ctx.actor, 'invoices:read')
  const [row] = await ctx.sql<(Document & { state: string })[]>`
    select r.state, ${documentColumns(ctx)}
      from letter_runs r left join documents d on d.company_id = r.company_id and d.id = r.document_id
     where r.company_id = ${ctx.company.companyId} and r.id = ${runId}`
  if (!row) throw notFound('letter_run')
  const { state, ...document } = row
  if (state !== 'ready')
    throw conflict('letters_not_ready', 'The letters are not printed yet; try again in a minute.')
  return document
}
