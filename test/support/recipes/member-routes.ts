import { newId } from '../../../server/kernel/ids.ts'
import type { Part } from '../forms.ts'
import { asMember } from '../members.ts'
import { aPng, dataUrlOf } from '../png.ts'
import type { Pick, Recipe } from './area.ts'

/** A request of a customer who has signed in. */
const mine = (recipe: Omit<Recipe, 'api'> = {}, slot = 'memberSession'): Recipe => ({
  api: 'portal',
  refuses: [401, 404, 422],
  ...recipe,
  headers: (pick: Pick) => asMember(pick(slot)),
})
const fromOurPage = (recipe: Omit<Recipe, 'api'>): Recipe => ({
  api: 'portal',
  ...recipe,
  headers: () => ({ 'x-balie': '1' }),
})
const invoice = (slot: string) => (pick: Pick) => ({ id: pick(slot) })
const linked = (pick: Pick) => ({
  id: pick('memberInvoice'),
  token: pick('memberInvoiceToken'),
  attachmentId: pick('memberAttachment'),
})
const offer = (slot: string) => (pick: Pick) => ({ id: pick(slot) })
const text: Part = { name: 'file', content: 'a file', filename: 'file.txt', type: 'text/plain' }
const calling = (pick: Pick) => ({ customerId: pick('memberCustomer.calling') })
const customer = (pick: Pick) => ({ customerId: pick('memberCustomer') })

