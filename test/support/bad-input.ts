import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import type { Tenant } from './app.ts'
import { dumpOf, type Dump } from './dump.ts'
import { sentBody } from './forms.ts'
import { hostileBodies, hostileTexts } from './hostile-bodies.ts'
import { hostileHeaders, hostileIds, hostileQueries } from './hostile-requests.ts'
import { anAddress, namesOf, pathOf, recipeOf, requestOf } from './recipes.ts'
import type { Names, Recipe } from './recipes/area.ts'
import { startAppWithRoutes, type Route } from './routes.ts'

type Request = InjectOptions & { method: string; url: string }

/** The fields of a refusal, per API. The page of a link answers like the API of the portal. */
const shapes: Record<Recipe['api'], { keys: string[]; text: string }> = {
  v1: { keys: ['message'], text: 'message' },
  // Two operations are documented to say `errors`.
  v2: { keys: ['error', 'errors'], text: 'error' },
  // What is refused before the operation is reached has the shape of the rest of the API.
  signed: {
    keys: ['company_id', 'payment_method', 'error_code', 'error_details', 'error'],
    text: 'error_details',
  },
  portal: { keys: ['code', 'field', 'reason', 'message'], text: 'message' },
  page: { keys: ['code', 'field', 'reason', 'message'], text: 'message' },
  oauth: { keys: ['error', 'error_description'], text: 'error_description' },
  html: { keys: ['error', 'error_description'], text: 'error_description' },
}

export const refusing = (statuses: number[], allowed: number[], about: string) => {
  for (const status of statuses) assert.ok(allowed.includes(status), `${about}: ${status}`)
}

const slotKind = (slot: string) => slot.split('.')[0]!

