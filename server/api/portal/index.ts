import { createHash } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import { acceptJson } from '../bodies.ts'
import { customerActor, useCustomerSessions } from '../customer-sessions.ts'
import type { Deps } from '../edge.ts'
import { acceptIdempotencyKeys } from '../idempotency.ts'
import { useOpenApi } from '../openapi.ts'
import { limitRateOfSessions } from '../rate-limit.ts'
import { staffActor, useStaffSessions } from '../staff-sessions.ts'
import { useSentences } from '../validation.ts'
import { passkeyRoutes } from './account/passkey-routes.ts'
import { accountRoutes } from './account/routes.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { cannedAnswerRoutes } from './canned-answers/routes.ts'
import { logoRoutes } from './company/logo-routes.ts'
import { companyRoutes } from './company/routes.ts'
import { look, palette } from './company/schema.ts'
import { auditRoutes } from './audit/routes.ts'
import { staffCustomerRoutes } from './customers/routes.ts'
import { downloadRoutes } from './downloads/routes.ts'
import { apiError, useErrors } from './errors.ts'
import type { WriteMail } from './imports/present-dry-run.ts'
import { rehearsalRoutes } from './imports/rehearsals.ts'
import { invoiceExportRoutes } from './exports/invoices.ts'
import { exportRoutes } from './exports/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { invoiceBulkRoutes } from './invoice-bulks/routes.ts'
import { invoiceViewRoutes } from './invoice-views/routes.ts'
import { invoiceChangeRoutes } from './invoices/changes.ts'
import { invoiceCollectionRoutes } from './invoices/collection.ts'
import { staffInvoiceRoutes } from './invoices/routes.ts'
import { moneyRoutes } from './money/routes.ts'
import { payoutRoutes } from './payouts/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { linkToFileRequest } from './file-requests/enter.ts'
import { publicFileRequestRoutes } from './file-requests/routes.ts'
import { linkToFileShare } from './file-shares/enter.ts'
import { publicFileShareRoutes } from './file-shares/routes.ts'
import { ownFileRequests, ownFileShares, ownInvoices, ownOffers } from './my/doors.ts'
import { myRoutes } from './my/routes.ts'
import { mySessionRoutes } from './my/session-routes.ts'
import { linkToInvoice } from './public-invoices/enter.ts'
import { payerRoutes } from './public-invoices/payer-routes.ts'
import { planRoutes } from './public-invoices/plan-routes.ts'
import { publicInvoiceRoutes } from './public-invoices/routes.ts'
import { linkToOffer } from './public-offers/enter.ts'
import { publicOfferRoutes } from './public-offers/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { connectionRoutes } from './settings/connections.ts'
import { settingsRoutes } from './settings/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { invitationRoutes, staffRoutes } from './staff/routes.ts'

