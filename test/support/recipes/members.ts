import { encodeId } from '../../../server/api/portal/ids.ts'
import { encodeUuid } from '../../../server/kernel/base32.ts'
import { hashOf } from '../../../server/domain/access/key.ts'
import { scheduleAppointment } from '../../../server/domain/appointments/schedule-appointment.ts'
import { createForm } from '../../../server/domain/cms/save-form.ts'
import { createPage } from '../../../server/domain/cms/save-page.ts'
import { createCustomer } from '../../../server/domain/customers/create-customer.ts'
import { createFileRequest } from '../../../server/domain/file-requests/create-file-request.ts'
import { createFileShare } from '../../../server/domain/file-shares/create-file-share.ts'
import { addFile } from '../../../server/domain/files/add-file.ts'
import { choosePlan } from '../../../server/domain/installments/choose-plan.ts'
import { createInvoice } from '../../../server/domain/invoices/create-invoice.ts'
import { createManualOffer } from '../../../server/domain/offers/create-manual-offer.ts'
import { createPunchCard } from '../../../server/domain/punch-cards/create-punch-card.ts'
import { issuePunchCard } from '../../../server/domain/punch-cards/issue-punch-card.ts'
import { connectSms } from '../../../server/domain/sms/connect-sms.ts'
import { askInvoiceQuestion } from '../../../server/domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../server/domain/tickets/message-body.ts'
import { newId } from '../../../server/kernel/ids.ts'
import { newLinkToken } from '../../../server/kernel/link-token.ts'
import { testVault, type Tenant } from '../app.ts'
import { anUpload } from '../builders.ts'
import { companyIdOf, openSession } from '../members.ts'
import { offerPlans } from '../plans.ts'
import { none, type Area } from './area.ts'
import { memberRoutes } from './member-routes.ts'

const token = `1-${'x'.repeat(24)}`

let hour = 0

async function made(tenant: Tenant) {
  const ctx = () => tenant.ctx()
  const email = `member-${newId()}@example.com`
  const { id: customerId } = await createCustomer(ctx(), {
    name: 'Member',
    address: 'Teststreet 123',
    zipCode: '1234AB',
    city: 'Amsterdam',
    countryCode: 'NL',
    email,
  })
  return { email, customerId }
}

