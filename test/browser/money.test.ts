import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { Tenant } from '../support/app.ts'
import { aTicket } from '../support/builders.ts'
import { checkAccessibility, lookAt, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aDebtor, aHistory, anImport, aProviderPayment } from '../support/ledgers.ts'
import { aColleague, type Staff } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
let owner: Staff
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels', timeZone: 'Europe/Amsterdam' })
  owner = await aColleague(tenant, 'owner')
  await aSeason(tenant)
})
after(() => running.close())

const names = ['Familie Jansen', 'Sanne de Vries', 'Van den Berg Sport BV', 'Youssef El Amrani', 'Zoë Müller']

/** Two seasons of a club: fees that are paid in several ways, late, in part, taken back and paid back. */
async function aSeason(club: Tenant): Promise<void> {
  const batches = await Promise.all(
    ['Membership 2025', 'Membership 2026', 'Tournament'].map((title) =>
      anImport(club, '2025-01-05T09:00:00Z', title),
    ),
  )
  const customers = await Promise.all(names.map((name) => aDebtor(club, name)))
  const methods = ['ideal', 'directdebit', 'creditcard', null] as const
  for (let i = 0; i < 44; i += 1) {
    const month = i % 22
    const year = month < 11 ? 2026 : 2025
    const on = `${year}-${String((month % 11) + 1).padStart(2, '0')}-${String(1 + (i % 20)).padStart(2, '0')}`
    const cents = 4_500 + i * 375
    const method = methods[i % 4]!
    const paid = i % 7 !== 0
    const at = `${on}T12:00:00Z`
    const entries =
      method === null || !paid
        ? []
        : await aProviderPayment(club, { cents, method }, [
            { kind: 'payment', cents, at },
            ...(i % 9 === 1 && method === 'directdebit' ? [{ kind: 'chargeback' as const, cents, at }] : []),
            ...(i % 10 === 4 ? [{ kind: 'refund' as const, cents: 1_000, at }] : []),
          ])
    await aHistory(club, {
      issuedOn: on,
      dueOn: on,
      transmittedAt: at,
      createdAt: at,
      batchId: batches[i % 3]!,
      customerId: customers[i % 5]!,
      lines: [
        { kind: 'charge', cents, at },
        ...(i % 6 === 0
          ? [{ kind: 'fee' as const, subtype: 'late_payment_fee' as const, cents: 250, at }]
          : []),
        ...(paid
          ? [
              {
                kind: 'payment' as const,
                cents: -cents,
                at,
                method:
                  { ideal: 'ideal', directdebit: 'sdd', creditcard: 'credit_card' }[method ?? ''] ??
                  'external',
                ...(entries[0] ? { entryId: entries[0] } : {}),
              },
            ]
          : []),
        ...(i % 9 === 1 && method === 'directdebit'
          ? [{ kind: 'chargeback' as const, cents, at, entryId: entries[1]! }]
          : []),
      ],
    })
  }
  await aHistory(club, {
    issuedOn: '2026-11-10',
    dueOn: '2026-12-10',
    transmittedAt: '2026-11-10T09:00:00Z',
    createdAt: '2026-11-10T09:00:00Z',
    customerId: customers[2]!,
    batchId: batches[1]!,
    lines: [{ kind: 'charge', cents: 48_000, at: '2026-11-10T09:00:00Z' }],
  })
  const draft = await anImport(club, null, 'Winter training')
  await aHistory(club, {
    issuedOn: '2026-11-20',
    transmittedAt: null,
    createdAt: '2026-11-20T09:00:00Z',
    batchId: draft,
    lines: [{ kind: 'charge', cents: 12_500, at: '2026-11-20T09:00:00Z' }],
  })
  await aTicket(club)
  await aProviderPayment(club, { cents: 3_250, method: 'ideal', subjectKind: 'payment_link' }, [
    { kind: 'payment', cents: 3_250, at: '2026-11-18T09:00:00Z' },
  ])
  await club.ctx().sql`
    update payments set status = 'failed', failure = 'Insufficient funds', paid_at = null
     where company_id = ${club.company.companyId} and amount_cents = 3250`
}

test('who comes to the desk sees what waits, and each leads to where it is done', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk')
  const waiting = page.getByRole('region', { name: 'What needs attention' })
  await waiting.getByText('1 question waits for an answer').waitFor()
  await waiting.getByText('1 import waits to be transmitted').waitFor()
  await waiting.getByText('1 payment failed').click()
  await page.getByRole('heading', { level: 1, name: 'Payouts' }).waitFor()
  await page.getByText('Insufficient funds').waitFor()
})

