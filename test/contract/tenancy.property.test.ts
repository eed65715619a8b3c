import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { encodeUuid } from '../../server/kernel/base32.ts'
import { connectBookkeeping } from '../../server/domain/bookkeeping/connect-bookkeeping.ts'
import { createCustomer } from '../../server/domain/customers/create-customer.ts'
import { createInvoice } from '../../server/domain/invoices/create-invoice.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import { answerInvoiceQuestion } from '../../server/domain/tickets/answer-invoice-question.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import { vault } from '../../server/kernel/vault.ts'
import { encodeId as encodeHex } from '../../server/api/clubcollect/ids.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import type { Tenant, TestApp } from '../support/app.ts'
import { dumpOf, type Dump } from '../support/dump.ts'
import { anAddress, bearerSlots, namesOf, nobody, recipeOf, recipes, requestOf } from '../support/recipes.ts'
import type { Names } from '../support/recipes/area.ts'
import { startAppWithRoutes, type Route } from '../support/routes.ts'

const MARK = 'zqbinnenste'
const AMOUNT_CENTS = 98_765_432_19
const NUMBER = 770_777_000_777
/** Partners choose ids of lines and members themselves, so two may choose the same. */
const SHARED = 'line-1'

let running: TestApp
let routes: Route[]
let dump: Dump
let ours: Tenant
let theirs: Tenant
let names: { ours: Names; theirs: Names }
/** Whatever of the other tenant must never be read: its ids in every spelling, its texts, numbers and secrets. */
let secrets: string[]

before(async () => {
  const started = await startAppWithRoutes()
  running = started.running
  routes = started.routes
  const { sql } = running.database
  dump = await dumpOf(sql)
  ours = await running.tenant()
  theirs = await running.tenant({ name: `Club ${MARK}`, email: `${MARK}@example.com` })
  const numberFrom = (number: number) =>
    sql`select setval(pg_get_serial_sequence('invoices', 'number'), ${number})`
  await numberFrom(NUMBER)
  const filled = await fill(theirs)
  await numberFrom(200_000)
  names = { ours: await namesOf(ours, 'ours-1'), theirs: filled }
  secrets = await secretsOf(theirs, Object.values(names.theirs))
})
after(() => running.close())

/** A desk where everything bears the mark: something in every table that can hold a tenant's rows. */
async function fill(tenant: Tenant): Promise<Names> {
  const sealed = vault(Buffer.alloc(32, 7))
  const secret = { administrationId: `${MARK}-administration`, token: `${MARK}-token` }
  await connectBookkeeping(tenant.ctx(), sealed, {
    provider: 'moneybird',
    baseUrl: `https://${MARK}.example`,
    secrets: secret,
  })
  const customer = await createCustomer(tenant.ctx(), {
    name: `Name ${MARK}`,
    address: `Street ${MARK}`,
    zipCode: `Zip ${MARK}`,
    city: `City ${MARK}`,
    countryCode: 'NL',
    email: `someone@${MARK}.example`,
  })
  const invoiced = (externalId: string) =>
    createInvoice(tenant.ctx(), {
      customerId: customer.id,
      externalNumber: `Number ${MARK}`,
      issuedOn: '2026-11-01',
      dueOn: null,
      lines: [{ amountCents: AMOUNT_CENTS, description: `Line ${MARK}`, externalId }],
    })
  await markInvoicePaid(tenant.ctx(), (await invoiced('paid')).id, new Date('2026-11-02T00:00:00Z'))
  const made = await invoiced(SHARED)
  await answerInvoiceQuestion(tenant.ctx(), made.id, bodyFromText(`Message ${MARK}`))
  const route = routes.find(({ name }) => name === 'POST /v1/customers')!
  await running.app.inject({
    method: 'POST',
    url: route.url,
    headers: { authorization: tenant.bearer, 'idempotency-key': idempotencyKey(route) },
    payload: recipeOf(route).body!((slot) => nobody[slot]!),
  })
  const rest = await namesOf(tenant, SHARED)
  const { sql } = tenant.ctx()
  const [ticket] = await sql<[{ id: string }]>`
    select id from tickets where company_id = ${tenant.company.companyId} and invoice_id = ${made.id}`
  return {
    ...rest,
    customer: encodeId('customer', customer.id),
    invoice: encodeId('invoice', made.id),
    ticket: encodeId('ticket', ticket.id),
    hexInvoice: encodeHex(tenant.company.companyId, made.id),
    linkInvoice: encodeId('invoice', made.id),
    linkToken: made.linkToken,
  }
}

