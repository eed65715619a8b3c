import { encodeId } from '../../../server/api/portal/ids.ts'
import { disputeLine } from '../../../server/domain/collection/dispute-line.ts'
import { pauseCollection } from '../../../server/domain/collection/pause-collection.ts'
import { createBatch } from '../../../server/domain/batches/create-batch.ts'
import { transmitBatch } from '../../../server/domain/batches/transmit-batch.ts'
import { getInvoiceDetails } from '../../../server/domain/invoices/get-invoice-details.ts'
import { aDraft, anInvoice, aTicket } from '../builders.ts'
import type { Tenant } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'
import { signedIn } from './staff.ts'

const batch = (pick: Pick) => ({ importId: pick('import') })
const invoice = (pick: Pick) => ({ invoiceId: pick('portalInvoice') })
const collected = (pick: Pick) => ({ invoiceId: pick('collectedInvoice') })
const ticket = (pick: Pick) => ({ ticketId: pick('portalTicket') })
const settings = () => ({ settings: { personalNote: 'See you soon' } })
const creditNote = { creditNoteNumber: 'C-1', description: 'Cash payment' }

/** An invoice whose import was transmitted. */
async function aCollected(tenant: Tenant): Promise<string> {
  const { id } = await createBatch(tenant.ctx(), null, 0)
  const draft = await aDraft(tenant, id)
  await transmitBatch(tenant.ctx(), id)
  return draft.id
}

/** What a treasurer does with imports, invoices and the inbox. */
export const treasurer: Area = {
  nobody: {
    import: none('imp'),
    'import.toSend': none('imp'),
    'import.toDelete': none('imp'),
    portalInvoice: none('inv'),
    'portalInvoice.toRetract': none('inv'),
    collectedInvoice: none('inv'),
    'collectedInvoice.paused': none('inv'),
    'collectedInvoice.disputed': none('inv'),
    line: none('lin'),
    dispute: none('dsp'),
    portalTicket: none('tic'),
    'portalTicket.toArchive': none('tic'),
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
    const [asked, other] = [await aTicket(tenant), await aTicket(tenant)]
    return {
      import: encodeId('import', open),
      'import.toSend': encodeId('import', toSend),
      'import.toDelete': encodeId('import', toDelete),
      portalInvoice: (await anInvoice(tenant)).v1,
      'portalInvoice.toRetract': (await anInvoice(tenant)).v1,
      collectedInvoice: encodeId('invoice', collectedOne),
      'collectedInvoice.paused': encodeId('invoice', paused),
      'collectedInvoice.disputed': encodeId('invoice', disputed),
      line: encodeId('line', await lineOf(collectedOne)),
      dispute: encodeId('dispute', dispute),
      portalTicket: asked.ticket,
      'portalTicket.toArchive': other.ticket,
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
    'PATCH /api/portal/installment-terms': signedIn({ body: () => ({ announceDays: 5 }) }),
    'GET /api/portal/invoices': signedIn({
      query: (pick) => ({ importId: pick('import'), state: 'open', q: 'doe' }),
      // A filter that fits nothing shows nothing.
      ignores: ['import'],
    }),
    'GET /api/portal/invoices/:invoiceId': signedIn({ params: invoice }),
    'GET /api/portal/invoices/:invoiceId/timeline': signedIn({ params: invoice }),
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
    'GET /api/portal/inbox': signedIn({ query: () => ({ box: 'answered' }) }),
    'GET /api/portal/inbox/counts': signedIn(),
    'GET /api/portal/inbox/:ticketId': signedIn({ params: ticket }),
    'POST /api/portal/inbox/:ticketId/messages': signedIn({
      params: ticket,
      body: () => ({ message: '<p>We are sorry</p>' }),
    }),
    'POST /api/portal/inbox/:ticketId/archive': signedIn({
      params: (pick) => ({ ticketId: pick('portalTicket.toArchive') }),
      ignoresBody: true,
    }),
    'POST /api/portal/inbox/:ticketId/assign-to-support': signedIn({ params: ticket, ignoresBody: true }),
  },
}
