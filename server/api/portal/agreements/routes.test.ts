import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { aDocument, anAgreement, aSignature, dirkJan } from '../../../../test/support/agreements.ts'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

interface Seen {
  createdAt: string
  documents: { id: string; fileHash: string }[]
}

const anna = { firstName: 'Anna', lastName: 'de Vries', email: 'anna@example.com' }
const identified = { ...dirkJan, shouldIdentify: true }

const get = (url: string) => running.app.inject(url)
const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  running.app.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) })
const sign = (link: string, more: object = {}, headers: Record<string, string> = {}) =>
  post(`${link}/sign`, { signature: aSignature, ...more }, headers)
const show = async (tenant: Tenant, id: string) =>
  (
    await running.app.inject({ url: `/v1/agreements/${id}`, headers: { authorization: tenant.bearer } })
  ).json()

const eventsOf = async ({ company }: Tenant): Promise<string[]> =>
  (
    await running.database.sql<{ type: string }[]>`
      select type from events where company_id = ${company.companyId} and type like 'agreement%' order by at, id`
  ).map(({ type }) => type)

/** The params of the mails of a template, in the order they were queued. */
const mailsOf = ({ company }: Tenant, template: string) =>
  running.database.sql<{ to: string; params: Record<string, string> }[]>`
    select to_address as to, params from mails where company_id = ${company.companyId} and template = ${template}
     order by created_at, id`

const jobsOf = async ({ company }: Tenant): Promise<number> =>
  (
    await running.database.sql`
      select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'seal-agreement' and (j.payload->>'companyId')::integer = ${company.companyId}`
  ).length

test('a signer sees what is to be signed and by whom, and of the others no more than their names', async () => {
  const tenant = await running.tenant({ name: 'Club X' })
  const { id, body, links } = await anAgreement(running, tenant, { signers: [identified, anna] })
  const seen = (await get(links[0]!)).json()
  const { documents, createdAt, ...rest } = seen as Seen
  assert.deepEqual(rest, {
    id,
    company: { name: 'Club X' },
    name: 'Service contract',
    locale: 'en',
    status: 'sent',
    you: { ...identified, signedAt: null, signatureHash: null },
    signatures: [
      { name: 'John Doe', signedAt: createdAt },
      { name: 'Dirk Jan Bakker', signedAt: null },
      { name: 'Anna de Vries', signedAt: null },
    ],
  })
  assert.deepEqual(documents, body.documents)
  assert.ok(!JSON.stringify(seen).includes(anna.email))
  const pdf = await get(`${links[0]!}/documents/${documents[0]!.id}`)
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  assert.equal(createHash('sha256').update(pdf.rawPayload).digest('hex'), documents[0]!.fileHash)
  const invitations = await mailsOf(tenant, 'agreement-invitation')
  assert.deepEqual(
    invitations.map(({ to }) => to),
    [identified.email, anna.email],
  )
  // What the mail links to opens the same.
  const [path] = invitations.map(({ params }) => params['url']!)
  assert.match(path!, /^\/agreements\/[0-9a-f-]{36}\//)
  assert.deepEqual((await get(`/api/portal${path!}`)).json(), seen)
})

test('all sign, in any order; the last one seals', async () => {
  const tenant = await running.tenant()
  const { id, links } = await anAgreement(running, tenant, { signers: [dirkJan, anna] })
  const first = await sign(links[1]!, {}, { 'user-agent': 'Phone/1.0' })
  assert.equal(first.statusCode, 200, first.body)
  assert.equal(first.json().status, 'sent')
  assert.equal(await jobsOf(tenant), 0)
  const last = await sign(links[0]!)
  assert.equal(last.json().status, 'signed')
  assert.equal(await jobsOf(tenant), 1)
  const shown = await show(tenant, id)
  assert.equal(shown.status, 'signed')
  for (const signer of shown.signers) {
    assert.equal(signer.signature, aSignature)
    const expected = createHash('sha256')
      .update(signer.signature + signer.signedAt)
      .digest('hex')
    assert.equal(signer.signatureHash, expected)
  }
  assert.deepEqual(await eventsOf(tenant), [
    'agreement.created',
    'agreement.signed',
    'agreement.signed',
    'agreement.sealed',
  ])
  const [row] = await running.database.sql<Record<string, unknown>[]>`
    select signed_ip, signed_user_agent, signed_documents from agreement_signers
     where company_id = ${tenant.company.companyId} and first_name = 'Anna'`
  assert.equal(row!['signed_ip'], '127.0.0.1')
  assert.equal(row!['signed_user_agent'], 'Phone/1.0')
  assert.equal((row!['signed_documents'] as { sha256: string }[])[0]!.sha256, shown.documents[0].fileHash)
})

test('nobody signs twice', async () => {
  const tenant = await running.tenant()
  const { id, links } = await anAgreement(running, tenant, { signers: [dirkJan, anna] })
  const once = await sign(links[0]!, {}, { 'idempotency-key': 'a' })
  const same = await sign(links[0]!, {}, { 'idempotency-key': 'a' })
  assert.deepEqual(same.json(), once.json())
  const untouched = await show(tenant, id)
  const again = await sign(links[0]!)
  assert.deepEqual([again.statusCode, again.json().code], [409, 'conflict'])
  assert.deepEqual(await show(tenant, id), untouched)
})

test('however many sign at once and however often, each signs once and one of them seals', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }).chain((signers) =>
        fc.record({
          signers: fc.constant(signers),
          attempts: fc.array(fc.nat({ max: signers - 1 }), { minLength: signers, maxLength: 15 }),
        }),
      ),
      async ({ signers, attempts }) => {
        const tenant = await running.tenant()
        const { id, links } = await anAgreement(running, tenant, {
          signers: Array.from({ length: signers }, () => anna),
        })
        const all = [...attempts, ...links.keys()]
        const answers = await Promise.all(all.map((index) => sign(links[index]!)))
        for (const index of links.keys()) {
          const statuses = answers.filter((_, i) => all[i] === index).map(({ statusCode }) => statusCode)
          assert.equal(statuses.filter((status) => status === 200).length, 1)
          assert.ok(statuses.every((status) => status === 200 || status === 409))
        }
        assert.equal((await show(tenant, id)).status, 'signed')
        const events = await eventsOf(tenant)
        assert.equal(events.filter((type) => type === 'agreement.signed').length, signers)
        assert.equal(events.filter((type) => type === 'agreement.sealed').length, 1)
        assert.equal(await jobsOf(tenant), 1)
      },
    ),
    { numRuns: 12 },
  )
})

