import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startTestApp, type TestApp } from '../support/app.ts'
import { anUpload } from '../support/builders.ts'
import { formOf, PDF, pdfPart } from '../support/forms.ts'
import { startWorker } from '../../server/jobs/worker.ts'
import { BalieError } from '../../server/kernel/errors.ts'
import { storageKey, type Storage } from '../../server/kernel/storage.ts'
import { systemClock } from '../../server/kernel/time.ts'
import { vault } from '../../server/kernel/vault.ts'
import { claimUpload } from '../../server/domain/documents/claim-upload.ts'
import { diskStorage } from '../../server/storage/disk.ts'
import { deleteDocument } from '../../server/domain/documents/delete-documents.ts'
import { notedStorage } from '../../server/domain/documents/noted-storage.ts'
import { storeDocument } from '../../server/domain/documents/store-document.ts'
import { sweepUploads } from '../../server/domain/documents/sweep-uploads.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const bytesOf = async (companyId: number) =>
  readdir(`${running.folder}/${companyId}`).catch(() => [] as string[])
const notesOf = async (companyId: number) => {
  const [row] = await running.database.sql<[{ n: number }]>`
    select count(*) as n from document_uploads where company_id = ${companyId}`
  return row.n
}
const age = (companyId: number) =>
  running.database
    .sql`update document_uploads set begun_at = now() - interval '7 hours' where company_id = ${companyId}`

test('what a process left that was killed between the bytes and their document is swept, not before', async () => {
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  // Stored and committed, and then nothing more is heard of it.
  await anUpload(tenant)
  assert.equal((await bytesOf(companyId)).length, 1)
  assert.equal(await sweepUploads(running.database.sql, running.storage), 0)
  assert.equal((await bytesOf(companyId)).length, 1)
  await age(companyId)
  assert.equal(await sweepUploads(running.database.sql, running.storage), 1)
  assert.deepEqual([await bytesOf(companyId), await notesOf(companyId)], [[], 0])
})

test('killed before the first byte, or in the middle of the sweeping, nothing is forgotten', async () => {
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  const { id } = await anUpload(tenant)
  await age(companyId)
  const broken: Storage = {
    ...running.storage,
    delete: () => Promise.reject(new BalieError('unavailable', 'storage', 'away', 5)),
  }
  await assert.rejects(sweepUploads(running.database.sql, broken), /away/)
  assert.equal(await notesOf(companyId), 1)
  await running.database.sql`insert into document_uploads (company_id, id, begun_at) values
    (${companyId}, '0198f3a0-0000-7000-8000-000000000000', now() - interval '8 hours')`
  assert.equal(await sweepUploads(running.database.sql, running.storage), 2)
  assert.deepEqual([await bytesOf(companyId), await notesOf(companyId)], [[], 0])
  assert.ok(id)
})

test('what is being swept can no longer be claimed, and what is claimed is never swept', async () => {
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  const upload = await anUpload(tenant)
  await age(companyId)
  const { sql } = running.database
  let sweeping: Promise<number> | undefined
  await sql.begin(async (tx) => {
    await claimUpload({ ...tenant.ctx(), sql: tx as never }, upload, 'file')
    sweeping = sweepUploads(sql, running.storage)
    await sleep(100)
  })
  assert.equal(await sweeping, 0)
  assert.equal((await bytesOf(companyId)).length, 1)
  const late = await anUpload(tenant)
  await sql`update document_uploads set abandoned_at = now() where company_id = ${companyId}`
  await assert.rejects(
    claimUpload(tenant.ctx(), late, 'file'),
    (error) => error instanceof BalieError && error.code === 'unavailable',
  )
})

