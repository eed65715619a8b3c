import assert from 'node:assert/strict'
import type { lookup } from 'node:dns'
import { test } from 'node:test'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { openOutbound } from '../../server/providers/outbound/outbound.ts'
import { startTestApp } from '../support/app.ts'
import { aCustomer } from '../support/builders.ts'
import { startReceiver } from '../support/receiver.ts'

test('without the setting for development no endpoint is looked for within, by number, by name, or by a name that changes', async () => {
  let asked = 0
  const resolve = ((_name: string, _options: object, callback: (...answer: unknown[]) => void) => {
    asked += 1
    // A name that was public when somebody looked, and leads within when we connect.
    callback(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }])
  }) as unknown as typeof lookup
  const outbound = openOutbound({ allowPrivate: false, resolve })
  const guarded = await startTestApp({ outbound })
  const theirs = await startReceiver()
  try {
    const company = await guarded.tenant()
    const person = encodeId('customer', (await aCustomer(company)).id)
    const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
      guarded.app.inject({
        method,
        url: `/v1${url}`,
        headers: { authorization: company.bearer },
        ...(payload === undefined ? {} : { payload }),
      })
    const { port } = new URL(theirs.url)
    const urls = [
      `http://127.0.0.1:${port}/within`,
      `http://2130706433:${port}/within`,
      `http://[::1]:${port}/within`,
      `http://[::ffff:127.0.0.1]:${port}/within`,
      'http://169.254.169.254/latest',
      'http://100.64.0.1/',
      `http://rebinding.example:${port}/within`,
      `http://rebinding.example:${port}/within`,
    ]
    const blocks = urls.map((url) => ({ type: 'dynamic', url, checksumKey: 'key' }))
    const page = (await ask('POST', '/cms/pages', { title: 'x', blocks })).json().id
    const earlier = theirs.received.length
    const rendered = await ask('GET', `/cms/pages/${page}/render?customerId=${person}`)
    for (const [index, block] of (
      rendered.json().blocks as { html: string | null; problem: string | null }[]
    ).entries()) {
      assert.equal(block.html, null)
      assert.match(block.problem!, /not an address of the public internet/, urls[index])
    }
    assert.equal(theirs.received.length, earlier)
    assert.ok(asked > 0)
  } finally {
    await guarded.close()
    await outbound.close()
    await theirs.close()
  }
})
