import { randomUUID } from 'node:crypto'
import { createApiKey } from '../../../server/domain/access/create-api-key.ts'
import { createPartner, grantPartner } from '../../../server/domain/access/partner.ts'
import { sendTestMail } from '../../../server/domain/mails/send-test-mail.ts'
import { failRequest } from '../../../server/domain/privacy/answer-request.ts'
import { getPrivacyRequest } from '../../../server/domain/privacy/request.ts'
import { startExport } from '../../../server/domain/privacy/start-export.ts'
import { encodeId } from '../../../server/api/portal/ids.ts'
import type { Db } from '../../../server/kernel/context.ts'
import type { Tenant } from '../app.ts'
import { aCustomer, anUpload } from '../builders.ts'
import { anOAuthApp, aGrant } from '../grants.ts'
import { none, type Area, type Pick } from './area.ts'
import { signedIn } from './staff.ts'
import { claimUpload } from '../../../server/domain/documents/claim-upload.ts'

const customer = (pick: Pick) => ({ customerId: pick('person') })

/** An export that was made. */
async function anExport(tenant: Tenant): Promise<string> {
  const ctx = tenant.ctx()
  const id = await startExport(ctx, (await aCustomer(tenant)).id)
  const document = await claimUpload(ctx, await anUpload(tenant), 'export')
  await ctx.sql`
    update privacy_requests set state = 'done', document_id = ${document.id}, expires_at = ${ctx.now}::timestamptz + interval '7 days'
     where id = ${id}`
  return (await getPrivacyRequest(ctx, id)).id
}

/** One that was given up. */
async function aFailedExport(tenant: Tenant): Promise<string> {
  const ctx = tenant.ctx()
  const requestId = await startExport(ctx, (await aCustomer(tenant)).id)
  await failRequest(ctx.sql as Db, ctx.now, { companyId: tenant.company.companyId, requestId }, 'It failed.')
  return requestId
}

