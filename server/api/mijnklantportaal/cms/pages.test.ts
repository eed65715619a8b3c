import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { startReceiver, type Receiver } from '../../../../test/support/receiver.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
let theirs: Receiver
let tenant: Tenant
let customer: string
before(async () => {
  ;[running, theirs] = await Promise.all([startTestApp(), startReceiver()])
  tenant = await running.tenant()
  customer = encodeId('customer', (await aCustomer(tenant)).id)
})
after(async () => {
  await running.close()
  await theirs.close()
})

const KEY = 'OUJX2prdBbJxR77BZlGz'
const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, of = running) =>
  of.app.inject({
    method,
    url: `/v1${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload === undefined ? {} : { payload }),
  })

const dynamic = (path: string, changes: object = {}) => ({
  type: 'dynamic',
  url: `${theirs.url}${path}`,
  checksumKey: KEY,
  ...changes,
})

async function aPage(...blocks: object[]): Promise<string> {
  const answer = await send('POST', '/cms/pages', { title: 'Your savings', blocks })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}

interface Rendered {
  type: string
  html: string | null
  problem: string | null
}

async function render(page: string, of = running): Promise<Rendered[]> {
  const answer = await send('GET', `/cms/pages/${page}/render?customerId=${customer}`, undefined, of)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().blocks
}

const checksum = (page: string, key = KEY) =>
  createHmac('sha256', key).update(`${customer},${page}`).digest('hex')

/** An endpoint that answers as it should, but for what is changed. */
function answers(
  path: string,
  page: string,
  body: string | Buffer,
  changes: Record<string, string | undefined> = {},
) {
  const headers = { 'content-type': 'text/html', 'x-checksum': checksum(page), ...changes }
  theirs.on(path, (_request, response) => {
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) response.setHeader(name, value)
    response.end(body)
  })
}

test('a page is called for with the documented headers and shown when its checksum is right', async () => {
  const page = await aPage({ type: 'text', html: '<h1>Hello</h1>' }, dynamic('/savings?kind=all'))
  answers('/savings?kind=all', page, '<p>You have <b>12</b> points.</p>')
  assert.deepEqual(await render(page), [
    { type: 'text', html: '<h1>Hello</h1>', problem: null },
    { type: 'dynamic', html: '<p>You have <b>12</b> points.</p>', problem: null },
  ])
  const call = theirs.received.at(-1)!
  assert.equal(call.headers['accept'], 'text/html')
  assert.equal(call.headers['x-customer-id'], customer)
  assert.equal(call.headers['x-page-id'], page)
  assert.equal(call.headers['authorization'], undefined)
  assert.equal(call.headers['authentication'], undefined)
})

for (const [auth, header, value] of [
  [
    { type: 'basic', username: 'balie', password: 's3crét' },
    'authorization',
    `Basic ${Buffer.from('balie:s3crét').toString('base64')}`,
  ],
  [{ type: 'header', value: 'Token abc' }, 'authentication', 'Token abc'],
] as const)
  test(`an endpoint that wants to see ${auth.type} sees it, and nobody else ever does`, async () => {
    const page = await aPage(dynamic(`/auth-${auth.type}`, { auth }))
    answers(`/auth-${auth.type}`, page, 'ok')
    assert.equal((await render(page))[0]!.html, 'ok')
    assert.equal(theirs.received.at(-1)!.headers[header], value)
    const shown = (await send('GET', `/cms/pages/${page}`)).body + (await send('GET', '/cms/pages')).body
    const stored = JSON.stringify(await running.database.sql`select to_jsonb(p) from cms_pages p`)
    const events = JSON.stringify(await running.database.sql`select to_jsonb(e) from events e`)
    for (const secret of [KEY, 's3cr', 'Token abc', value])
      for (const text of [shown, stored, events]) assert.ok(!text.includes(secret), secret)
  })

test('what is not signed, or not HTML, or not a success, is not shown, and says why', async () => {
  const page = await aPage(dynamic('/spoilt'), { type: 'text', html: '<p>Still here</p>' })
  const spoilt: [Record<string, string | undefined>, RegExp][] = [
    [{ 'x-checksum': undefined }, /X-Checksum/],
    [{ 'x-checksum': '' }, /X-Checksum/],
    [{ 'x-checksum': checksum(page).slice(0, -1) }, /X-Checksum/],
    [{ 'x-checksum': checksum(page, 'other') }, /X-Checksum/],
    [{ 'x-checksum': checksum(`${page}x`) }, /X-Checksum/],
    [{ 'x-checksum': 'zz'.repeat(32) }, /X-Checksum/],
    [{ 'content-type': undefined }, /Content-Type/],
    [{ 'content-type': 'text/plain' }, /Content-Type/],
    [{ 'content-type': 'text/htmlx' }, /Content-Type/],
    [{ 'content-type': 'application/json; x=text/html' }, /Content-Type/],
    [{ 'content-type': 'text/html; charset=martian' }, /character set/],
  ]
  for (const [changes, problem] of spoilt) {
    answers('/spoilt', page, '<p>no</p>', changes)
    const [block, still] = await render(page)
    assert.equal(block!.html, null, JSON.stringify(changes))
    assert.match(block!.problem!, problem)
    assert.equal(still!.html, '<p>Still here</p>')
  }
  for (const status of [304, 404, 500]) {
    theirs.on('/spoilt', (_request, response) => response.writeHead(status).end())
    assert.match((await render(page))[0]!.problem!, new RegExp(`answered ${status}`))
  }
  answers('/spoilt', page, 'good again', {
    'content-type': 'Text/HTML; charset=utf-8',
    'x-checksum': checksum(page).toUpperCase(),
  })
  assert.equal((await render(page))[0]!.html, 'good again')
  answers('/spoilt', page, Buffer.from('caf\xe9', 'latin1'), {
    'content-type': 'text/html; charset="iso-8859-1"',
  })
  assert.equal((await render(page))[0]!.html, 'café')
})

test('hostile HTML comes out harmless, of a fixed block and of an endpoint alike', async () => {
  const hostile = [
    '<script>alert(1)</script><p onclick="alert(1)" style="position:fixed">a</p>',
    '<img src=x onerror=alert(1)><img src="javascript:alert(1)"><img src="http://tracker.example/x.png">',
    '<a href="javascript:alert(1)">b</a><a href="jAvA\tscript:alert(1)">c</a><a href="//evil.example">d</a>',
    '<svg><script>alert(1)</script></svg><math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x"><base href="https://evil.example">',
    '<form action="https://evil.example"><input name="password"><button>go</button></form>',
    '<style>body{display:none}</style><link rel="stylesheet" href="https://evil.example"><meta http-equiv="refresh" content="0;url=x">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><img src=x onerror=alert(1)></template>',
    `${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`,
    '<!--[if IE]><script>alert(1)</script><![endif]-->',
  ].join('')
  const page = await aPage({ type: 'text', html: hostile }, dynamic('/hostile'))
  answers('/hostile', page, hostile)
  for (const { html, problem } of await render(page)) {
    assert.equal(problem, null)
    assert.doesNotMatch(
      html!,
      /<(script|iframe|object|embed|base|form|input|button|style|link|meta|svg|math|template)/i,
    )
    assert.doesNotMatch(html!, /<[^>]+\s(on\w+|style)=|javascript:|evil\.example|tracker/i)
    assert.match(html!, /<p>a<\/p>/)
  }
})

test('an endpoint that answers too much, breaks off or sends elsewhere is not shown', async () => {
  const page = await aPage(dynamic('/odd'))
  answers('/odd', page, `<p>${'x'.repeat(300_000)}</p>`)
  assert.match((await render(page))[0]!.problem!, /too large/)
  theirs.on('/odd', (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html',
      'x-checksum': checksum(page),
      'content-length': '100',
    })
    response.write('<p>half', () => response.destroy())
  })
  assert.match((await render(page))[0]!.problem!, /broke off/)
  theirs.on('/odd', (_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  )
  const earlier = theirs.received.length
  assert.match((await render(page))[0]!.problem!, /answered 302/)
  assert.equal(theirs.received.length, earlier + 1)
  theirs.on('/odd', (_request, response: ServerResponse) => response.destroy())
  assert.match((await render(page))[0]!.problem!, /could not be reached/)
})

test('an endpoint that does not answer in ten seconds is given up, and its neighbour waits no longer for it', async () => {
  const page = await aPage(dynamic('/slow'), dynamic('/quick'))
  theirs.on('/slow', () => {})
  answers('/quick', page, 'quick')
  const started = performance.now()
  const [slow, quick] = await render(page)
  const seconds = (performance.now() - started) / 1000
  assert.ok(seconds > 9 && seconds < 14, String(seconds))
  assert.match(slow!.problem!, /in time/)
  assert.equal(quick!.html, 'quick')
})

test('pages are listed, replaced with all their secrets, and deleted', async () => {
  const page = await aPage(dynamic('/first'))
  const replaced = await send('PUT', `/cms/pages/${page}`, {
    title: 'Other',
    blocks: [dynamic('/second', { checksumKey: 'second' })],
  })
  assert.deepEqual(
    [replaced.statusCode, replaced.json().title, replaced.json().blocks[0].url],
    [200, 'Other', `${theirs.url}/second`],
  )
  answers('/second', page, 'second', { 'x-checksum': checksum(page, 'second') })
  assert.equal((await render(page))[0]!.html, 'second')
  const list = (await send('GET', '/cms/pages')).json().data as { id: string }[]
  assert.equal(list[0]!.id, page)
  assert.deepEqual((await send('DELETE', `/cms/pages/${page}`)).json(), replaced.json())
  for (const method of ['GET', 'DELETE'] as const)
    assert.equal((await send(method, `/cms/pages/${page}`)).statusCode, 404)
})

test('a bad page names the field at fault', async () => {
  const bad: [object, RegExp][] = [
    [{ blocks: [] }, /^title is required/],
    [{ title: 'x' }, /^blocks is required/],
    [{ title: 'x', blocks: [{ type: 'other' }] }, /^blocks\[0\]\.type must be one of/],
    [{ title: 'x', blocks: [{ type: 'dynamic', checksumKey: 'k' }] }, /^blocks\[0\]\.url is required/],
    [
      { title: 'x', blocks: [{ type: 'dynamic', url: 'https://a.example' }] },
      /^blocks\[0\]\.checksumKey is required/,
    ],
    ...[
      'ftp://a.example',
      'a.example',
      'javascript:alert(1)',
      'https://u:p@a.example',
      'file:///etc/passwd',
      'http:a',
    ].map((url): [object, RegExp] => [
      { title: 'x', blocks: [{ type: 'text' }, { type: 'dynamic', url, checksumKey: 'k' }] },
      /^blocks\[1\]\.url must/,
    ]),
    [
      { title: 'x', blocks: [dynamic('/', { auth: { type: 'header' } })] },
      /^blocks\[0\]\.auth\.value is required/,
    ],
    [
      { title: 'x', blocks: [dynamic('/', { auth: { type: 'header', value: 'a\r\nb: c' } })] },
      /^blocks\[0\]\.auth\.value must/,
    ],
    [
      { title: 'x', blocks: [dynamic('/', { auth: { type: 'basic', username: 'a:b' } })] },
      /^blocks\[0\]\.auth\.username must/,
    ],
    [
      { title: 'x', blocks: Array.from({ length: 21 }, () => ({ type: 'text' })) },
      /^blocks must hold at most 20/,
    ],
  ]
  for (const [payload, message] of bad) {
    const answer = await send('POST', '/cms/pages', payload)
    assert.equal(answer.statusCode, 422, JSON.stringify(payload))
    assert.match(answer.json().message, message)
  }
  const page = await aPage()
  for (const query of ['', '?customerId=x', `?customerId=cst_${'0'.repeat(26)}`])
    assert.match((await send('GET', `/cms/pages/${page}/render${query}`)).json().message, /^customerId /)
})

refusalSuite(() => running, {
  name: 'replace-cms-page',
  api: 'v1',
  permission: 'cms:write',
  async request(of) {
    const made = await running.app.inject({
      method: 'POST',
      url: '/v1/cms/pages',
      headers: { authorization: of.bearer },
      payload: { title: 'x', blocks: [] },
    })
    return { method: 'PUT', url: `/v1/cms/pages/${made.json().id}`, payload: { title: 'y', blocks: [] } }
  },
  missing: async () => ({
    method: 'PUT',
    url: `/v1/cms/pages/pag_${'0'.repeat(26)}`,
    payload: { title: 'y', blocks: [] },
  }),
})