test('figures are there for who cannot see the pictures, and lead to the invoices that they are made of', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/money')
  await page.getByRole('img', { name: /^Bar chart\. 1 Jan/ }).waitFor()
  await page.getByRole('button', { name: 'Figures: Collected' }).click()
  const table = page.getByRole('table', { name: 'Collected' })
  assert.equal(await table.getByRole('row').count(), 14)
  await checkAccessibility(page)
  await page.getByText('Week', { exact: true }).click()
  await page.waitForURL(/by=week/)
  await page.getByLabel('Period').selectOption('month')
  await page.waitForURL(/period=month/)
  await page.getByRole('button', { name: 'Figures: Payments by method' }).click()
  await checkAccessibility(page)
  const late = page.getByRole('link', { name: 'Over 90 days' })
  assert.match((await late.getAttribute('href'))!, /\/desk\/invoices\?state=open&dueTo=2026-08-22/)
  const outstanding = page.getByRole('region', { name: 'Outstanding by age' })
  await outstanding.waitFor()
})

test('the owner chooses when seasons begin, and the comparison follows', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/money')
  await page.getByRole('button', { name: 'Season begins in January' }).click()
  await checkAccessibility(page)
  await page.getByRole('menuitem', { name: 'September' }).click()
  await page.getByRole('button', { name: 'Season begins in September' }).waitFor()
  await page.getByRole('img', { name: /^Bar chart\. 1 Sept? 2026/ }).waitFor()
  const { page: other, visit: open } = await running.person({
    session: (await aColleague(tenant, 'support')).token,
  })
  await open('/desk/money')
  assert.equal(await other.getByRole('button', { name: /Season begins/ }).count(), 0)
  await page.getByRole('button', { name: 'Season begins in September' }).click()
  await page.getByRole('menuitem', { name: 'January' }).click()
  await page.getByRole('button', { name: 'Season begins in January' }).waitFor()
})

test('the ageing report is of any day, per customer and per import', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/money/ageing')
  await page.getByRole('table').getByRole('link', { name: 'Van den Berg Sport BV' }).waitFor()
  await page.getByText('Per import').click()
  await page.getByRole('table').getByRole('link', { name: 'Membership 2026' }).waitFor()
  await page.getByLabel('At the end of').fill('2024-12-31')
  await page.getByRole('heading', { name: 'Nothing was outstanding' }).waitFor()
  await checkAccessibility(page)
})

test('an export is taken as a workbook and as CSV, and what is refused is said', async () => {
  const { page, visit } = await running.person({ session: owner.token })
  await visit('/desk/money/export')
  await page.getByLabel('Ledger').check()
  const taken = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const workbook = await taken()
  assert.equal(workbook.name, 'Ledger 2026-11-21.xlsx')
  const sheet = await readSheet(workbook.bytes)
  await page
    .getByRole('status')
    .getByText(`Done: ${sheet.length - 1} rows.`)
    .waitFor()
  await checkAccessibility(page)
  await page.getByLabel('CSV').check()
  await page.getByLabel('Language of the headings').selectOption('nl')
  const day = (name: string) => page.getByRole('textbox', { name })
  await day('From').fill('2026-11-01')
  await page.keyboard.press('Tab')
  const csv = await taken()
  assert.equal(csv.name, 'Grootboek 2026-11-21.csv')
  const rows = parse(csv.bytes, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[]
  assert.ok(rows.length > 0 && rows.length < sheet.length)
  assert.ok(rows.every((row) => row['Datum']! >= '2026-11'))
  await day('Until').fill('2026-11-10')
  await day('From').fill('2026-11-15')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('alert').getByText('The last day comes before the first.').waitFor()
  await shot(page, 'money-export-refused')
})

test('a new company is told how to begin', async () => {
  const club = await running.tenant({ name: 'A new club' })
  const { token } = await aColleague(club, 'owner')
  const { page, visit } = await running.person({ session: token })
  await visit('/desk')
  await page.getByText('Make your first invoices').waitFor()
  await page.getByText('Nothing waits for you').waitFor()
  await visit('/desk/money')
  await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor()
  await lookAt(running, '/desk', 'home-new', { session: token })
  await lookAt(running, '/desk/money', 'money-new', { session: token })
  await visit('/desk/money/payouts')
  await checkAccessibility(page)
})

const seen: [path: string, name: string, locale?: string][] = [
  ['/desk', 'home'],
  ['/desk/money', 'money'],
  ['/desk/money/ageing', 'money-ageing'],
  ['/desk/money/payouts', 'money-payouts'],
  ['/desk/money/export', 'money-export'],
  ['/desk/money', 'money-nl', 'nl-NL'],
]
for (const [path, name, locale] of seen)
  test(`as it is seen: ${name}`, () =>
    lookAt(running, path, name, { session: owner.token, ...(locale === undefined ? {} : { locale }) }))
