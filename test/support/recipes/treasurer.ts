import { encodeId } from '../../../server/api/portal/ids.ts'
import { disputeLine } from '../../../server/domain/collection/dispute-line.ts'
import { pauseCollection } from '../../../server/domain/collection/pause-collection.ts'
import { setBatchSettings } from '../../../server/domain/collection/set-batch-settings.ts'
import { startBulk } from '../../../server/domain/invoice-bulks/start-bulk.ts'
import { createView } from '../../../server/domain/invoice-views/save-view.ts'
import { addInvoiceToBatch } from '../../../server/domain/invoices/add-invoice-to-batch.ts'
import { createBatch } from '../../../server/domain/batches/create-batch.ts'
import { transmitBatch } from '../../../server/domain/batches/transmit-batch.ts'
import { getInvoiceDetails } from '../../../server/domain/invoices/get-invoice-details.ts'
import type { Ctx } from '../../../server/kernel/context.ts'
import { aDraft, aNewInvoice, anInvoice } from '../builders.ts'
import { aColleague } from '../staff.ts'
import { aMember } from '../collection.ts'
import type { Tenant } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'
import { signedIn } from './staff.ts'

const batch = (pick: Pick) => ({ importId: pick('import') })
const invoice = (pick: Pick) => ({ invoiceId: pick('portalInvoice') })
const collected = (pick: Pick) => ({ invoiceId: pick('collectedInvoice') })
const filledBatch = (pick: Pick) => ({ importId: pick('import.filled') })
const ofImport = (pick: Pick) => ({ invoiceId: pick('portalInvoice.ofImport') })
const shown = {
  name: 'Late',
  shared: true,
  filters: { state: 'overdue' },
  sort: 'dueAt' as const,
  columns: [],
}
const settings = () => ({ settings: { personalNote: 'See you soon' } })
const creditNote = { creditNoteNumber: 'C-1', description: 'Cash payment' }

/** An invoice whose import was transmitted. */
async function aCollected(tenant: Tenant): Promise<string> {
  const { id } = await createBatch(tenant.ctx(), null, 0)
  const draft = await aDraft(tenant, id)
  await transmitBatch(tenant.ctx(), id)
  return draft.id
}