/** Our own API, for the web pages of members, customers and staff, at `/api/portal`. */
export const portal: FastifyPluginAsync<{ deps: Deps; writeMail: WriteMail }> = async (
  app,
  { deps, writeMail },
) => {
  useErrors(app)
  useSentences(app)
  acceptJson(app)
  await limitRateOfSessions(app, deps)
  app.decorateRequest('ctx', null as never)
  useStaffSessions(app, deps)
  useCustomerSessions(app, deps)
  app.addHook('onRoute', (route) => {
    if (!route.schema) return
    const security = route.config?.customer ? [{ CustomerSession: [] }] : [{ Session: [] }]
    route.schema = { ...route.schema, security: route.config?.open ? [] : security }
  })
  await useOpenApi(app, '/api/portal', {
    title: 'Balie portal API',
    version: '1',
    description:
      'What the pages of Balie itself are made with. Staff sign in and are known by a cookie; every request of theirs that changes something bears the header `X-Balie: 1`, which pages of other sites cannot send. With an `Idempotency-Key` it is done once and gets its first answer for 24 hours.',
    security: {
      Session: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-balie',
        description: 'Set by signing in; over plain http its name is `balie`.',
      },
      CustomerSession: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-balie-my',
        description: 'Set by using a mailed link; over plain http its name is `balie-my`.',
      },
    },
    tags: [
      { name: 'Session', description: 'Signing in and out.' },
      { name: 'Account', description: 'One’s own password, passkeys and second factor.' },
      { name: 'Staff', description: 'Who works for the company.' },
      { name: 'Company', description: 'What the company says of itself, looks like and may use.' },
      { name: 'Imports', description: 'Invoices that are sent together, and what they are collected with.' },
      { name: 'Invoices', description: 'Claims on customers, as the staff sees them.' },
      { name: 'Customers', description: 'What there is about a customer.' },
      { name: 'Inbox', description: 'Questions of customers and the answers to them.' },
      { name: 'Settings', description: 'Which software is let in, and what the company is connected to.' },
      { name: 'Audit trail', description: 'Who changed what.' },
      { name: 'Privacy', description: 'What is held about a person: exported, erased.' },
      { name: 'Money', description: 'What is outstanding, what was collected, and what needs attention.' },
      { name: 'Exports', description: 'Tables as files, for spreadsheets and bookkeepers.' },
      { name: 'Public invoices', description: 'An invoice, to whoever holds its secret link.' },
      { name: 'Public offers', description: 'An offer, to whoever holds its secret link.' },
      { name: 'Agreements', description: 'An agreement to sign, to whoever holds a signer’s secret link.' },
      { name: 'File requests', description: 'What is asked of whoever holds a secret link.' },
      { name: 'File shares', description: 'Files, to whoever holds a secret link.' },
      { name: 'My session', description: 'How customers let themselves in by a mailed link.' },
      { name: 'My portal', description: 'What customers who came by a mailed link see of their own.' },
      { name: 'Downloads', description: 'Documents, to whoever holds a link of the last minutes.' },
    ],
  })
  for (const schema of [apiError, palette, look]) app.addSchema(schema)
  await sessionRoutes(app, { deps })
  await mySessionRoutes(app, { deps })
  await accountRoutes(app, { deps })
  await passkeyRoutes(app, { deps })
  await invitationRoutes(app, { deps })
  await exportRoutes(app, { deps })
  await invoiceExportRoutes(app, { deps })
  // Staff and customers are known by themselves, whoever holds a link by the link, of which only a hash is kept.
  acceptIdempotencyKeys(app, deps, ({ staff, customer, url }) =>
    staff
      ? staffActor(staff)
      : customer
        ? customerActor(customer)
        : `link:${createHash('sha256').update(url).digest('hex')}`,
  )
  await staffRoutes(app, { deps })
  await companyRoutes(app, { deps })
  await settingsRoutes(app, { deps })
  await connectionRoutes(app, { deps })
  await auditRoutes(app, { deps })
  await privacyRoutes(app, { deps })
  await importRoutes(app, { deps })
  await rehearsalRoutes(app, { deps, writeMail })
  await invoiceViewRoutes(app, { deps })
  await invoiceBulkRoutes(app, { deps })
  await staffInvoiceRoutes(app, { deps })
  await invoiceChangeRoutes(app, { deps })
  await invoiceCollectionRoutes(app, { deps })
  await inboxRoutes(app, { deps })
  await cannedAnswerRoutes(app, { deps })
  await moneyRoutes(app, { deps })
  await payoutRoutes(app, { deps })
  await staffCustomerRoutes(app, { deps })
  await payerRoutes(app, { deps })
  for (const door of [linkToInvoice(deps), ownInvoices]) {
    await planRoutes(app, { deps, door })
    await publicInvoiceRoutes(app, { deps, door })
  }
  for (const door of [linkToOffer(deps), ownOffers]) await publicOfferRoutes(app, { deps, door })
  for (const door of [linkToFileRequest(deps), ownFileRequests])
    await publicFileRequestRoutes(app, { deps, door })
  for (const door of [linkToFileShare(deps), ownFileShares]) await publicFileShareRoutes(app, { deps, door })
  await myRoutes(app, { deps })
  await downloadRoutes(app, { deps })
  await logoRoutes(app, { deps })
  await paperRoutes(app, { deps })
  await agreementRoutes(app, { deps })
}
