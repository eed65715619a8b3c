import { after, before, test } from 'node:test'
import { changeLook } from '../../server/domain/companies/change-look.ts'
import { setLogo } from '../../server/domain/companies/set-logo.ts'
import { lookAt, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aCustomer } from '../support/builders.ts'
import { aFullMember } from '../support/full-member.ts'
import { companyIdOf, openSession } from '../support/members.ts'
import { offerPlans } from '../support/plans.ts'
import { aPng } from '../support/png.ts'

type FullMember = Awaited<ReturnType<typeof aFullMember>>
let running: BrowserApp
let member: FullMember
before(async () => {
  running = await startBrowserApp()
  const tenant = await running.tenant({ name: 'Hockeyclub De Vecht' })
  await offerPlans(tenant, { numbers: [2, 3] })
  member = await aFullMember(tenant)
})
after(() => running.close())

test('as each reader sees it: sign-in', () => lookAt(running, member.home, 'my-sign-in'))

const pages: Record<string, string | ((paths: FullMember['paths']) => string)> = {
  overview: '',
  invoices: '/invoices',
  invoice: (paths) => paths.invoice,
  payments: '/payments',
  conversations: '/conversations',
  offers: '/offers',
  offer: (paths) => paths.offer,
  agreements: '/agreements',
  appointments: '/appointments',
  subscriptions: '/subscriptions',
  'punch-cards': '/punch-cards',
  'file-shares': '/file-shares',
  'file-share': (paths) => paths.share,
  'file-requests': '/file-requests',
  'file-request': (paths) => paths.request,
  details: '/details',
}
for (const [name, path] of Object.entries(pages))
  test(`as each reader sees it: ${name}`, async () => {
    const { home, session, paths } = member
    const own = typeof path === 'string' ? path : path(paths)
    await lookAt(running, home + own, `my-${name}`, { member: session })
  })

test('where there is nothing yet', async () => {
  const tenant = await running.tenant({ name: 'Hockeyclub De Vecht' })
  const session = await openSession(tenant, (await aCustomer(tenant)).email!)
  const home = `/my/${companyIdOf(tenant)}`
  for (const [name, path] of Object.entries({
    overview: '',
    conversations: '/conversations',
    offers: '/offers',
  }))
    await lookAt(running, home + path, `my-empty-${name}`, { member: session })
})

const looks = {
  strong: { accent: '#c2185b', band: '#4a0d2b' },
  pale: { accent: '#fff176', band: '#fffde7' },
}
for (const [name, colours] of Object.entries(looks))
  test(`in the company’s own look, by day and by night: ${name}`, async () => {
    const tenant = await running.tenant({ name: 'Tennisclub West' })
    await changeLook(tenant.ctx(), colours)
    if (name !== 'pale') await setLogo(tenant.ctx(), aPng())
    const { home, session, paths } = await aFullMember(tenant)
    await lookAt(running, home, `my-look-${name}-sign-in`)
    for (const [page, path] of Object.entries({
      overview: '',
      offer: paths.offer,
      details: '/details',
    }))
      await lookAt(running, home + path, `my-look-${name}-${page}`, { member: session })
  })
