import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { browseBatches, getBatchTotals } from '../../../domain/batches/browse-batches.ts'
import { createBatch } from '../../../domain/batches/create-batch.ts'
import { expectInvoices } from '../../../domain/batches/expect-invoices.ts'
import { deleteBatch } from '../../../domain/batches/delete-batch.ts'
import { renameBatch } from '../../../domain/batches/rename-batch.ts'
import { transmitConfirmedBatch } from '../../../domain/batches/transmit-confirmed-batch.ts'
import { getBatchProgress } from '../../../domain/collection/get-batch-progress.ts'
import { getBatchSettings } from '../../../domain/collection/get-batch-settings.ts'
import { getCollectionProfile } from '../../../domain/collection/get-collection-profile.ts'
import { setBatchSettings } from '../../../domain/collection/set-batch-settings.ts'
import { setCollectionProfile } from '../../../domain/collection/set-collection-profile.ts'
import { addInvoiceToBatch } from '../../../domain/invoices/add-invoice-to-batch.ts'
import { atomically } from '../../../kernel/context.ts'
import { getCompanyTerms, setCompanyTerms } from '../../../domain/installments/plan-terms.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { staffInvoice } from '../invoices/schema.ts'
import { showInvoice } from '../invoices/show.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { addedInvoice, parseAddedInvoice } from './added-invoice.ts'
import { presentImport, presentProgress, presentSettings } from './present.ts'
import {
  changedImport,
  changedSettings,
  changedTerms,
  collectionSettings,
  confirmation,
  importTotals,
  installmentTerms,
  newImport,
  progress,
} from './schema.ts'

const params = { importId: 'The ID of the import, starting with `imp_`.' }
const errors = { 404: 'There is no such import.' }
const titleOf = (title: string | null) => title?.replace(/[\p{Cc}\s]+/gu, ' ').trim() || null
const idOf = ({ importId }: { importId: string }) => pathId('import', importId, 'batch')

