import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { connect } from '../server/database/connect.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import { createCustomer } from '../server/domain/customers/create-customer.ts'
import { createInvoice } from '../server/domain/invoices/create-invoice.ts'
import { invoicePagePath } from '../server/domain/invoices/invoice-page-path.ts'
import type { Actor } from '../server/kernel/context.ts'
import type { Tenant } from '../test/support/app.ts'
import { launch } from '../test/support/chromium.ts'
import { aColleague } from '../test/support/staff.ts'
import { startServer } from './server.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(`node bench/pages.ts [options]
  --fast   without slowing the network and the processor down
  --json   print JSON instead of a table`)
  process.exit(0)
}

/** What Lighthouse slows a phone down to: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back, a fourth of the processor. */
const PHONE = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false }
const SLOWER = 4
/** What Google calls good. */
const GOOD = { largestPaintMs: 2500, blockedMs: 200, shift: 0.1 }

interface Vitals {
  requests: number
  /** Of the page's own data: what is no document, script, style or picture. */
  dataRequests: number
  transferredKb: number
  firstPaintMs: number
  largestPaintMs: number
  blockedMs: number
  shift: number
}

async function measure(browser: Browser, url: string, session?: string): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' })
  if (session) await context.addCookies([{ name: 'balie', value: session, url: new URL(url).origin }])
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  if (!values.fast) {
    await devtools.send('Network.emulateNetworkConditions', PHONE)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  }
  let bytes = 0
  let requests = 0
  let dataRequests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
  page.on('request', (request) => {
    requests += 1
    if (['fetch', 'xhr'].includes(request.resourceType())) dataRequests += 1
  })
  await page.addInitScript(`
    window.vitals = { largestPaintMs: 0, blockedMs: 0, shift: 0 }
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
    watch('largest-contentful-paint', (entry) => (vitals.largestPaintMs = entry.startTime))
    watch('longtask', (entry) => (vitals.blockedMs += Math.max(0, entry.duration - 50)))
    watch('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.shift += entry.value })`)
  await page.goto(url)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const seen = await page.evaluate<Pick<Vitals, 'firstPaintMs' | 'largestPaintMs' | 'blockedMs' | 'shift'>>(
    `({ ...vitals, firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`,
  )
  await context.close()
  return { requests, dataRequests, transferredKb: bytes / 1000, ...seen }
}

const operator: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
const folder = await mkdtemp(join(tmpdir(), 'balie-bench-pages-'))
await chmod(folder, 0o755)
const server = await startServer(folder, [], { PAYMENTS_SANDBOX: 'true' })
const sql = connect(server.databaseUrl, { connections: 1, name: 'bench' })
const browser = await launch()
try {
  const now = new Date()
  const company = await createCompany(sql, operator, now, { name: 'Hockeyclub', email: 'bench@example.com' })
  const ctx = { sql, company, actor: operator, now }
  const customer = await createCustomer(ctx, {
    name: 'Sanne de Boer',
    address: 'Teststraat 12',
    zipCode: '1234AB',
    city: 'Amsterdam',
    countryCode: 'NL',
    email: 'sanne@example.com',
    phone: null,
  })
  const invoice = await createInvoice(ctx, {
    customerId: customer.id,
    externalNumber: '2026-1',
    issuedOn: '2026-11-01',
    dueOn: null,
    lines: Array.from({ length: 5 }, (_, i) => ({
      description: `Contribution, part ${i + 1}`,
      netCents: 2000,
      vatRate: 21,
      amountCents: 2420,
    })),
  })
  const { token } = await aColleague({ company, ctx: () => ctx } as unknown as Tenant)
  const pages: [name: string, path: string, session?: string][] = [
    ['public invoice', invoicePagePath(invoice)],
    ['sign in', '/sign-in'],
    ['desk', '/desk', token],
    ['inbox', '/desk/inbox', token],
    ['invoices', '/desk/invoices', token],
  ]
  const measured: Record<string, Vitals> = {}
  for (const [name, path, session] of pages)
    measured[name] = await measure(browser, server.url + path, session)
  if (values.json) console.log(JSON.stringify(measured, null, 2))
  else {
    console.log(values.fast ? 'Not slowed down.' : 'As a phone on a slow network.')
    console.table(
      Object.fromEntries(
        Object.entries(measured).map(([name, one]) => [
          name,
          {
            requests: one.requests,
            'of data': one.dataRequests,
            kB: Math.round(one.transferredKb),
            'first paint ms': Math.round(one.firstPaintMs),
            'largest paint ms': Math.round(one.largestPaintMs),
            'blocked ms': Math.round(one.blockedMs),
            shift: Number(one.shift.toFixed(3)),
            good:
              one.largestPaintMs <= GOOD.largestPaintMs &&
              one.blockedMs <= GOOD.blockedMs &&
              one.shift <= GOOD.shift,
          },
        ]),
      ),
    )
  }
} finally {
  await browser.close()
  await sql.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
