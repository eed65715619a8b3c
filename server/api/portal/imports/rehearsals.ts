import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dryRunBatch } from '../../../domain/collection/dry-run-batch.ts'
import { previewMessages } from '../../../domain/collection/preview-messages.ts'
import { notFound } from '../../../kernel/errors.ts'
import { renderLetter } from '../../../rendering/letter-pdf.ts'
import { contentDisposition } from '../../send-document.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { dryRun, messagePreview } from './dry-run-schema.ts'
import { presentDryRun, presentPreview, type WriteMail } from './present-dry-run.ts'

const params = { importId: 'The ID of the import, starting with `imp_`.' }
const batchOf = ({ importId }: { importId: string }) => pathId('import', importId, 'batch')
const invoiceOf = ({ invoiceId }: { invoiceId?: string }) =>
  invoiceId === undefined ? undefined : pathId('invoice', invoiceId, 'invoice')
const invoiceField = Type.String({
  description: 'Whose customer it is for; an invoice of the import.',
  maxLength: 50,
})

/** What transmitting an import would do, and say. */
export const rehearsalRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; writeMail: WriteMail }> = async (
  app,
  { deps, writeMail },
) => {
  for (const schema of [dryRun, messagePreview]) app.addSchema(schema)

  app.get(
    '/imports/:importId/dry-run',
    operation({
      id: 'dry-run-import',
      tag: 'Imports',
      summary: 'What transmitting would do',
      description:
        'Messages and sums of each step by channel, fees, days, whom nothing reaches, and what is wrong. Nothing is sent.',
      permission: 'invoices:read',
      params,
      response: ref(dryRun),
      errors: { 404: 'There is no such import.' },
    }),
    async ({ ctx, params: named }) => {
      const sandbox = deps.payments.sandbox !== undefined
      return presentDryRun(await dryRunBatch(ctx, batchOf(named), { sandbox }), ctx.company)
    },
  )

  app.get(
    '/imports/:importId/messages',
    operation({
      id: 'preview-messages',
      tag: 'Imports',
      summary: 'What a customer would be told',
      description: 'Every message of the flow, in the language of its reader. Nothing is sent.',
      permission: 'invoices:read',
      params,
      querystring: Type.Object({ invoiceId: Type.Optional(invoiceField) }),
      response: ref(messagePreview),
      errors: { 404: 'There is no such import or invoice, or the import has none.' },
    }),
    async ({ ctx, params: named, query }) => {
      const preview = await previewMessages(ctx, batchOf(named), invoiceOf(query))
      return presentPreview(preview, ctx.company, { writeMail, publicUrl: deps.publicUrl() })
    },
  )

  app.get(
    '/imports/:importId/messages/:step/letter',
    operation({
      id: 'preview-letter',
      tag: 'Imports',
      summary: 'A letter as it would be printed',
      description: 'As PDF.',
      permission: 'invoices:read',
      params: { ...params, step: 'Of the flow, such as `reminder1`.' },
      querystring: Type.Object({ invoiceId: Type.Optional(invoiceField) }),
      response: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'The PDF.' }),
      errors: { 404: 'There is no such import, invoice or step, or no letter goes with it.' },
    }),
    async ({ ctx, params: named, query }, reply) => {
      const { steps, locale, from, externalNumber } = await previewMessages(
        ctx,
        batchOf(named),
        invoiceOf(query),
      )
      const step = steps.find(({ says }) => says.step === named.step)
      if (!step?.letter) throw notFound('document')
      const { says, letter: to, on } = step
      const bytes = await renderLetter({ says, locale, to, on }, from, ctx.company.timeZone, deps.publicUrl())
      const name = `${externalNumber} ${named.step}.pdf`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-')
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': contentDisposition(name),
          'cache-control': 'private, no-store',
          'content-security-policy': "default-src 'none'; sandbox",
        })
        .send(bytes)
    },
  )
}