export const importRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [importTotals, progress, collectionSettings, installmentTerms]) app.addSchema(schema)

  app.get(
    '/imports',
    operation({
      id: 'list-imports',
      tag: 'Imports',
      summary: 'List the imports',
      description: 'Newest first, each with what its invoices add up to.',
      permission: 'invoices:read',
      querystring: Type.Object({
        ...pageFields,
        transmitted: Type.Optional(Type.Boolean({ description: 'Only those that were, or were not.' })),
      }),
      response: pageOf(ref(importTotals), 'Some imports.'),
    }),
    async ({ ctx, query }) => {
      const { transmitted } = query
      const page = await browseBatches(
        ctx,
        transmitted === undefined ? {} : { transmitted },
        stretchOf(query),
      )
      return presentPage(page, (row) => presentImport(row, ctx.company))
    },
  )

  app.post(
    '/imports',
    operation({
      id: 'create-import',
      tag: 'Imports',
      summary: 'Open an import',
      description: 'An empty one, that invoices can be added to until it is transmitted.',
      permission: 'invoices:write',
      body: newImport,
      response: ref(importTotals),
    }),
    async ({ ctx, body }) => {
      const { id } = await createBatch(ctx, titleOf(body.title ?? null), body.expectedInvoices ?? 0)
      return presentImport(await getBatchTotals(ctx, id), ctx.company)
    },
  )

  app.get(
    '/imports/:importId',
    operation({
      id: 'get-import',
      tag: 'Imports',
      summary: 'Show an import',
      description: 'With what its invoices add up to.',
      permission: 'invoices:read',
      params,
      response: ref(importTotals),
      errors,
    }),
    async ({ ctx, params: named }) => presentImport(await getBatchTotals(ctx, idOf(named)), ctx.company),
  )

  app.patch(
    '/imports/:importId',
    operation({
      id: 'change-import',
      tag: 'Imports',
      summary: 'Change an import',
      description: 'Its title, or how many invoices are to come. What is left out stays.',
      permission: 'invoices:write',
      params,
      body: changedImport,
      response: ref(importTotals),
      errors: { ...errors, 409: 'It was transmitted already.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      const { title, expectedInvoices } = body
      return atomically(ctx, async (inside) => {
        if (title !== undefined) await renameBatch(inside, id, titleOf(title))
        if (expectedInvoices !== undefined) await expectInvoices(inside, id, expectedInvoices)
        return presentImport(await getBatchTotals(inside, id), ctx.company)
      })
    },
  )

  app.post(
    '/imports/:importId/invoices',
    operation({
      id: 'add-invoice',
      tag: 'Imports',
      summary: 'Add an invoice',
      description: 'To an import that was not transmitted.',
      permission: 'invoices:write',
      params,
      body: addedInvoice,
      response: ref(staffInvoice),
      errors: { ...errors, 409: 'It was transmitted already.' },
    }),
    async ({ ctx, params: named, body }) => {
      const { id } = await addInvoiceToBatch(ctx, idOf(named), parseAddedInvoice(body, ctx))
      return showInvoice(ctx, id)
    },
  )

  app.delete(
    '/imports/:importId',
    operation({
      id: 'delete-import',
      tag: 'Imports',
      summary: 'Delete an import',
      description: 'With all its invoices; once transmitted it stays.',
      permission: 'invoices:write',
      params,
      errors: { ...errors, 409: 'It was transmitted already.' },
    }),
    async ({ ctx, params: named }, reply) => {
      await deleteBatch(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )

  app.get(
    '/imports/:importId/progress',
    operation({
      id: 'get-import-progress',
      tag: 'Imports',
      summary: 'How far an import is',
      description: 'What of its invoices and of the messages about them stands where, as it is now.',
      permission: 'invoices:read',
      params,
      response: ref(progress),
      errors,
    }),
    async ({ ctx, params: named }) => presentProgress(await getBatchProgress(ctx, idOf(named))),
  )

  app.post(
    '/imports/:importId/transmit',
    operation({
      id: 'transmit-import',
      tag: 'Imports',
      summary: 'Transmit an import',
      description:
        'Closes it and begins its collection. Refused while it is empty or more invoices are expected, and unless the title or the number of its invoices is repeated.',
      permission: 'invoices:write',
      params,
      body: confirmation,
      response: ref(importTotals),
      errors: { ...errors, 409: 'It was transmitted already, is empty, or more invoices are expected.' },
    }),
    async ({ ctx, params: named, body }) => {
      const id = idOf(named)
      await transmitConfirmedBatch(ctx, id, body.confirm)
      return presentImport(await getBatchTotals(ctx, id), ctx.company)
    },
  )

  app.get(
    '/imports/:importId/settings',
    operation({
      id: 'get-import-settings',
      tag: 'Imports',
      summary: 'What an import is collected with',
      description: 'Its own settings, else the company’s profile.',
      permission: 'invoices:read',
      params,
      response: ref(collectionSettings),
      errors,
    }),
    async ({ ctx, params: named }) => presentSettings(await getBatchSettings(ctx, idOf(named))) as never,
  )

  app.patch(
    '/imports/:importId/settings',
    operation({
      id: 'change-import-settings',
      tag: 'Imports',
      summary: 'Change what an import is collected with',
      description: 'Once it is transmitted only what moves no step and no amount can be changed.',
      permission: 'invoices:write',
      params,
      body: changedSettings,
      response: ref(collectionSettings),
      errors: { ...errors, 409: 'It was transmitted already.' },
    }),
    async ({ ctx, params: named, body }) =>
      presentSettings(await setBatchSettings(ctx, idOf(named), body.settings)) as never,
  )

  app.get(
    '/collection-profile',
    operation({
      id: 'get-collection-profile',
      tag: 'Imports',
      summary: 'The company’s profile',
      description: 'What imports are collected with unless they say otherwise.',
      permission: 'invoices:read',
      response: ref(collectionSettings),
    }),
    async ({ ctx }) => presentSettings(await getCollectionProfile(ctx)) as never,
  )

  app.patch(
    '/collection-profile',
    operation({
      id: 'change-collection-profile',
      tag: 'Imports',
      summary: 'Change the company’s profile',
      description: 'Imports that were transmitted, or have settings of their own, keep theirs.',
      permission: 'invoices:write',
      body: changedSettings,
      response: ref(collectionSettings),
    }),
    async ({ ctx, body }) => presentSettings(await setCollectionProfile(ctx, body.settings)) as never,
  )

  app.get(
    '/installment-terms',
    operation({
      id: 'get-installment-terms',
      tag: 'Imports',
      summary: 'The company’s terms for installments',
      description: 'How many, how often and for which fees is part of what an import is collected with.',
      permission: 'invoices:read',
      response: ref(installmentTerms),
    }),
    async ({ ctx }) => getCompanyTerms(ctx),
  )

  app.patch(
    '/installment-terms',
    operation({
      id: 'change-installment-terms',
      tag: 'Imports',
      summary: 'Change the terms for installments',
      description: 'What is left out stays; plans that run keep what was agreed.',
      permission: 'invoices:write',
      body: changedTerms,
      response: ref(installmentTerms),
    }),
    async ({ ctx, body }) => setCompanyTerms(ctx, body),
  )
}
