import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { changePlan } from '../../server/domain/companies/change-plan.ts'
import { features } from '../../server/kernel/permissions.ts'
import type { TestApp } from '../support/app.ts'
import { namesOf, requestOf } from '../support/recipes.ts'
import { startAppWithRoutes, type Route } from '../support/routes.ts'

let running: TestApp
let routes: Route[]
before(async () => {
  ;({ running, routes } = await startAppWithRoutes())
})
after(() => running.close())

test('what is not in the plan is 426 on /v1, whatever the request, and nothing else is', async () => {
  const { sql } = running.database
  await sql`insert into plans (name, features) values ('bare', '{}')`
  const tenant = await running.tenant({ plan: 'complete' })
  const names = await namesOf(tenant, 'P-1')
  await changePlan(tenant.ctx(), 'bare')
  const answerOf = async (route: Route) => {
    const { url, headers, payload } = requestOf(route, (slot) => names[slot]!)
    return running.app.inject({
      method: route.method as 'GET',
      url,
      headers: { authorization: tenant.bearer, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
  }
  const ofV1 = routes.filter(({ url }) => url.startsWith('/v1/') && !url.includes('openapi'))
  // The other process' worth of a cache is emptied by a notice.
  const first = ofV1.find(({ config }) => config.feature !== undefined)!
  for (const deadline = Date.now() + 10_000; (await answerOf(first)).statusCode !== 426; await sleep(20))
    assert.ok(Date.now() < deadline, 'the plan changed')
  const lacking = new Set<string>()
  for (const route of ofV1) {
    const { feature } = route.config
    const { statusCode, body } = await answerOf(route)
    if (feature === undefined) {
      assert.notEqual(statusCode, 426, route.name)
      continue
    }
    assert.equal(statusCode, 426, `${route.name}: ${body}`)
    if (route.method !== 'HEAD') assert.equal(typeof JSON.parse(body).message, 'string')
    lacking.add(feature)
  }
  assert.deepEqual([...lacking].sort(), [...features].sort())
})
