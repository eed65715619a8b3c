import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { anAgreement, dirkJan } from '../../../../test/support/agreements.ts'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST', url: string) =>
  running.app.inject({ method, url: `/v1/agreements${url}`, headers: { authorization: tenant.bearer } })

const signerOf = (body: unknown) => (body as { signers: [{ id: string }] }).signers[0].id

refusalSuite(() => running, {
  name: 'remind-agreement-signer',
  api: 'v1',
  permission: 'agreements:write',
  request: async (tenant) => {
    const { id, body } = await anAgreement(running, tenant)
    return { method: 'POST', url: `/v1/agreements/${id}/signers/${signerOf(body)}/reminder` }
  },
  missing: async () => ({
    method: 'POST',
    url: `/v1/agreements/agr_${'0'.repeat(26)}/signers/ags_${'0'.repeat(26)}/reminder`,
  }),
})

test('a signer is mailed the same link again; one of another agreement is not there', async () => {
  const tenant = await running.tenant()
  const { id, body } = await anAgreement(running, tenant)
  const path = `/${id}/signers/${signerOf(body)}/reminder`
  const reminded = await call(tenant, 'POST', path)
  assert.equal(reminded.statusCode, 200, reminded.body)
  const mails = await running.database.sql<{ to: string; url: string }[]>`
    select to_address as "to", params ->> 'url' as url from mails
     where company_id = ${tenant.company.companyId} and template = 'agreement-invitation'`
  assert.equal(mails.length, 2)
  assert.equal(mails[0]!.to, dirkJan.email)
  assert.equal(mails[0]!.url, mails[1]!.url)
  const other = await anAgreement(running, tenant)
  assert.equal(
    (await call(tenant, 'POST', `/${other.id}/signers/${signerOf(body)}/reminder`)).statusCode,
    404,
  )
})

test('agreements are listed by status and by who was invited', async () => {
  const tenant = await running.tenant()
  const { id } = await anAgreement(running, tenant)
  await anAgreement(running, await running.tenant())
  const list = async (query: string) => (await call(tenant, 'GET', query)).json().data
  const [shown] = await list('?status=sent')
  assert.deepEqual([shown.id, shown.signerCount, shown.signatureCount], [id, 1, 0])
  assert.deepEqual(await list('?status=signed'), [])
  assert.equal((await list(`?signerEmail=${dirkJan.email.toUpperCase()}`)).length, 1)
  assert.equal((await list('?signerEmail=nobody@example.com')).length, 0)
  assert.equal((await call(tenant, 'GET', '?status=lost')).statusCode, 422)
})
