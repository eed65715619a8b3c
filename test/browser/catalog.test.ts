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

test('the lists and pages as they are seen', async () => {
  for (const [path, name] of [
    ['/desk/customers', 'customers'],
    [`/desk/customers/${catalog.customerId}`, 'customer'],
    [`/desk/customers/${catalog.customerId}?tab=files`, 'customer-files'],
    ['/desk/groups', 'groups'],
    ['/desk/offers', 'offers'],
    [`/desk/offers/${catalog.offerId}`, 'offer'],
    ['/desk/appointments?date=2026-11-23', 'appointments'],
    ['/desk/appointments?date=2026-11-23&view=month', 'appointments-month'],
    ['/desk/files', 'files'],
    ['/desk/files/requests', 'file-requests'],
    ['/desk/files/shares', 'file-shares'],
    ['/desk/agreements', 'agreements'],
    [`/desk/agreements/${catalog.agreementId}`, 'agreement'],
  ] as const)
    await lookAt(running, path, `catalog-${name}`, { session })
})

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