/** What an owner sets up. The services that are connected are the fakes of `startAppWithRoutes`. */
export const settings: Area = {
  nobody: {
    apiKey: none('key'),
    partner: none('par'),
    'partner.toGrant': randomUUID(),
    app: none('ogr'),
    testMail: none('mai'),
    person: none('cst'),
    'person.toErase': none('cst'),
    personName: 'nobody',
    privacyRequest: none('prv'),
    'privacyRequest.failed': none('prv'),
  },
  // Anybody may be let in who is a partner.
  secrets: ['partner.toGrant', 'personName'],
  async make(tenant) {
    const ctx = tenant.ctx()
    const sql = ctx.sql as Db
    const key = await createApiKey(ctx, 'Website', ['tickets:read'])
    const [partner, toGrant] = [
      await createPartner(sql, ctx.now, 'Ledensoftware'),
      await createPartner(sql, ctx.now, 'Another'),
    ]
    await grantPartner(ctx, partner)
    const [person, toErase] = [await aCustomer(tenant), await aCustomer(tenant)]
    return {
      apiKey: encodeId('apiKey', key.id),
      partner: encodeId('partner', partner),
      'partner.toGrant': toGrant,
      app: encodeId('grant', await aGrant(tenant, await anOAuthApp(tenant))),
      testMail: encodeId(
        'mail',
        await sendTestMail(ctx, { userId: randomUUID(), email: 'olga@example.com', name: 'Olga' }),
      ),
      person: encodeId('customer', person.id),
      'person.toErase': encodeId('customer', toErase.id),
      personName: toErase.name,
      privacyRequest: encodeId('privacyRequest', await anExport(tenant)),
      'privacyRequest.failed': encodeId('privacyRequest', await aFailedExport(tenant)),
    }
  },
  routes: {
    'GET /api/portal/settings/scopes': signedIn(),
    'GET /api/portal/settings/keys': signedIn(),
    'POST /api/portal/settings/keys': signedIn({
      body: () => ({ name: 'Website', scopes: ['tickets.read'] }),
    }),
    'DELETE /api/portal/settings/keys/:keyId': signedIn({
      params: (pick) => ({ keyId: pick('apiKey') }),
      ignoresBody: true,
    }),
    'GET /api/portal/settings/partners': signedIn(),
    'POST /api/portal/settings/partners': signedIn({
      body: (pick) => ({ partnerId: pick('partner.toGrant') }),
    }),
    'DELETE /api/portal/settings/partners/:partnerId': signedIn({
      params: (pick) => ({ partnerId: pick('partner') }),
      ignoresBody: true,
    }),
    'GET /api/portal/settings/apps': signedIn(),
    'DELETE /api/portal/settings/apps/:appId': signedIn({
      params: (pick) => ({ appId: pick('app') }),
      ignoresBody: true,
    }),
    'GET /api/portal/settings/connections': signedIn(),
    'PUT /api/portal/settings/connections/payments': signedIn({
      body: () => ({ apiKey: `test_${'x'.repeat(30)}` }),
    }),
    'DELETE /api/portal/settings/connections/payments': signedIn({ ignoresBody: true }),
    'PUT /api/portal/settings/connections/payments/payout-token': signedIn({
      body: () => ({ token: `access_${'x'.repeat(30)}` }),
    }),
    'DELETE /api/portal/settings/connections/payments/payout-token': signedIn({ ignoresBody: true }),
    'POST /api/portal/settings/connections/payments/test': signedIn({ ignoresBody: true }),
    'PUT /api/portal/settings/connections/bookkeeping': signedIn({
      body: () => ({ administrationId: '123', token: 'fake-moneybird-token' }),
    }),
    'DELETE /api/portal/settings/connections/bookkeeping': signedIn({ ignoresBody: true }),
    'POST /api/portal/settings/connections/bookkeeping/test': signedIn({ ignoresBody: true }),
    'GET /api/portal/settings/connections/bookkeeping/updates': signedIn(),
    'POST /api/portal/settings/connections/bookkeeping/retry': signedIn({ ignoresBody: true }),
    'PUT /api/portal/settings/connections/sms': signedIn({
      body: () => ({ accessKey: 'fake-messagebird-key', originator: 'Hockeyclub' }),
    }),
    'DELETE /api/portal/settings/connections/sms': signedIn({ ignoresBody: true }),
    'POST /api/portal/settings/connections/sms/test': signedIn({ ignoresBody: true }),
    'POST /api/portal/settings/connections/mail/test': signedIn({ ignoresBody: true }),
    'GET /api/portal/settings/connections/mail/test/:mailId': signedIn({
      params: (pick) => ({ mailId: pick('testMail') }),
    }),
    'GET /api/portal/audit': signedIn({
      query: (pick) => ({ type: 'customer', subject: pick('person'), q: 'customer', until: '2026-12-31' }),
      // A filter that fits nothing shows nothing.
      ignores: ['person'],
    }),
    'GET /api/portal/audit/actors': signedIn(),
    'GET /api/portal/privacy/requests': signedIn({ query: () => ({ kind: 'export' }) }),
    'GET /api/portal/privacy/requests/:requestId': signedIn({
      params: (pick) => ({ requestId: pick('privacyRequest') }),
    }),
    'GET /api/portal/privacy/requests/:requestId/download': signedIn({
      params: (pick) => ({ requestId: pick('privacyRequest') }),
    }),
    'POST /api/portal/privacy/requests/:requestId/retry': signedIn({
      params: (pick) => ({ requestId: pick('privacyRequest.failed') }),
      ignoresBody: true,
    }),
    'POST /api/portal/privacy/exports': signedIn({ body: customer }),
    'GET /api/portal/privacy/customers/:customerId/erasure': signedIn({ params: customer }),
    'POST /api/portal/privacy/erasures': signedIn({
      body: (pick) => ({ customerId: pick('person.toErase'), confirm: pick('personName') }),
    }),
  },
}