test('withdrawing and signing at once: one of the two happens', async () => {
  for (let round = 0; round < 8; round += 1) {
    const tenant = await running.tenant()
    const { id, links } = await anAgreement(running, tenant)
    const [signed, deleted] = await Promise.all([
      sign(links[0]!),
      running.app.inject({
        method: 'DELETE',
        url: `/v1/agreements/${id}`,
        headers: { authorization: tenant.bearer },
      }),
    ])
    const outcome = [signed.statusCode, deleted.statusCode].join(' ')
    assert.ok(['200 422', '404 200'].includes(outcome), outcome)
  }
})

test('who should identify signs with the code that was mailed, and with no other', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant, { signers: [identified] })
  const [link] = links as [string]
  const without = await sign(link)
  assert.deepEqual([without.statusCode, without.json().field], [422, 'code'])
  const asked = await post(`${link}/code`)
  assert.deepEqual([asked.statusCode, asked.json().sentTo], [200, identified.email])
  const [mail] = await mailsOf(tenant, 'agreement-code')
  const code = mail!.params['code']!
  assert.match(code, /^\d{6}$/)
  const wrong = code === '000000' ? '000001' : '000000'
  assert.equal((await sign(link, { code: wrong })).statusCode, 422)
  assert.equal((await post(`${link}/code`)).statusCode, 429)
  const signed = await sign(link, { code: ` ${code} ` })
  assert.equal(signed.statusCode, 200, signed.body)
  assert.equal(signed.json().status, 'signed')
  running.clock.set('2026-11-21T12:00:00Z')
  assert.equal((await post(`${link}/code`)).statusCode, 409)
  const { links: plain } = await anAgreement(running, tenant)
  assert.equal((await post(`${plain[0]!}/code`)).statusCode, 409)
})

test('a code is good for five attempts, for 15 minutes, and until the next one', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant, { signers: [identified] })
  const [link] = links as [string]
  const codes = async () => (await mailsOf(tenant, 'agreement-code')).map(({ params }) => params['code']!)
  running.clock.set('2026-11-22T10:00:00Z')
  await post(`${link}/code`)
  const [first] = (await codes()) as [string]
  const wrong = first === '000000' ? '000001' : '000000'
  // Also in a request whose transaction is rolled back.
  for (let attempt = 0; attempt < 5; attempt += 1)
    assert.equal((await sign(link, { code: wrong }, { 'idempotency-key': `k${attempt}` })).statusCode, 422)
  const spent = await sign(link, { code: first })
  assert.match(spent.json().message, /no longer valid/)
  running.clock.set('2026-11-22T10:02:00Z')
  await post(`${link}/code`)
  const second = (await codes()).find((code) => code !== first)!
  running.clock.set('2026-11-22T10:20:00Z')
  assert.match((await sign(link, { code: second })).json().message, /no longer valid/)
  for (let hour = 11; hour < 19; hour += 1) {
    running.clock.set(`2026-11-22T${hour}:00:00Z`)
    assert.equal((await post(`${link}/code`)).statusCode, 200)
  }
  running.clock.set('2026-11-22T20:00:00Z')
  assert.equal((await post(`${link}/code`)).statusCode, 429, 'ten a day')
  running.clock.set('2026-11-23T10:30:00Z')
  assert.equal((await post(`${link}/code`)).statusCode, 200)
})

