import { encodeId } from '../../../server/api/portal/ids.ts'
import { createBatch } from '../../../server/domain/batches/create-batch.ts'
import { notePayout } from '../../../server/domain/payouts/note-payout.ts'
import { newId } from '../../../server/kernel/ids.ts'
import type { Tenant } from '../app.ts'
import { none, type Area } from './area.ts'
import { signedIn } from './staff.ts'

const year = () => ({ from: '2026-01-01', to: '2026-12-31' })
const days = () => ({ format: 'csv', language: 'nl', separators: 'semicolon', ...year() })

/** A payout of somebody else's payment, as Mollie would tell it. */
async function aPayout(tenant: Tenant): Promise<string> {
  const providerId = `stl_${newId().replaceAll('-', '')}`
  const at = '2026-11-20T08:00:00Z'
  await notePayout(
    tenant.ctx(),
    'mollie',
    {
      providerId,
      reference: '1234567.2611.03',
      status: 'paidout',
      amountCents: 1250,
      currency: 'EUR',
      createdAt: at,
      settledAt: at,
    },
    [
      {
        kind: 'payment',
        providerId: 'tr_1',
        paymentId: 'tr_1',
        amountCents: 1250,
        description: undefined,
        at,
      },
    ],
  )
  const [row] = await tenant.ctx().sql<[{ id: string }]>`
    select id from payouts where company_id = ${tenant.company.companyId} and provider_id = ${providerId}`
  return encodeId('payout', row.id)
}

/** What is outstanding and was collected, and tables as files. */
export const money: Area = {
  nobody: { reportedImport: none('imp'), payout: none('pyt') },
  make: async (tenant) => ({
    payout: await aPayout(tenant),
    reportedImport: encodeId('import', (await createBatch(tenant.ctx(), 'Reported', 0)).id),
  }),
  routes: {
    'GET /api/portal/attention': signedIn(),
    'GET /api/portal/money/outstanding': signedIn({ query: () => ({ asOf: '2026-11-20' }) }),
    'GET /api/portal/money/ageing': signedIn({ query: () => ({ asOf: '2026-11-20', by: 'import' }) }),
    'GET /api/portal/money/collected': signedIn({ query: () => ({ ...year(), by: 'week' }) }),
    'GET /api/portal/money/providers': signedIn({ query: year }),
    'GET /api/portal/money/failed-payments': signedIn(),
    'GET /api/portal/money/payouts': signedIn({ query: () => ({ limit: '10' }) }),
    'GET /api/portal/money/payouts/:payoutId': signedIn({
      params: (pick) => ({ payoutId: pick('payout') }),
    }),
    'GET /api/portal/money/payouts/:payoutId/entries': signedIn({
      params: (pick) => ({ payoutId: pick('payout') }),
      query: () => ({ limit: '10' }),
    }),
    'GET /api/portal/money/awaiting-payout': signedIn({ query: () => ({ limit: '10' }) }),
    'GET /api/portal/money/payout-state': signedIn(),
    'POST /api/portal/money/payout-state/look': signedIn({ ignoresBody: true }),
    'GET /api/portal/money/season': signedIn(),
    'PUT /api/portal/money/season': signedIn({ body: () => ({ startMonth: 9 }) }),
    'POST /api/portal/exports/invoices': signedIn({
      body: (pick) => ({ ...days(), importId: pick('reportedImport'), state: 'open', q: 'doe' }),
      // A filter that fits nothing brings nothing.
      ignores: ['reportedImport'],
    }),
    'POST /api/portal/exports/ledger': signedIn({ body: days }),
    'POST /api/portal/exports/payments': signedIn({ body: days }),
    'POST /api/portal/exports/payouts': signedIn({ body: days }),
    'POST /api/portal/exports/customers': signedIn({ body: days }),
    'POST /api/portal/exports/conversations': signedIn({ body: days }),
    'POST /api/portal/exports/ageing': signedIn({
      body: () => ({ format: 'csv', asOf: '2026-11-20' }),
    }),
  },
}
