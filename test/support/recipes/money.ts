import { encodeId } from '../../../server/api/portal/ids.ts'
import { createBatch } from '../../../server/domain/batches/create-batch.ts'
import { none, type Area } from './area.ts'
import { signedIn } from './staff.ts'

const year = () => ({ from: '2026-01-01', to: '2026-12-31' })
const days = () => ({ format: 'csv', language: 'nl', separators: 'semicolon', ...year() })

/** What is outstanding and was collected, and tables as files. */
export const money: Area = {
  nobody: { reportedImport: none('imp') },
  make: async (tenant) => ({
    reportedImport: encodeId('import', (await createBatch(tenant.ctx(), 'Reported', 0)).id),
  }),
  routes: {
    'GET /api/portal/attention': signedIn(),
    'GET /api/portal/money/outstanding': signedIn({ query: () => ({ asOf: '2026-11-20' }) }),
    'GET /api/portal/money/ageing': signedIn({ query: () => ({ asOf: '2026-11-20', by: 'import' }) }),
    'GET /api/portal/money/collected': signedIn({ query: () => ({ ...year(), by: 'week' }) }),
    'GET /api/portal/money/providers': signedIn({ query: year }),
    'GET /api/portal/money/failed-payments': signedIn(),
    'GET /api/portal/money/season': signedIn(),
    'PUT /api/portal/money/season': signedIn({ body: () => ({ startMonth: 9 }) }),
    'POST /api/portal/exports/invoices': signedIn({
      body: (pick) => ({ ...days(), importId: pick('reportedImport'), state: 'open', q: 'doe' }),
      // A filter that fits nothing brings nothing.
      ignores: ['reportedImport'],
    }),
    'POST /api/portal/exports/ledger': signedIn({ body: days }),
    'POST /api/portal/exports/payments': signedIn({ body: days }),
    'POST /api/portal/exports/customers': signedIn({ body: days }),
    'POST /api/portal/exports/conversations': signedIn({ body: days }),
    'POST /api/portal/exports/ageing': signedIn({
      body: () => ({ format: 'csv', asOf: '2026-11-20' }),
    }),
  },
}