test('a document that is made in a transaction that fails leaves only what the sweeping finds', async () => {
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  const file = { name: 'a.pdf', mime: 'application/pdf', kind: 'offer' as const }
  const { sql } = running.database
  await assert.rejects(
    sql.begin(async (tx) => {
      await storeDocument({ ...tenant.ctx(), sql: tx as never }, running.storage, {
        ...file,
        stream: Readable.from([PDF]),
      })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.equal(await notesOf(companyId), 1)
  const document = await storeDocument(tenant.ctx(), running.storage, {
    ...file,
    stream: Readable.from([PDF]),
  })
  assert.equal(await text(await running.storage.get(storageKey(companyId, document.id))), PDF)
  assert.equal(await notesOf(companyId), 1)
})

test('the bytes of a deleted document are removed by a job', async () => {
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  const document = await claimUpload(tenant.ctx(), await anUpload(tenant), 'file')
  const { sql } = running.database
  await assert.rejects(
    sql.begin(async (tx) => {
      await deleteDocument({ ...tenant.ctx(), sql: tx as never }, document.id)
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  const worker = await startWorker(running.database.url, {
    sql,
    vault: vault(Buffer.alloc(32, 7)),
    storage: running.storage,
    payments: running.payments,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    counted: () => {},
  })
  try {
    assert.equal((await bytesOf(companyId)).length, 1)
    await deleteDocument(tenant.ctx(), document.id)
    for (let i = 0; i < 100 && (await bytesOf(companyId)).length > 0; i++) await sleep(50)
    assert.deepEqual(await bytesOf(companyId), [])
  } finally {
    await worker.stop()
  }
})

test('a storage that fails in the middle is a 503, and nothing of the request is there', async () => {
  let fail: 'put' | 'late' | undefined
  const whole = () => notedStorage(other.database.sql, diskStorage(other.folder))
  const failing: Storage = {
    put: async (key, stream, options) => {
      if (fail === 'put') {
        stream.destroy()
        throw new BalieError('unavailable', 'storage', 'The storage of files cannot be reached.', 5)
      }
      const stored = await whole().put(key, stream, options)
      if (fail === 'late') throw new BalieError('unavailable', 'storage', 'The storage broke off.', 5)
      return stored
    },
    get: (key, range) => whole().get(key, range),
    delete: (key) => whole().delete(key),
  }
  const other = await startTestApp({ storage: failing })
  const tenant = await other.tenant()
  const { companyId } = tenant.company
  try {
    for (fail of ['put', 'late'] as const) {
      const form = formOf([pdfPart('file')])
      const response = await other.app.inject({
        method: 'POST',
        url: '/v1/files',
        payload: form.payload,
        headers: { ...form.headers, authorization: tenant.bearer },
      })
      assert.equal(response.statusCode, 503, response.body)
      assert.equal(response.headers['retry-after'], '5')
      const [row] = await other.database.sql<[{ n: number }]>`
        select (select count(*) from files) + (select count(*) from documents)
             + (select count(*) from document_uploads) as n`
      assert.equal(row.n, 0)
      assert.deepEqual(await readdir(`${other.folder}/${companyId}`).catch(() => []), [])
    }
  } finally {
    await other.close()
  }
})

test('over the wire a refused upload is answered while it still comes, and one that breaks off leaves nothing', async () => {
  const wired = await startTestApp()
  try {
    const tenant = await wired.tenant()
    await wired.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = wired.app.server.address() as AddressInfo
    const send = (content: Buffer, name = 'file') => {
      const { payload, headers } = formOf([{ name, filename: 'a.bin', content }])
      return fetch(`http://127.0.0.1:${port}/v1/files`, {
        method: 'POST',
        body: payload,
        headers: { ...headers, authorization: tenant.bearer },
      })
    }
    for (let i = 0; i < 3; i++) {
      const large = await send(Buffer.alloc(20_000_000))
      assert.deepEqual(
        [large.status, await large.json()],
        [413, { message: 'file must be at most 976.5 kB.' }],
      )
      const fitting = await send(Buffer.alloc(900_000, 'x'))
      assert.equal(fitting.status, 200)
      await fitting.body?.cancel()
    }
    const { payload, headers } = formOf([{ name: 'file', filename: 'a.bin', content: Buffer.alloc(500_000) }])
    const head = `POST /v1/files HTTP/1.1\r\nhost: x\r\nauthorization: ${tenant.bearer}\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: ${payload.length}\r\n\r\n`
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(Buffer.concat([Buffer.from(head), payload.subarray(0, 300_000)]))
    await sleep(300)
    socket.destroy()
    const left = () => wired.database.sql<[{ n: number }]>`select count(*) as n from document_uploads`
    for (let i = 0; i < 100 && (await left())[0].n > 0; i++) await sleep(50)
    assert.equal((await left())[0].n, 0)
    assert.equal((await readdir(`${wired.folder}/${tenant.company.companyId}`)).length, 3)
  } finally {
    await wired.close()
  }
})