async function secretsOf(tenant: Tenant, known: string[]): Promise<string[]> {
  const rows = await dump.read(tenant.company.companyId)
  // Tables without a tenant are the operator's and hold both tenants' partners.
  const uuids = new Set(
    Object.values(rows)
      .filter((text) => text.includes(`"company_id": ${tenant.company.companyId}`))
      .flatMap((text) => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []),
  )
  assert.ok(uuids.size > 15, 'the other tenant has rows to protect')
  const spellings = [...uuids].flatMap((uuid) => [uuid, uuid.replaceAll('-', ''), encodeUuid(uuid)])
  return [
    MARK,
    String(AMOUNT_CENTS),
    '98765432.19',
    String(NUMBER).slice(0, 9),
    ...spellings,
    ...known.filter((name) => name !== SHARED),
    tenant.bearer.slice(7),
    tenant.apiKey.slice(7),
  ]
}

/** The same for all: whoever comes with it gets an answer of their own. */
const idempotencyKey = ({ name }: Route) => name.replaceAll(' ', '-')

/** The tenant's rows; of the answers that wait for who asks again, those that stood there in the beginning. */
async function rowsOf(tenant: Tenant, kept?: Record<string, string>): Promise<Record<string, string>> {
  const rows = await dump.read(tenant.company.companyId)
  const answers = JSON.parse(rows['idempotency_keys']!) as object[]
  if (kept)
    rows['idempotency_keys'] = JSON.stringify(
      answers.filter((row) => kept['idempotency_keys']!.includes(JSON.stringify(row))),
    )
  else rows['idempotency_keys'] = JSON.stringify(answers)
  return rows
}

test('every route of every API has a recipe here, and every recipe a route', () => {
  for (const route of routes) assert.ok(recipeOf(route))
  const known = new Set(routes.map(({ name }) => name))
  for (const name of Object.keys(recipes)) assert.ok(known.has(name), name)
})

test('every route says what it takes to call it, and one that changes something takes more than reading', () => {
  for (const { name, method, config } of routes) {
    assert.notEqual(config.permission === undefined, config.open !== true, `${name} has one of the two`)
    if (method === 'GET' || method === 'HEAD') continue
    // An export is asked for by its body; what one looks at and has read is one's own.
    if (/portal\/(?:exports\/|inbox\/presence\/|inbox\/:ticketId\/read$)/.test(name))
      assert.match(config.permission!, /:read$/, name)
    else if (config.permission) assert.match(config.permission, /:write$/, name)
    else
      assert.match(
        name,
        /public-(?:invoice|offer)|portal\/(?:file-requests|agreements|my\/session|my\/login-links|session|password-resets|invitations)|^POST \/(?:agreements|file-requests)\/|\/oauth\/|\/payment-link\//,
        `${name} changes something for anyone who asks`,
      )
  }
})

/** Whose name stands in a slot: one's own, the other's, nobody's, the other's thing under one's own company or back. */
const owners = ['ours', 'theirs', 'nobody', 'theirs as ours', 'ours as theirs'] as const
type Owner = (typeof owners)[number]

function nameOf(slot: string, owner: Owner): string {
  switch (owner) {
    case 'ours':
      return names.ours[slot]!
    case 'nobody':
      return nobody[slot]!
    case 'theirs':
      // Who holds the whole link may use it: that is what it is for.
      return bearerSlots.has(slot) ? names.ours[slot]! : names.theirs[slot]!
    case 'theirs as ours': {
      const name = under(names.theirs[slot]!, ours)
      return bearerSlots.has(slot) && name === names.theirs[slot] ? names.ours[slot]! : name
    }
    case 'ours as theirs':
      return under(names.ours[slot]!, theirs)
  }
}

/** The same name with another company's number in the place where names have one. */
function under(name: string, { company }: Tenant): string {
  if (/^[0-9a-f]{40}$/.test(name)) return name.slice(0, 32) + company.companyId.toString(16).padStart(8, '0')
  return name
    .replace(/^\d+-(?=[\w-]{24}$)/, `${company.companyId}-`)
    .replace(/(?<=_)[0-9a-f]{8}(?=_[0-9a-f]{40}$)/, company.companyId.toString(16).padStart(8, '0'))
}

interface Call {
  route: Route
  owners: Record<string, Owner>
  /** Of one's own keys; the other API's is no key here. */
  key: 'right' | 'wrong' | 'none'
  note: string
  /** Whether with a key for asking again. */
  once: boolean
}

const slots = Object.keys(nobody)

