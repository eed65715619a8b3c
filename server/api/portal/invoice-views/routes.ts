import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { deleteView } from '../../../domain/invoice-views/delete-view.ts'
import { listViews } from '../../../domain/invoice-views/list-views.ts'
import { changeView, createView } from '../../../domain/invoice-views/save-view.ts'
import type { InvoiceView } from '../../../domain/invoice-views/view.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { changedView, invoiceView, newView } from './schema.ts'

const params = { viewId: 'The ID of the view, starting with `viw_`.' }
const errors = { 404: 'There is no such view, or it is somebody else’s.' }
const idOf = ({ viewId }: { viewId: string }) => pathId('view', viewId, 'view')

const present = ({ id, name, shared, filters, sort, columns, mayChange }: InvoiceView) => ({
  id: encodeId('view', id),
  name,
  shared,
  filters,
  sort,
  columns,
  mayChange,
})

export const invoiceViewRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.addSchema(invoiceView)

  app.get(
    '/invoice-views',
    operation({
      id: 'list-invoice-views',
      tag: 'Invoices',
      summary: 'List the kept views',
      description: 'One’s own and those that are shared, the oldest first.',
      permission: 'invoices:read',
      response: Type.Array(ref(invoiceView)),
    }),
    async ({ ctx }) => (await listViews(ctx)).map(present),
  )

  app.post(
    '/invoice-views',
    operation({
      id: 'create-invoice-view',
      tag: 'Invoices',
      summary: 'Keep a view',
      description: 'Whoever may read invoices may keep views; sharing them is for those who change invoices.',
      permission: 'account:write',
      body: newView,
      response: ref(invoiceView),
      errors: { 409: 'There are as many as there may be.' },
    }),
    async ({ ctx, body }) => present(await createView(ctx, body)),
  )

  app.patch(
    '/invoice-views/:viewId',
    operation({
      id: 'change-invoice-view',
      tag: 'Invoices',
      summary: 'Change a view',
      description: 'What is left out stays. A shared one: by its maker, or an owner.',
      permission: 'account:write',
      params,
      body: changedView,
      response: ref(invoiceView),
      errors,
    }),
    async ({ ctx, params: named, body }) => present(await changeView(ctx, idOf(named), body)),
  )

  app.delete(
    '/invoice-views/:viewId',
    operation({
      id: 'delete-invoice-view',
      tag: 'Invoices',
      summary: 'Forget a view',
      description: 'A shared one: by its maker, or an owner.',
      permission: 'account:write',
      params,
      errors,
    }),
    async ({ ctx, params: named }, reply) => {
      await deleteView(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )
}