/** What customers who came by a mailed link see and do. */
export const memberRoutes: Record<string, Recipe> = {
  'GET /api/portal/my/companies/:companyId': {
    api: 'portal',
    params: (pick) => ({ companyId: pick('memberCompany') }),
  },
  'POST /api/portal/my/login-links': fromOurPage({
    body: (pick) => ({ companyId: pick('memberCompany'), email: pick('memberEmail') }),
    // Whether an address is known is told to nobody.
    refuses: [204, 404, 422],
  }),
  'POST /api/portal/my/session': fromOurPage({ body: (pick) => ({ token: pick('loginToken') }) }),
  'DELETE /api/portal/my/session': mine({ ignoresBody: true }, 'memberSession.leaving'),
  'GET /api/portal/my': mine(),
  // Of somebody who has no other: those of the other requests go on.
  'DELETE /api/portal/my/sessions': mine({ ignoresBody: true }, 'memberSession.calling'),
  'PATCH /api/portal/my/customers/:customerId': mine({
    params: customer,
    body: () => ({ address: 'New street 2', zipCode: '6711AA', city: 'Ede', countryCode: 'NL' }),
    ignoresBody: true,
  }),
  'POST /api/portal/my/email': mine({ body: () => ({ email: `new-${newId()}@example.com` }) }),
  'POST /api/portal/my/email/confirm': mine(
    { body: (pick) => ({ code: pick('memberCode') }) },
    'memberSession.moving',
  ),
  'POST /api/portal/my/customers/:customerId/phone': mine(
    { params: calling, body: () => ({ phone: '06 87654321' }) },
    'memberSession.calling',
  ),
  'POST /api/portal/my/customers/:customerId/phone/confirm': mine({
    params: customer,
    body: (pick) => ({ code: pick('memberPhoneCode') }),
  }),
  ...Object.fromEntries(
    [
      'invoices',
      'payments',
      'offers',
      'agreements',
      'appointments',
      'subscriptions',
      'punch-cards',
      'file-shares',
      'file-requests',
      'conversations',
      'pages',
      'forms',
    ].map((name) => [`GET /api/portal/my/${name}`, mine()]),
  ),
  'GET /api/portal/my/appointments/:appointmentId/calendar.ics': mine({
    params: (pick) => ({ appointmentId: pick('memberAppointment') }),
  }),
  'GET /api/portal/public-invoices/:id/:token/attachments/:attachmentId': { api: 'portal', params: linked },
  'GET /public-invoice/:id/pay/:token/attachments/:attachmentId': { api: 'page', params: linked },
  'GET /api/portal/my/invoices/:id': mine({ params: invoice('memberInvoice') }),
  'GET /api/portal/my/invoices/:id/pdf': mine({ params: invoice('memberInvoice') }),
  'GET /api/portal/my/invoices/:id/attachments/:attachmentId': mine({
    params: (pick) => ({ id: pick('memberInvoice'), attachmentId: pick('memberAttachment') }),
  }),
  'POST /api/portal/my/invoices/:id/payments': mine({
    params: invoice('memberInvoice'),
    ignoresBody: true,
  }),
  'POST /api/portal/my/invoices/:id/messages': mine({
    params: invoice('memberInvoice'),
    body: () => ({ message: 'What is this for?' }),
  }),
  'GET /api/portal/my/invoices/:id/plans': mine({ params: invoice('memberInvoice.toPlan') }),
  'POST /api/portal/my/invoices/:id/plan': mine({
    params: invoice('memberInvoice.toPlan'),
    body: () => ({ installments: 3, intervalDays: 30 }),
  }),
  'PATCH /api/portal/my/invoices/:id/plan': mine({
    params: invoice('memberInvoice.planned'),
    body: () => ({ automatic: false }),
  }),
  'DELETE /api/portal/my/invoices/:id/plan': mine({
    params: invoice('memberInvoice.planned'),
    ignoresBody: true,
  }),
  'POST /api/portal/my/invoices/:id/plan/installments/:position/payments': mine({
    params: (pick) => ({ id: pick('memberInvoice.planned'), position: '1' }),
    ignoresBody: true,
  }),
  'GET /api/portal/my/offers/:id': mine({ params: offer('memberOffer') }),
  'GET /api/portal/my/offers/:id/pdf': mine({ params: offer('memberOffer') }),
  'POST /api/portal/my/offers/:id/accept': mine({
    params: offer('memberOffer'),
    body: () => ({ signature: dataUrlOf(aPng()) }),
  }),
  'POST /api/portal/my/offers/:id/reject': mine({
    params: offer('memberOffer.toReject'),
    ignoresBody: true,
  }),
  'GET /api/portal/my/file-shares/:id': mine({ params: (pick) => ({ id: pick('memberShare') }) }),
  'GET /api/portal/my/file-shares/:id/files/:fileId': mine({
    params: (pick) => ({ id: pick('memberShare'), fileId: pick('memberFile') }),
  }),
  'GET /api/portal/my/file-requests/:id': mine({ params: (pick) => ({ id: pick('memberRequest') }) }),
  'POST /api/portal/my/file-requests/:id/files/:requestedFileId': mine({
    params: (pick) => ({ id: pick('memberRequest'), requestedFileId: pick('memberRequested') }),
    files: [text],
  }),
  'GET /api/portal/my/conversations/:ticketId': mine({
    params: (pick) => ({ ticketId: pick('memberTicket') }),
  }),
  'GET /api/portal/my/conversations/:ticketId/attachments/:attachmentId': mine({
    params: (pick) => ({ ticketId: pick('memberTicket'), attachmentId: pick('memberAttachment') }),
  }),
  'POST /api/portal/my/conversations': mine({
    body: (pick) => ({ ...customer(pick), title: 'The season', message: 'When does it begin?' }),
  }),
  'POST /api/portal/my/conversations/:ticketId/messages': mine({
    params: (pick) => ({ ticketId: pick('memberTicket') }),
    body: () => ({ message: 'Anybody there?' }),
  }),
  'GET /api/portal/my/pages/:pageId': mine({
    params: (pick) => ({ pageId: pick('memberPage') }),
    query: customer,
  }),
  'GET /api/portal/my/forms/:formId': mine({
    params: (pick) => ({ formId: pick('memberForm') }),
    query: customer,
  }),
  'POST /api/portal/my/forms/:formId': mine({
    params: (pick) => ({ formId: pick('memberForm') }),
    query: customer,
    body: () => ({ values: { name: 'John Doe' } }),
  }),
}