/** Spoils each request of some routes, one thing at a time: no input is a fault of ours, and a refusal changes nothing. */
export async function walkRoutes(mine: (route: Route) => boolean) {
  const { running, routes } = await startAppWithRoutes()
  let dump: Dump
  before(async () => {
    dump = await dumpOf(running.database.sql)
  })
  after(() => running.close())

  let tenant: Tenant
  let names: Names
  /** The digest before the request at hand, as long as nothing was written since. */
  let untouched: string | undefined
  // What no test has touched serves the next one too: making one of each thing takes longer than most tests.
  beforeEach(async () => {
    if (untouched !== undefined) return
    tenant = await running.tenant()
    names = await namesOf(tenant, 'member-1')
  })
  // Reading is never writing, so for the reads one look in the end will do.
  afterEach(async () => {
    if (untouched !== undefined) assert.equal(await dump.digest(), untouched)
  })

  /** The route's request as it should be: every test spoils one thing of it. */
  function good(route: Route): Request & { headers: Record<string, string> } {
    const recipe = recipeOf(route)
    const { url, headers, payload } = requestOf(route, (slot) => names[slot]!)
    return {
      method: route.method,
      url,
      // Who tries too often from one network is refused.
      remoteAddress: anAddress(),
      headers: { authorization: recipe.api === 'v2' ? tenant.apiKey : tenant.bearer, ...headers },
      ...(payload === undefined ? {} : { payload }),
    }
  }

  /** Sends it: the answer is no fault of ours, and a refusal has the API's shape and has changed nothing. */
  async function survives(
    api: Recipe['api'],
    request: Request,
    about: string,
    writes = false,
  ): Promise<number> {
    untouched ??= await dump.digest()
    const { statusCode, body, headers } = await running.app.inject(request as InjectOptions)
    const what = `${request.method} ${request.url.slice(0, 120)} with ${about}: ${statusCode} ${body.slice(0, 200)}`
    assert.ok(statusCode < 500, what)
    const reads = !writes && (request.method === 'GET' || request.method === 'HEAD')
    if (!reads && statusCode < 400) untouched = undefined
    else if (!reads) assert.equal(await dump.digest(), untouched, `${what}, and wrote something`)
    if (statusCode < 400) return statusCode
    if (request.method === 'HEAD') return statusCode
    if (api === 'html' && String(headers['content-type']).startsWith('text/html')) {
      assert.doesNotMatch(body, /node_modules|server\/|postgres|syntax error|select /i, what)
      return statusCode
    }
    assert.match(String(headers['content-type']), /^application\/json/, what)
    const refusal = JSON.parse(body) as Record<string, unknown>
    const { keys, text } = shapes[api]
    for (const key of Object.keys(refusal)) assert.ok(keys.includes(key), `${what}: ${key}`)
    const said = refusal[text] ?? refusal['errors'] ?? refusal['error']
    assert.ok(typeof said === 'string' && said.trim() !== '', what)
    assert.ok(body.length < 2000, `${what}: says too much`)
    assert.doesNotMatch(body, /node_modules|server\/|postgres|syntax error|select /i, what)
    return statusCode
  }

  for (const route of routes.filter(mine)) {
    const recipe = recipeOf(route)
    const { api } = recipe

    if (recipe.params)
      test(`${route.name}: an id that is none, or another thing's, is refused`, async () => {
        const kinds = new Set<string>()
        const own = recipe.params!((slot) => {
          kinds.add(slotKind(slot))
          return names[slot]!
        })
        const others = Object.entries(names).flatMap(([slot, name]) =>
          // What is two parts of a path is another path.
          kinds.has(slotKind(slot)) || name.includes('/') ? [] : [name],
        )
        // Another thing of the same kind is as good; files and directories share a path.
        const kindOf = (id: string) => /^[a-z]{3}_/.exec(id)?.[0].replace('fsd_', 'fsf_')
        for (const parameter of Object.keys(own)) {
          const statuses: number[] = []
          for (const id of [...hostileIds, ...others]) {
            const request = { ...good(route), url: pathOf(route, { ...own, [parameter]: id }) }
            // A link knows an invoice by both its names.
            const alias =
              (/^[0-9a-f]{40}$/.test(id) && own['token'] !== undefined) ||
              (others.includes(id) && kindOf(id) !== undefined && kindOf(id) === kindOf(own[parameter]!))
            const status = await survives(api, request, `${parameter} ${id.slice(0, 60)}`)
            if (!alias) statuses.push(status)
          }
          refusing(statuses, [404, 414, 422], `${route.name} ${parameter}`)
        }
      })

    if (route.method !== 'HEAD')
      test(`${route.name}: no query breaks it`, async () => {
        // A route that changes something has no query to speak of.
        const queries = route.method === 'GET' ? hostileQueries : hostileQueries.filter((_, i) => i % 8 === 0)
        for (const query of queries)
          await survives(
            api,
            { ...good(route), url: `${good(route).url}${good(route).url.includes('?') ? '&' : '?'}${query}` },
            'query',
            recipe.writes,
          )
      })

    test(`${route.name}: no header breaks it`, async () => {
      for (const headers of hostileHeaders) {
        const request = good(route)
        await survives(
          api,
          { ...request, headers: { ...request.headers, ...headers } },
          JSON.stringify(headers).slice(0, 80),
          recipe.writes,
        )
      }
    })

    if (route.method === 'GET' || route.method === 'HEAD') continue

    test(`${route.name}: a body that is none is refused, or not looked at`, async () => {
      for (const { about, payload, contentType = 'application/json', readable } of hostileTexts()) {
        const request = good(route)
        const headers = { ...request.headers, 'content-type': contentType }
        const status = await survives(api, { ...request, headers, payload }, about)
        if (!recipe.ignoresBody && !readable)
          assert.ok(status >= 400, `${route.name} with ${about}: ${status}`)
      }
    })

    if (recipe.body)
      test(`${route.name}: no field breaks it`, async () => {
        const body = recipe.body!((slot) => names[slot]!)
        for (const { about, payload } of hostileBodies(body)) {
          const form =
            recipe.files && sentBody(JSON.parse(String(payload)) as Record<string, unknown>, recipe)
          const request = good(route)
          await survives(
            api,
            form
              ? { ...request, ...form, headers: { ...request.headers, ...form.headers } }
              : { ...request, payload },
            about,
          )
        }
        assert.equal(({} as { polluted?: true }).polluted, undefined)
      })
  }

  return { running, survives, dump: () => dump }
}
