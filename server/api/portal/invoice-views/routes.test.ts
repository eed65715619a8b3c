import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../../test/support/app.ts'
import { aColleague, speakerOf } from '../../../../test/support/staff.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const late = {
  name: 'Late',
  shared: false,
  filters: { state: 'overdue', amountFrom: '100.00' },
  sort: 'dueAt',
  columns: ['invoiceNumber', 'recipient'],
}

test('views are one’s own until they are shared; a shared one is changed by its maker and by owners', async () => {
  const tenant = await running.tenant()
  const as = async (role: 'owner' | 'treasurer' | 'read_only') =>
    speakerOf(running.app, await aColleague(tenant, role))
  const [owner, treasurer, reader] = [await as('owner'), await as('treasurer'), await as('read_only')]
  const made = (await treasurer('POST', '/invoice-views', late)).json()
  assert.deepEqual({ ...made, id: '' }, { id: '', ...late, mayChange: true })
  const path = `/invoice-views/${made.id}`
  assert.deepEqual((await reader('GET', '/invoice-views')).json(), [])
  assert.equal((await owner('PATCH', path, { name: 'X' })).statusCode, 404)

  const shared = await treasurer('PATCH', path, { shared: true, name: ' Late  ones ' })
  assert.equal(shared.json().name, 'Late ones')
  assert.equal((await reader('GET', '/invoice-views')).json()[0].mayChange, false)
  assert.equal((await reader('PATCH', path, { name: 'Mine' })).statusCode, 403)
  assert.equal((await reader('DELETE', path)).statusCode, 403)
  assert.equal((await owner('PATCH', path, { sort: '-amount' })).json().sort, '-amount')

  const own = await reader('POST', '/invoice-views', { ...late, name: 'Mine' })
  assert.equal(own.statusCode, 200, own.body)
  assert.equal((await reader('POST', '/invoice-views', { ...late, shared: true })).statusCode, 403)
  assert.equal((await reader('PATCH', `/invoice-views/${own.json().id}`, { shared: true })).statusCode, 403)
  assert.equal((await reader('DELETE', `/invoice-views/${own.json().id}`)).statusCode, 204)
  assert.equal((await owner('DELETE', path)).statusCode, 204)
  assert.equal((await owner('DELETE', path)).statusCode, 404)
})

test('a view without a name is refused, and there are not more than fifty', async () => {
  const speak = speakerOf(running.app, await aColleague(await running.tenant()))
  assert.equal((await speak('POST', '/invoice-views', { ...late, name: ' ' })).json().field, 'name')
  assert.equal((await speak('POST', '/invoice-views', { ...late, sort: 'x' })).statusCode, 422)
  for (let i = 0; i < 50; i += 1) await speak('POST', '/invoice-views', late)
  assert.equal((await speak('POST', '/invoice-views', late)).statusCode, 409)
})