/** What a treasurer does with imports and invoices. */
export const treasurer: Area = {
  nobody: {
    import: none('imp'),
    'import.filled': none('imp'),
    'portalInvoice.ofImport': none('inv'),
    'portalInvoice.draft': none('inv'),
    view: none('viw'),
    'view.toDelete': none('viw'),
    bulk: none('blk'),
    'bulk.toCancel': none('blk'),
    'import.toSend': none('imp'),
    'import.toDelete': none('imp'),
    portalInvoice: none('inv'),
    'portalInvoice.toRetract': none('inv'),
    collectedInvoice: none('inv'),
    'collectedInvoice.paused': none('inv'),
    'collectedInvoice.disputed': none('inv'),
    line: none('lin'),
    dispute: none('dsp'),
  },
  async make(tenant) {
    const ctx = () => tenant.ctx()
    const anImport = async (title: string) => (await createBatch(ctx(), title, 0)).id
    const [open, toSend, toDelete] = [
      await anImport('Open'),
      await anImport('To send'),
      await anImport('To delete'),
    ]
    await aDraft(tenant, toSend)
    const [collectedOne, paused, disputed] = [
      await aCollected(tenant),
      await aCollected(tenant),
      await aCollected(tenant),
    ]
    await pauseCollection(ctx(), paused, 'Not now')
    const lineOf = async (id: string) => (await getInvoiceDetails(ctx(), id)).lines[0]!.id
    const dispute = await disputeLine(ctx(), disputed, await lineOf(disputed), 'No')
    const user = { ...(await aColleague(tenant)) }
    const owner = (): Ctx => ({ ...ctx(), actor: { kind: 'user', id: user.userId, permissions: 'all' } })
    const aView = async () => encodeId('view', (await createView(owner(), shown)).id)
    const aBulk = async () => {
      const ids = [await aCollected(tenant)]
      return encodeId('bulk', (await startBulk(owner(), { ids }, { action: 'resume', params: {} })).id)
    }
    const filled = await anImport('Filled')
    const member = await addInvoiceToBatch(ctx(), filled, aNewInvoice(aMember))
    await setBatchSettings(ctx(), filled, { reminder1: { letter: true } })
    return {
      import: encodeId('import', open),
      'import.toSend': encodeId('import', toSend),
      'import.toDelete': encodeId('import', toDelete),
      'import.filled': encodeId('import', filled),
      'portalInvoice.ofImport': encodeId('invoice', member.id),
      'portalInvoice.draft': encodeId('invoice', (await aDraft(tenant, open)).id),
      view: await aView(),
      'view.toDelete': await aView(),
      bulk: await aBulk(),
      'bulk.toCancel': await aBulk(),
      portalInvoice: (await anInvoice(tenant)).v1,
      'portalInvoice.toRetract': (await anInvoice(tenant)).v1,
      collectedInvoice: encodeId('invoice', collectedOne),
      'collectedInvoice.paused': encodeId('invoice', paused),
      'collectedInvoice.disputed': encodeId('invoice', disputed),
      line: encodeId('line', await lineOf(collectedOne)),
      dispute: encodeId('dispute', dispute),
    }
  },
  routes: {
    'GET /api/portal/imports': signedIn(),
    'POST /api/portal/imports': signedIn({
      body: () => ({ title: 'Fees', expectedInvoices: 2 }),
      ignoresBody: true,
    }),
    'GET /api/portal/imports/:importId': signedIn({ params: batch }),
    'DELETE /api/portal/imports/:importId': signedIn({
      params: (pick) => ({ importId: pick('import.toDelete') }),
      ignoresBody: true,
    }),
    'PATCH /api/portal/imports/:importId': signedIn({
      params: batch,
      body: () => ({ title: 'Open', expectedInvoices: 0 }),
      ignoresBody: true,
    }),
    'POST /api/portal/imports/:importId/invoices': signedIn({
      params: batch,
      body: () => ({
        invoiceNumber: '2026-77',
        recipient: { lastName: 'Doe', email: 'doe@example.com' },
        lines: [{ description: 'Fee', amount: '12.50' }],
      }),
    }),
    'GET /api/portal/imports/:importId/dry-run': signedIn({ params: batch }),
    'GET /api/portal/imports/:importId/messages': signedIn({ params: filledBatch, query: ofImport }),
    'GET /api/portal/imports/:importId/messages/:step/letter': signedIn({
      params: (pick) => ({ ...filledBatch(pick), step: 'reminder1' }),
      query: ofImport,
    }),
    'GET /api/portal/invoice-views': signedIn(),
    'POST /api/portal/invoice-views': signedIn({ body: () => ({ ...shown }) }),
    'PATCH /api/portal/invoice-views/:viewId': signedIn({
      params: (pick) => ({ viewId: pick('view') }),
      body: () => ({ name: 'Late' }),
      ignoresBody: true,
    }),
    'DELETE /api/portal/invoice-views/:viewId': signedIn({
      params: (pick) => ({ viewId: pick('view.toDelete') }),
      ignoresBody: true,
    }),
    'GET /api/portal/invoice-bulks': signedIn(),
    'POST /api/portal/invoice-bulks': signedIn({
      body: (pick) => ({
        action: 'pause',
        invoiceIds: [pick('collectedInvoice')],
        reason: 'The board decides',
      }),
    }),
    'GET /api/portal/invoice-bulks/:bulkId': signedIn({ params: (pick) => ({ bulkId: pick('bulk') }) }),
    'GET /api/portal/invoice-bulks/:bulkId/failures': signedIn({
      params: (pick) => ({ bulkId: pick('bulk') }),
    }),
    'POST /api/portal/invoice-bulks/:bulkId/cancel': signedIn({
      params: (pick) => ({ bulkId: pick('bulk.toCancel') }),
      ignoresBody: true,
    }),
    'GET /api/portal/invoices/sums': signedIn({ query: () => ({ state: 'open', amountFrom: '1.00' }) }),
    'DELETE /api/portal/invoices/:invoiceId': signedIn({
      params: (pick) => ({ invoiceId: pick('portalInvoice.draft') }),
      ignoresBody: true,
    }),
    'GET /api/portal/imports/:importId/progress': signedIn({ params: batch }),
    'POST /api/portal/imports/:importId/transmit': signedIn({
      params: (pick) => ({ importId: pick('import.toSend') }),
      body: () => ({ confirm: 'to send' }),
    }),
    'GET /api/portal/imports/:importId/settings': signedIn({ params: batch }),
    'PATCH /api/portal/imports/:importId/settings': signedIn({ params: batch, body: settings }),
    'GET /api/portal/collection-profile': signedIn(),
    'PATCH /api/portal/collection-profile': signedIn({ body: settings }),
    'GET /api/portal/installment-terms': signedIn(),
    'PATCH /api/portal/installment-terms': signedIn({ body: () => ({ announceDays: 5 }), ignoresBody: true }),
    'GET /api/portal/invoices': signedIn({
      query: (pick) => ({ importId: pick('import'), state: 'open', q: 'doe' }),
      // A filter that fits nothing shows nothing.
      ignores: ['import'],
    }),
    'GET /api/portal/invoices/:invoiceId': signedIn({ params: invoice }),
    'GET /api/portal/invoices/:invoiceId/timeline': signedIn({
      params: invoice,
      query: () => ({ order: 'newest' }),
    }),
    'POST /api/portal/invoices/:invoiceId/payments': signedIn({
      params: invoice,
      body: () => ({ amount: '0.01', method: 'cash', paidAt: '2026-11-20', note: 'At the bar' }),
    }),
    'POST /api/portal/invoices/:invoiceId/credit': signedIn({
      params: invoice,
      body: () => ({ ...creditNote, amount: '0.01' }),
    }),
    'POST /api/portal/invoices/:invoiceId/credit-and-retract': signedIn({
      params: (pick) => ({ invoiceId: pick('portalInvoice.toRetract') }),
      body: () => ({ ...creditNote, reason: 'Never a member', showReasonToCustomer: true }),
    }),
    'PATCH /api/portal/invoices/:invoiceId/recipient': signedIn({
      params: invoice,
      body: () => ({ recipient: { lastName: 'Doe', email: 'jane@example.com', houseNumber: null } }),
    }),
    'POST /api/portal/invoices/:invoiceId/messages': signedIn({
      params: invoice,
      body: () => ({ message: 'Shall we split it?' }),
    }),
    'POST /api/portal/invoices/:invoiceId/pause': signedIn({
      params: collected,
      body: () => ({ reason: 'Waits for the board' }),
    }),
    'POST /api/portal/invoices/:invoiceId/resume': signedIn({
      params: (pick) => ({ invoiceId: pick('collectedInvoice.paused') }),
      ignoresBody: true,
    }),
    'POST /api/portal/invoices/:invoiceId/disputes': signedIn({
      params: collected,
      body: (pick) => ({ lineId: pick('line'), reason: 'Was not there' }),
    }),
    'POST /api/portal/invoices/:invoiceId/disputes/:disputeId/settle': signedIn({
      params: (pick) => ({ invoiceId: pick('collectedInvoice.disputed'), disputeId: pick('dispute') }),
      body: () => ({ outcome: 'Credited' }),
    }),
    'GET /api/portal/customers/:customerId/summary': signedIn({
      params: (pick) => ({ customerId: pick('customer') }),
    }),
    'GET /api/portal/customers/:customerId/punch-cards': signedIn({
      params: (pick) => ({ customerId: pick('customer') }),
    }),
  },
}