/** What customers who came by a mailed link see and do. */
export const members: Area = {
  nobody: {
    memberCompany: none('com'),
    memberEmail: 'nobody@example.com',
    loginToken: token,
    memberSession: token,
    'memberSession.leaving': token,
    'memberSession.moving': token,
    memberCode: 'none',
    memberPhoneCode: 'none',
    'memberSession.calling': token,
    'memberCustomer.calling': none('cst'),
    memberCustomer: none('cst'),
    memberInvoice: none('inv'),
    'memberInvoice.toPlan': none('inv'),
    'memberInvoice.planned': none('inv'),
    memberInvoiceToken: token,
    memberAttachment: none('tma'),
    memberOffer: none('off'),
    'memberOffer.toReject': none('off'),
    memberAppointment: none('apt'),
    memberTicket: none('tic'),
    memberShare: none('fss'),
    memberFile: none('fsf'),
    memberRequest: none('frq'),
    memberRequested: none('fqf'),
    memberPage: none('pag'),
    memberForm: none('frm'),
  },
  secrets: [
    'memberSession',
    'memberSession.leaving',
    'memberSession.moving',
    'memberCode',
    'memberPhoneCode',
    'memberSession.calling',
    'memberEmail',
    'memberCompany',
  ],
  async make(tenant, { externalId }) {
    const ctx = () => tenant.ctx()
    const { companyId } = tenant.company
    const { email, customerId } = await made(tenant)
    await offerPlans(tenant)
    const anInvoice = () =>
      createInvoice(ctx(), {
        customerId,
        externalNumber: '2026-1',
        issuedOn: '2026-11-01',
        dueOn: null,
        lines: [{ amountCents: 9000, description: `Fee ${externalId}` }],
      })
    const anOffer = () =>
      createManualOffer(ctx(), {
        customerId,
        number: '2026-1',
        issuedOn: '2026-11-01',
        expiresOn: '2027-11-01',
        lines: [{ description: 'Line', netCents: 1295, vatRate: 21 }],
      })
    const [asked, toPlan, planned] = [await anInvoice(), await anInvoice(), await anInvoice()]
    await choosePlan(
      ctx(),
      tenant.payments,
      { id: planned.id, token: planned.linkToken },
      { count: 2, intervalDays: 30, automatic: true },
    )
    const upload = await anUpload(tenant)
    await askInvoiceQuestion(ctx(), asked.id, asked.linkToken, bodyFromText('Why?'), [upload])
    const [conversation] = await ctx().sql<[{ ticketId: string; attachmentId: string }]>`
      select m.ticket_id as "ticketId", a.id as "attachmentId"
        from ticket_messages m join ticket_attachments a on a.company_id = m.company_id and a.message_id = m.id
       where m.company_id = ${companyId} and m.invoice_id = ${asked.id}`
    hour += 6
    const at = (hours: number) => new Date(Date.UTC(2040, 0, 1, hours))
    const appointment = await scheduleAppointment(ctx(), {
      name: 'Intake',
      startsAt: at(hour),
      endsAt: at(hour + 1),
      customerId,
      attendee: { name: undefined, email: undefined },
      status: 'scheduled',
      onlineMeetingLink: null,
    })
    const card = await createPunchCard(ctx(), {
      name: 'Lessons',
      description: null,
      punches: 10,
      punchLabel: 'lessons',
      priceCents: null,
      vatRate: null,
      expiryValue: null,
      expiryPeriod: null,
    })
    await issuePunchCard(ctx(), card.id, customerId)
    const file = await addFile(ctx(), await anUpload(tenant), null)
    const share = await createFileShare(ctx(), [file], customerId)
    const request = await createFileRequest(ctx(), {
      name: 'Renewal',
      description: null,
      customerId,
      directoryId: null,
      requestedFiles: [{ name: 'Logo', description: null, required: true, maxSizeKb: 10 }],
    })
    const page = await createPage(ctx(), testVault, {
      title: `Page ${externalId}`,
      blocks: [{ kind: 'text', html: '<p>Welcome</p>' }],
    })
    const form = await createForm(ctx(), testVault, {
      title: `Form ${externalId}`,
      fields: [{ name: 'name', label: 'Name', type: 'text', required: true, options: [] }],
      sendUrl: null,
      sendMethod: null,
      sendEmail: null,
      prefillUrl: null,
      prefillMethod: null,
      auth: { type: 'none' },
    })
    const { sql, now } = ctx()
    const later = new Date(now.getTime() + 1_000_000)
    const loginToken = newLinkToken(companyId)
    await sql`
      insert into customer_login_links (company_id, id, email, hash, created_at, expires_at)
      values (${companyId}, ${newId()}, ${email}, ${hashOf(loginToken)}, ${now}, ${later})`
    const [here, leaving] = [await openSession(tenant, email), await openSession(tenant, email)]
    const mover = await made(tenant)
    const moving = await openSession(tenant, mover.email)
    const answer = await moveTo(tenant, moving)
    const caller = await made(tenant)
    const calling = await openSession(tenant, caller.email)
    await connectSms(ctx(), testVault, {
      provider: 'messagebird',
      baseUrl: 'http://127.0.0.1:9',
      originator: 'Club',
      accessKey: 'key',
    })
    return {
      memberCompany: companyIdOf(tenant),
      memberEmail: email,
      loginToken,
      memberSession: here,
      'memberSession.leaving': leaving,
      'memberSession.moving': moving,
      memberCode: answer,
      memberPhoneCode: await callTo(tenant, here, customerId),
      'memberSession.calling': calling,
      'memberCustomer.calling': encodeId('customer', caller.customerId),
      memberCustomer: encodeId('customer', customerId),
      memberInvoice: encodeId('invoice', asked.id),
      memberInvoiceToken: asked.linkToken,
      'memberInvoice.toPlan': encodeId('invoice', toPlan.id),
      'memberInvoice.planned': encodeId('invoice', planned.id),
      memberAttachment: encodeId('attachment', conversation.attachmentId),
      memberOffer: encodeId('offer', (await anOffer()).id),
      'memberOffer.toReject': encodeId('offer', (await anOffer()).id),
      memberAppointment: encodeId('appointment', appointment.id),
      memberTicket: encodeId('ticket', conversation.ticketId),
      memberShare: encodeId('fileShare', share.id),
      memberFile: `fsf_${encodeUuid(file.id)}`,
      memberRequest: encodeId('fileRequest', request.id),
      memberRequested: `fqf_${encodeUuid(request.requestedFiles[0]!.id)}`,
      memberPage: encodeId('page', page.id),
      memberForm: encodeId('form', form.id),
    }
  },
  routes: memberRoutes,
}

/** The code that makes another address that of a session. */
async function moveTo(tenant: Tenant, session: string): Promise<string> {
  const { sql, now } = tenant.ctx()
  const id = newId()
  const code = '042137'
  await sql`
    insert into customer_contact_changes (company_id, id, session_id, email, code_hash, sent_at, expires_at)
    select company_id, ${id}, id, ${`moved-${id}@example.com`}, ${hashOf(`${id} ${code}`)}, ${now},
           ${new Date(now.getTime() + 1_000_000)}
      from customer_sessions where company_id = ${tenant.company.companyId} and hash = ${hashOf(session)}`
  return code
}

/** The code that makes a number that of a customer. Sent long ago: another may be asked for. */
async function callTo(tenant: Tenant, session: string, customerId: string): Promise<string> {
  const { sql, now } = tenant.ctx()
  const id = newId()
  const code = '042137'
  await sql`
    insert into customer_contact_changes (company_id, id, session_id, customer_id, phone, code_hash, sent_at, expires_at)
    select company_id, ${id}, id, ${customerId}, '+31687654322', ${hashOf(`${id} ${code}`)},
           ${new Date(now.getTime() - 1_000_000)}, ${new Date(now.getTime() + 1_000_000)}
      from customer_sessions where company_id = ${tenant.company.companyId} and hash = ${hashOf(session)}`
  return code
}
