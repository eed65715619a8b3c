import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { PDFDocument } from 'pdf-lib'
import { pino } from 'pino'
import { aDocument, anAgreement, aSignature, dirkJan } from '../../test/support/agreements.ts'
import { startTestApp, type TestApp, type Tenant } from '../../test/support/app.ts'
import { textOf } from '../../test/support/pdf-text.ts'
import { startWorker } from './worker.ts'
import { storageKey, type Storage } from '../kernel/storage.ts'
import { systemClock } from '../kernel/time.ts'
import { vault } from '../kernel/vault.ts'
import { sealAgreement } from '../domain/agreements/seal-agreement.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** An agreement that all have signed, of two documents. */
async function signed(tenant: Tenant, signers: object[] = [dirkJan]) {
  const made = await anAgreement(running, tenant, {
    signers,
    documents: [await aDocument('The contract'), await aDocument('The annex')],
  })
  for (const link of made.links) {
    const payload = { signature: aSignature }
    const response = await running.app.inject({ method: 'POST', url: `${link}/sign`, payload })
    assert.equal(response.statusCode, 200, response.body)
  }
  return made
}

const seal = ({ ctx }: Tenant, uuid: string, storage: Storage = running.storage) =>
  sealAgreement(ctx(), storage, uuid)

interface Stored {
  sha256: string
  sealedId: string | null
  sealedSha256: string | null
}

const documentsOf = ({ company }: Tenant) =>
  running.database.sql<Stored[]>`
    select a.sha256, a.sealed_document_id as "sealedId", d.sha256 as "sealedSha256"
      from agreement_documents a left join documents d on d.company_id = a.company_id and d.id = a.sealed_document_id
     where a.company_id = ${company.companyId} order by a.agreement_id, a.position`

const mailed = async ({ company }: Tenant) =>
  (
    await running.database.sql<{ to: string }[]>`
      select to_address as to from mails where company_id = ${company.companyId} and template = 'agreement-signed'
       order by created_at, id`
  ).map(({ to }) => to)

const sealedBytes = async ({ company }: Tenant, id: string) =>
  buffer(await running.storage.get(storageKey(company.companyId, id)))

test('each document gets the page about its signatures, and everybody hears of it once', async () => {
  const tenant = await running.tenant({ name: 'Club X' })
  const { uuid, id, body, links } = await signed(tenant, [dirkJan, { ...dirkJan, firstName: 'Żaneta' }])
  assert.equal(await seal(tenant, uuid), 2)
  for (const { sealedId, sha256 } of await documentsOf(tenant)) {
    const bytes = await sealedBytes(tenant, sealedId!)
    assert.equal((await PDFDocument.load(bytes)).getPageCount(), 2)
    const text = (await textOf(bytes)).join(' ')
    for (const part of [
      'Service contract',
      'Contract version_2.pdf',
      sha256,
      'John Doe, for Club X',
      'Dirk Jan Bakker',
      'Żaneta Bakker',
      dirkJan.email,
      '127.0.0.1',
      String(body['signerSignatureHash']),
    ])
      assert.ok(text.includes(part), part)
  }
  assert.deepEqual(await mailed(tenant), [dirkJan.email, dirkJan.email, (await company(tenant)).email])
  const [download] = (
    await Promise.all([
      running.app.inject(`${links[0]!}/documents/${body.documents[0]!.id}`),
      running.app.inject({ url: `/v1/agreements/${id}`, headers: { authorization: tenant.bearer } }),
    ])
  ).map((response) => response.rawPayload)
  assert.deepEqual(download, await sealedBytes(tenant, (await documentsOf(tenant))[0]!.sealedId!))
})

const company = async ({ company: { companyId } }: Tenant) =>
  (
    await running.database.sql<
      [{ email: string }]
    >`select email from companies where company_id = ${companyId}`
  )[0]

test('sealing again does nothing, and nothing is sealed before all have signed', async () => {
  const tenant = await running.tenant()
  const { uuid } = await signed(tenant)
  assert.equal(await seal(tenant, uuid), 2)
  const sealed = await documentsOf(tenant)
  assert.equal(await seal(tenant, uuid), 0)
  assert.deepEqual(await documentsOf(tenant), sealed)
  assert.equal((await mailed(tenant)).length, 2)
  const other = await running.tenant()
  const open = await anAgreement(running, other)
  assert.equal(await seal(other, open.uuid), 0)
  assert.deepEqual(
    (await documentsOf(other)).map(({ sealedId }) => sealedId),
    [null],
  )
})

test('several at it at once make each document once', async () => {
  const tenant = await running.tenant()
  const { uuid } = await signed(tenant)
  const made = await Promise.all(Array.from({ length: 4 }, () => seal(tenant, uuid)))
  assert.equal(
    made.reduce((sum, n) => sum + n, 0),
    2,
  )
  assert.equal((await mailed(tenant)).length, 2)
  assert.ok((await documentsOf(tenant)).every(({ sealedId }) => sealedId !== null))
})

test('wherever an attempt dies, the next one goes on and nothing is lost or made twice', async () => {
  // Each call of the storage fails once: before it did anything, or after.
  for (const when of ['before', 'after'] as const)
    for (let failing = 0; failing < 4; failing += 1) {
      const tenant = await running.tenant()
      const { uuid } = await signed(tenant)
      let calls = 0
      const dying = async <T>(work: () => Promise<T>): Promise<T> => {
        const fails = calls === failing
        calls += 1
        if (fails && when === 'before') throw new Error('killed')
        const result = await work()
        if (!fails) return result
        if (result instanceof Readable) result.destroy()
        throw new Error('killed')
      }
      const storage: Storage = {
        ...running.storage,
        get: (key) => dying(() => running.storage.get(key)),
        put: (key, stream, options) => dying(() => running.storage.put(key, stream, options)),
      }
      await assert.rejects(seal(tenant, uuid, storage), /killed/)
      await seal(tenant, uuid)
      const documents = await documentsOf(tenant)
      for (const { sealedId, sealedSha256 } of documents) {
        assert.ok(sealedId !== null && sealedSha256 !== null)
        await sealedBytes(tenant, sealedId)
      }
      assert.equal((await mailed(tenant)).length, 2, `${when} ${failing}`)
    }
})

test('what is stored is not what was signed: it is not sealed', async () => {
  const tenant = await running.tenant()
  const { uuid } = await signed(tenant)
  const storage: Storage = {
    ...running.storage,
    get: async () => Readable.from([(await aDocument('Another contract')).content]),
  }
  await assert.rejects(seal(tenant, uuid, storage), /not the one that was signed/)
  assert.deepEqual(
    (await documentsOf(tenant)).map(({ sealedId }) => sealedId),
    [null, null],
  )
})

test('the worker seals what was signed', async () => {
  const tenant = await running.tenant()
  const worker = await startWorker(running.database.url, {
    sql: running.database.sql,
    vault: vault(Buffer.alloc(32, 7)),
    storage: running.storage,
    payments: running.payments,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    counted: () => {},
  })
  try {
    await signed(tenant)
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50))
      if ((await documentsOf(tenant)).every(({ sealedId }) => sealedId !== null)) return
    assert.fail('it was not sealed')
  } finally {
    await worker.stop()
  }
})