const calls = () =>
  fc.array(
    fc.record({
      // The documents are the same for all.
      route: fc.constantFrom(...routes.filter(({ url }) => !url.includes('openapi'))),
      owners: fc.record(
        Object.fromEntries(
          slots.map((slot) => [
            slot,
            fc.oneof(
              { weight: 2, arbitrary: fc.constantFrom<Owner>('theirs', 'theirs as ours') },
              fc.constantFrom<Owner>(...owners),
            ),
          ]),
        ) as Record<string, fc.Arbitrary<Owner>>,
      ),
      key: fc.oneof(
        { weight: 8, arbitrary: fc.constant<Call['key']>('right') },
        fc.constantFrom<Call['key']>('wrong', 'none'),
      ),
      note: fc.string({ unit: 'grapheme', maxLength: 20 }),
      once: fc.nat(5).map((n) => n === 0),
    }),
    { minLength: 5, maxLength: 30 },
  )

function send({ route, owners: chosen, key, note, once }: Call) {
  const recipe = recipeOf(route)
  const pick = (slot: string) => nameOf(slot, chosen[slot]!)
  const { url, headers, payload } = requestOf(route, pick, (body) =>
    'message' in body ? { ...body, message: `? ${note}` } : body,
  )
  const [right, wrong] = recipe.api === 'v2' ? [ours.apiKey, ours.bearer] : [ours.bearer, ours.apiKey]
  return running.app.inject({
    method: route.method as 'GET',
    url,
    // Who tries too often from one network is refused.
    remoteAddress: anAddress(),
    headers: {
      ...headers,
      ...(key === 'none' ? {} : { authorization: key === 'right' ? right : wrong }),
      ...(once ? { 'idempotency-key': idempotencyKey(route) } : {}),
    },
    ...(payload === undefined ? {} : { payload }),
  })
}

test("whatever a tenant calls with whosesoever names, the other's rows stay as they are and none of it is shown", async () => {
  const untouched = await rowsOf(theirs)
  await fc.assert(
    fc.asyncProperty(calls(), async (sequence) => {
      for (const call of sequence) {
        const response = await send(call)
        assert.ok(response.statusCode < 500, `${call.route.name}: ${response.body}`)
        const shown = JSON.stringify(response.headers) + response.body
        // A refusal of a signed request repeats the company that it was sent, as documented: that shows nothing.
        const said = recipeOf(call.route).api === 'signed' ? String(response.raw.req.url) : ''
        const leaked = secrets.find((secret) => shown.includes(secret) && !said.includes(secret))
        assert.equal(leaked, undefined, `${call.route.name} shows ${leaked}: ${shown}`)
      }
      assert.deepEqual(await rowsOf(theirs, untouched), untouched)
    }),
    // What was damaged once stays so: a smaller sequence would prove nothing.
    { numRuns: 100, endOnFailure: true },
  )
})

/** Beginnings of paths: together too many for one test. */
const parts = [
  /^\/v1\//,
  /^\/api\/v2\//,
  /^\/api\/portal\/[a-h]/,
  /^\/api\/portal\/[i-l]/,
  /^\/api\/portal\/[m-r]/,
  /./,
]
const partOf = ({ url }: Route) => parts.find((part) => part.test(url))
for (const part of parts)
  test(`each name of the other tenant's, alone among one's own, is refused by every route that takes it: ${part.source}`, async () => {
    for (const route of routes.filter((one) => partOf(one) === part)) {
      const recipe = recipeOf(route)
      // Only what the request names is made anew.
      const named = new Set<string>()
      const look = (slot: string) => {
        named.add(slot)
        return names.ours[slot]!
      }
      for (const say of [recipe.params, recipe.query, recipe.headers, recipe.body]) say?.(look)
      const fresh = await namesOf(ours, `ours ${route.name}`, (slot) => named.has(slot))
      names.ours = { ...names.ours, ...fresh }
      const used = new Set<string>()
      const note = (slot: string) => {
        used.add(slot)
        return names.ours[slot]!
      }
      recipe.params?.(note)
      recipe.query?.(note)
      recipe.headers?.(note)
      recipe.body?.(note)
      used.delete('externalId')
      for (const slot of recipe.ignores ?? []) used.delete(slot)
      const all = Object.fromEntries(slots.map((name) => [name, 'ours'])) as Record<string, Owner>
      for (const slot of used)
        for (const owner of owners) {
          if (nameOf(slot, owner) === names.ours[slot]) continue
          const response = await send({
            route,
            owners: { ...all, [slot]: owner },
            key: 'right',
            note: '',
            once: false,
          })
          assert.ok(
            (recipe.refuses ?? [404, 422]).includes(response.statusCode),
            `${route.name} ${slot} ${owner}: ${response.statusCode}`,
          )
        }
      const response = await send({ route, owners: all, key: 'right', note: 'ours', once: false })
      assert.ok(response.statusCode < 400, `${route.name}: ${response.body}`)
    }
  })
