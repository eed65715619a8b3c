import { encodeId } from '../../../server/api/portal/ids.ts'
import { answerConversation } from '../../../server/domain/tickets/answer-conversation.ts'
import { createCannedAnswer } from '../../../server/domain/tickets/create-canned-answer.ts'
import { getTicket } from '../../../server/domain/tickets/get-ticket.ts'
import { createTicket } from '../../../server/domain/tickets/create-ticket.ts'
import { mergeTickets } from '../../../server/domain/tickets/merge-tickets.ts'
import { bodyFromText } from '../../../server/domain/tickets/message-body.ts'
import { newId } from '../../../server/kernel/ids.ts'
import { aCustomer, aTicket, anUpload } from '../builders.ts'
import { aColleague } from '../staff.ts'
import type { Tenant } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'
import { signedIn } from './staff.ts'

const ticket = (pick: Pick) => ({ ticketId: pick('portalTicket') })
const canned = (pick: Pick) => ({ cannedAnswerId: pick('cannedAnswer') })
const tab = () => ({ tab: 'tab_06fpvrn4w9zxnfm4v0k7c1qk3g' })
/** Names of canned answers are each used once. */
const newCanned = () => ({ name: `Half now ${newId()}`, message: 'Dear {{name}}, pay half now.' })

/** A conversation about no invoice. */
const aTalk = async (tenant: Tenant, customerId: string) =>
  (
    await createTicket(tenant.ctx(), {
      customerId,
      title: 'Membership',
      body: bodyFromText('May I leave?'),
      byCustomer: true,
    })
  ).id

