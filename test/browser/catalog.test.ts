import { after, before, test } from 'node:test'
import {
  checkAccessibility,
  lookAt,
  phone,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { aCatalog, type Catalog } from '../support/catalog.ts'
import { aColleague } from '../support/staff.ts'

let running: BrowserApp
let catalog: Catalog
let session: string
before(async () => {
  running = await startBrowserApp()
  catalog = await aCatalog(running)
  session = (await aColleague(catalog.tenant)).token
})
after(() => running.close())

const pages: [name: string, path: () => string][] = [
  ['customers', () => 'customers'],
  ['customer', () => `customers/${catalog.customerId}`],
  ['customer-files', () => `customers/${catalog.customerId}?tab=files`],
  ['groups', () => 'groups'],
  ['offers', () => 'offers'],
  ['offer', () => `offers/${catalog.offerId}`],
  ['appointments', () => 'appointments?date=2026-11-23'],
  ['appointments-month', () => 'appointments?date=2026-11-23&view=month'],
  ['files', () => 'files'],
  ['file-requests', () => 'files/requests'],
  ['file-shares', () => 'files/shares'],
  ['agreements', () => 'agreements'],
  ['agreement', () => `agreements/${catalog.agreementId}`],
]
for (const [name, path] of pages)
  test(`as it is seen: ${name}`, () => lookAt(running, `/desk/${path()}`, `catalog-${name}`, { session }))

test('an empty desk says what each page is for', async () => {
  const empty = (await aColleague(await running.tenant())).token
  const person = await running.person({ session: empty, viewport: phone })
  const look = async (path: string, name: string) => {
    await person.visit(path)
    await checkAccessibility(person.page)
    await shot(person.page, name)
  }
  for (const page of [
    'customers',
    'groups',
    'offers',
    'files',
    'files/requests',
    'files/shares',
    'agreements',
  ])
    await look(`/desk/${page}`, `catalog-${page.replace('/', '-')}-empty`)
})