test('a link opens its agreement for its signer, and nothing else', async () => {
  const tenant = await running.tenant()
  const other = await running.tenant()
  const ours = await anAgreement(running, tenant)
  const theirs = await anAgreement(running, other)
  const token = ours.links[0]!.split('/').at(-1)!
  const foreign = theirs.links[0]!.split('/').at(-1)!
  const wrong = [
    `/api/portal/agreements/${ours.id}/${foreign}`,
    `/api/portal/agreements/${theirs.id}/${token}`,
    `/api/portal/agreements/${ours.id}/${token.slice(0, -1)}x`,
    `/api/portal/agreements/${ours.id}/${token.replace(/^\d+/, String(other.company.companyId))}`,
    `/api/portal/agreements/agr_${'0'.repeat(26)}/${token}`,
    `/api/portal/agreements/${ours.id.replace('agr_', 'inv_')}/${token}`,
  ]
  const document = ours.body.documents[0]!.id
  for (const link of wrong) {
    const answers = [
      await get(link),
      await get(`${link}/documents/${document}`),
      await post(`${link}/code`),
      await sign(link),
    ]
    for (const { statusCode, body } of answers) {
      assert.equal(statusCode, 404, link)
      assert.deepEqual(JSON.parse(body), {
        code: 'not_found',
        message: 'There is no agreement with the given ID.',
      })
    }
  }
  const theirDocument = theirs.body.documents[0]!.id
  assert.equal((await get(`${ours.links[0]!}/documents/${theirDocument}`)).statusCode, 404)
})

test('what is no signature is refused by name and changes nothing', async () => {
  const tenant = await running.tenant()
  const { id, links } = await anAgreement(running, tenant)
  const untouched = await show(tenant, id)
  for (const payload of [
    {},
    { signature: '' },
    { signature: 'x' },
    { signature: 'data:text/html;base64,PGI+' },
    { signature: aSignature.replace('png', 'jpeg') },
    { signature: 42 },
    { signature: [aSignature] },
  ]) {
    const response = await post(`${links[0]!}/sign`, payload)
    assert.equal(response.statusCode, 422, JSON.stringify(payload).slice(0, 60))
    assert.equal(response.json().field, 'signature')
  }
  assert.deepEqual(await show(tenant, id), untouched)
})

test('the database itself keeps what was signed', async () => {
  const tenant = await running.tenant()
  const { links } = await anAgreement(running, tenant, {
    signers: [anna, anna],
    documents: [await aDocument(), await aDocument('Annex')],
  })
  const { sql } = running.database
  const { companyId } = tenant.company
  await sign(links[0]!)
  const refused = async (what: Promise<unknown>, about: string) => {
    await assert.rejects(what, { code: '23001' }, about)
  }
  const signed = () => sql`company_id = ${companyId} and signed_at is not null`
  await refused(sql`update agreements set name = 'x' where company_id = ${companyId}`, 'its name')
  await refused(sql`delete from agreements where company_id = ${companyId}`, 'a signed one')
  await refused(sql`update agreement_signers set signed_ip = '::1' where ${signed()}`, 'a signature')
  await refused(sql`update agreement_signers set email = 'x' where company_id = ${companyId}`, 'an address')
  await refused(sql`delete from agreement_signers where company_id = ${companyId}`, 'a signer')
  await refused(sql`update agreement_documents set sha256 = 'x' where company_id = ${companyId}`, 'a hash')
  await refused(sql`delete from agreement_documents where company_id = ${companyId}`, 'a document')
  await refused(
    sql`update agreement_documents set sealed_document_id = document_id where company_id = ${companyId}`,
    'sealing before all have signed',
  )
  await refused(
    sql`insert into agreement_documents select company_id, gen_random_uuid(), agreement_id, 9, name, size_bytes, sha256,
               document_id, null from agreement_documents where company_id = ${companyId}`,
    'another document',
  )
  await assert.rejects(
    sql`delete from documents where company_id = ${companyId}`,
    { code: '23503' },
    'the stored documents',
  )
  await sign(links[1]!)
  await refused(
    sql`update agreements set signature_count = 1, signed_at = null where company_id = ${companyId}`,
    'a sealed one',
  )
})