/** What the staff does in the inbox. */
export const inbox: Area = {
  nobody: {
    portalTicket: none('tic'),
    'portalTicket.toArchive': none('tic'),
    'portalTicket.archived': none('tic'),
    'portalTicket.toMerge': none('tic'),
    'portalTicket.merging': none('tic'),
    'portalTicket.merged': none('tic'),
    'portalTicket.survivor': none('tic'),
    portalMessage: none('tim'),
    portalAttachment: none('tma'),
    assignee: none('mbr'),
    cannedAnswer: none('can'),
    'cannedAnswer.toDelete': none('can'),
  },
  async make(tenant) {
    const ctx = () => tenant.ctx()
    const [asked, other, archived] = [
      await aTicket(tenant),
      await aTicket(tenant),
      await aTicket(tenant, 'archived'),
    ]
    const { id: customerId } = await aCustomer(tenant)
    const [one, two, three, four] = [
      await aTalk(tenant, customerId),
      await aTalk(tenant, customerId),
      await aTalk(tenant, customerId),
      await aTalk(tenant, customerId),
    ]
    const survivor = await mergeTickets(ctx(), three, four)
    const [{ id: askedId }] = await ctx().sql<[{ id: string }]>`
      select t.id from tickets t join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
       where t.company_id = ${tenant.company.companyId} and i.id = ${asked.invoice.id}`
    await answerConversation(ctx(), askedId, {
      body: bodyFromText('See the file'),
      uploads: [await anUpload(tenant)],
      archive: false,
    })
    const message = (await getTicket(ctx(), askedId)).messages.at(-1)!
    const name = (n: number) => `Often ${n} ${newId()}`
    const answers = [
      await createCannedAnswer(ctx(), { name: name(1), body: bodyFromText('Dear {{name}}') }),
      await createCannedAnswer(ctx(), { name: name(2), body: bodyFromText('Bye') }),
    ]
    return {
      portalTicket: asked.ticket,
      'portalTicket.toArchive': other.ticket,
      'portalTicket.archived': archived.ticket,
      'portalTicket.toMerge': encodeId('ticket', one),
      'portalTicket.merging': encodeId('ticket', two),
      'portalTicket.merged': encodeId('ticket', survivor === three ? four : three),
      'portalTicket.survivor': encodeId('ticket', survivor),
      portalMessage: encodeId('message', message.id),
      portalAttachment: encodeId('attachment', message.attachments[0]!.id),
      assignee: encodeId('colleague', (await aColleague(tenant, 'support')).membershipId),
      cannedAnswer: encodeId('cannedAnswer', answers[0]!.id),
      'cannedAnswer.toDelete': encodeId('cannedAnswer', answers[1]!.id),
    }
  },
  routes: {
    'GET /api/portal/inbox': signedIn({ query: () => ({ box: 'answered', q: 'pay 2026' }) }),
    'GET /api/portal/inbox/counts': signedIn(),
    'GET /api/portal/inbox/live': signedIn(),
    'PUT /api/portal/inbox/presence/:tab': signedIn({
      params: tab,
      body: (pick) => ({ conversationId: pick('portalTicket'), writing: true }),
    }),
    'DELETE /api/portal/inbox/presence/:tab': signedIn({ params: tab, ignoresBody: true }),
    'GET /api/portal/inbox/:ticketId': signedIn({ params: ticket }),
    'PUT /api/portal/inbox/:ticketId/read': signedIn({
      params: ticket,
      body: (pick) => ({ messageId: pick('portalMessage') }),
      ignoresBody: true,
    }),
    'GET /api/portal/inbox/:ticketId/messages/:messageId/attachments/:attachmentId': signedIn({
      params: (pick) => ({
        ...ticket(pick),
        messageId: pick('portalMessage'),
        attachmentId: pick('portalAttachment'),
      }),
    }),
    'POST /api/portal/inbox/:ticketId/messages': signedIn({
      params: ticket,
      body: () => ({ message: '<p>We are sorry</p>', archive: false }),
    }),
    'POST /api/portal/inbox/:ticketId/notes': signedIn({
      params: ticket,
      body: () => ({ message: 'Called her' }),
    }),
    'PUT /api/portal/inbox/:ticketId/assignee': signedIn({
      params: ticket,
      body: (pick) => ({ assigneeId: pick('assignee') }),
      ignoresBody: true,
    }),
    'PUT /api/portal/inbox/:ticketId/snooze': signedIn({
      params: ticket,
      body: () => ({ until: '2026-12-01 09:00' }),
    }),
    'DELETE /api/portal/inbox/:ticketId/snooze': signedIn({ params: ticket, ignoresBody: true }),
    'POST /api/portal/inbox/:ticketId/archive': signedIn({
      params: (pick) => ({ ticketId: pick('portalTicket.toArchive') }),
      ignoresBody: true,
    }),
    'POST /api/portal/inbox/:ticketId/reopen': signedIn({
      params: (pick) => ({ ticketId: pick('portalTicket.archived') }),
      ignoresBody: true,
    }),
    'POST /api/portal/inbox/:ticketId/assign-to-support': signedIn({ params: ticket, ignoresBody: true }),
    'DELETE /api/portal/inbox/:ticketId/assign-to-support': signedIn({ params: ticket, ignoresBody: true }),
    'POST /api/portal/inbox/:ticketId/merges': signedIn({
      params: (pick) => ({ ticketId: pick('portalTicket.toMerge') }),
      body: (pick) => ({ ticketId: pick('portalTicket.merging') }),
    }),
    'DELETE /api/portal/inbox/:ticketId/merges/:mergedId': signedIn({
      params: (pick) => ({
        ticketId: pick('portalTicket.survivor'),
        mergedId: pick('portalTicket.merged'),
      }),
      ignoresBody: true,
    }),
    'GET /api/portal/canned-answers': signedIn(),
    'POST /api/portal/canned-answers': signedIn({
      body: newCanned,
    }),
    'PUT /api/portal/canned-answers/:cannedAnswerId': signedIn({ params: canned, body: newCanned }),
    'DELETE /api/portal/canned-answers/:cannedAnswerId': signedIn({
      params: (pick) => ({ cannedAnswerId: pick('cannedAnswer.toDelete') }),
      ignoresBody: true,
    }),
    'GET /api/portal/inbox/:ticketId/canned-answers/:cannedAnswerId': signedIn({
      params: (pick) => ({ ...ticket(pick), ...canned(pick) }),
    }),
  },
}
