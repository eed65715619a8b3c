import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { permissionsOfRole, roles, type Role } from '../../server/domain/staff/role.ts'
import { permissions, personalPermissions } from '../../server/kernel/permissions.ts'
import type { Tenant, TestApp } from '../support/app.ts'
import { anAddress, namesOf, recipeOf, requestOf } from '../support/recipes.ts'
import type { Names } from '../support/recipes/area.ts'
import { startAppWithRoutes, type Route } from '../support/routes.ts'
import { aColleague, asStaff } from '../support/staff.ts'

let running: TestApp
let routes: Route[]
let tenant: Tenant
before(async () => {
  const started = await startAppWithRoutes()
  running = started.running
  // HEAD is GET without its body.
  routes = started.routes.filter(
    ({ url, method, config }) =>
      url.startsWith('/api/portal/') &&
      !url.startsWith('/api/portal/v1/') &&
      method !== 'HEAD' &&
      config.open !== true &&
      config.customer !== true,
  )
  tenant = await running.tenant()
})
after(() => running.close())

/** The route's own request, with that session instead of the recipe's; undefined without one. */
async function send(
  route: Route,
  token: string | undefined,
  headers: Record<string, string> = {},
  things?: Names,
) {
  const used = slots(route)
  const names = things ?? (await namesOf(tenant, `${route.name} ${Math.random()}`, (slot) => used.has(slot)))
  const { url, payload, headers: own } = requestOf(route, (slot) => names[slot]!)
  const { cookie: _, ...rest } = own as Record<string, string>
  const withSession = token === undefined ? { ...rest } : { ...rest, ...asStaff(token) }
  return running.app.inject({
    method: route.method as 'GET',
    url,
    remoteAddress: anAddress(),
    headers: { ...withSession, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
}

function slots(route: Route): Set<string> {
  const used = new Set<string>()
  const recipe = recipeOf(route)
  const pick = (slot: string) => {
    used.add(slot)
    return 'A'.repeat(32)
  }
  for (const part of [recipe.params, recipe.query, recipe.headers, recipe.body]) part?.(pick)
  return used
}

/** What a role is refused by name: everything else it may. Written down here so that no change of a list goes unseen. */
const refused: Record<Role, (permission: string) => boolean> = {
  owner: () => false,
  treasurer: (permission) => /^(?:cms|company|staff|webhooks):write$|^(?:privacy|settings):/.test(permission),
  support: (permission) =>
    /^(?:audit|privacy|settings):/.test(permission) ||
    (permission.endsWith(':write') &&
      !/^(?:account|appointments|customers|filerequest|tickets):write$/.test(permission)),
  read_only: (permission) =>
    /^(?:audit|privacy|settings):/.test(permission) ||
    (permission.endsWith(':write') && permission !== 'account:write'),
}

test('what each role may is what is written down', () => {
  for (const role of roles)
    for (const permission of [...permissions, ...personalPermissions])
      assert.equal(
        permissionsOfRole[role].has(permission),
        !refused[role](permission),
        `${role} ${permission}`,
      )
})

for (const role of roles)
  test(`every route of the staff takes whom its permission says, and refuses the others: ${role}`, async () => {
    assert.ok(routes.length > 40, String(routes.length))
    for (const route of routes) {
      const { permission } = route.config
      assert.ok(permission, route.name)
      const { token } = await aColleague(tenant, role)
      const { statusCode, body } = await send(route, token)
      if (refused[role](permission)) {
        assert.equal(statusCode, 403, `${role} ${route.name}: ${body}`)
        assert.equal(JSON.parse(body).code, 'forbidden')
      } else
        // What is one's own (a session, a pending secret) is not there for somebody else: that is no refusal of the role.
        assert.ok(
          statusCode < 300 ||
            (permission.startsWith('account:') && [404, 409, 422].includes(statusCode)) ||
            // Sharing wants more than keeping for oneself; what somebody shares is theirs to change, and the owner's.
            (/\/invoice-(?:views|bulks)\b/.test(route.url) && role !== 'owner' && statusCode === 403),
          `${role} ${route.name}: ${statusCode} ${body}`,
        )
    }
  })

/** Requests that are refused leave things as they are. */
const things = () => namesOf(tenant, `things ${Math.random()}`)

test('no route of the staff answers without a session, with one that is none, or changes something for another site', async () => {
  const { token } = await aColleague(tenant)
  const names = await things()
  for (const route of routes) {
    for (const none of [undefined, 'x'.repeat(43), 'x'.repeat(5000), ''])
      assert.equal(
        (await send(route, none, {}, names)).statusCode,
        401,
        `${route.name} ${none?.slice(0, 10)}`,
      )
    // A key of the APIs is none here.
    for (const authorization of [tenant.bearer, tenant.apiKey])
      assert.equal((await send(route, undefined, { authorization }, names)).statusCode, 401, route.name)
    if (route.method === 'GET') continue
    const own = await send(route, token, { 'x-balie': '' }, names)
    assert.equal(own.statusCode, 403, route.name)
    const elsewhere = await send(route, token, { origin: 'https://evil.example' }, names)
    assert.equal(elsewhere.statusCode, 403, route.name)
  }
})

test('who has a session but no company reaches nothing but their own account', async () => {
  const user = await aColleague(tenant)
  await running.database.sql`delete from memberships where id = ${user.membershipId}`
  const names = await things()
  for (const route of routes) {
    if (route.config.permission!.startsWith('account:')) continue
    const { statusCode, body } = await send(route, user.token, {}, names)
    assert.equal(statusCode, 403, `${route.name}: ${body}`)
  }
})
