import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../support/app.ts'
import { anInvoice } from '../support/builders.ts'
import { readPdf } from '../support/pdf.ts'
import { aPng } from '../support/png.ts'
import { sampleParams } from '../support/mails.ts'
import { changeLook } from '../../server/domain/companies/change-look.ts'
import { setLogo } from '../../server/domain/companies/set-logo.ts'
import { plainLook } from '../../server/kernel/context.ts'
import { newId } from '../../server/kernel/ids.ts'
import { render } from '../../server/mail/out/render.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const open = async (tenant: Tenant) => {
  const { invoice, v1 } = await anInvoice(tenant)
  return running.app.inject(`/public-invoice/${v1}/pay/${invoice.linkToken}`)
}

/** That every style of the page is one that the policy names, and that the policy lets in nothing unnamed. */
function checkPolicy(body: string, policy: string) {
  assert.ok(!policy.includes('unsafe'), policy)
  const styles = [...body.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css!)
  for (const css of styles)
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(css).digest('base64')}'`), css)
  assert.ok(!/ style=|<script/.test(body))
  return styles.length
}

const name = 'Club "X" & <Co>'
/** Each look has a company of its own: another process hears of a change a moment later. */
const tenantWith = async (choose: (tenant: Tenant) => Promise<unknown> = async () => {}) => {
  const tenant = await running.tenant({ name })
  await choose(tenant)
  return tenant
}
const withLogo = ({ ctx }: Tenant) => setLogo(ctx(), aPng(300, 100))

test('a page behind a link has the company’s colours and logo, under a policy that names each style', async () => {
  const plain = await open(await tenantWith())
  assert.equal(checkPolicy(plain.body, String(plain.headers['content-security-policy'])), 1)
  assert.ok(!plain.body.includes('<img'))
  const banded = await open(
    await tenantWith(({ ctx }) => changeLook(ctx(), { accent: '#FFD43B', band: '#212529' })),
  )
  assert.equal(checkPolicy(banded.body, String(banded.headers['content-security-policy'])), 2)
  assert.match(banded.body, /background: #ffd43b; color: #000000/)
  assert.match(banded.body, /<header class="brand"><b>Club &quot;X&quot; &amp; &lt;Co&gt;<\/b><\/header>/)
  const page = await open(await tenantWith(withLogo))
  const policy = String(page.headers['content-security-policy'])
  assert.equal(checkPolicy(page.body, policy), 2)
  assert.ok(policy.includes("img-src 'self';"))
  const [, src, alt] = /<img src="([^"]+)" alt="([^"]*)" width="300" height="100">/.exec(page.body) ?? []
  assert.equal(alt, 'Club &quot;X&quot; &amp; &lt;Co&gt;')
  assert.equal((await running.app.inject(src!)).statusCode, 200)
})

test('the invoice on paper has the logo in place of the large name, and says the name still', async () => {
  const paperOf = async (tenant: Tenant) => {
    const { invoice, v1 } = await anInvoice(tenant)
    return (await running.app.inject(`/public-invoice/${v1}/pay/${invoice.linkToken}/pdf`)).rawPayload
  }
  const [without, having] = [await paperOf(await tenantWith()), await paperOf(await tenantWith(withLogo))]
  assert.ok(having.includes('/Subtype /Image') && !without.includes('/Subtype /Image'))
  assert.ok(JSON.stringify(await readPdf(having)).includes('& <Co>'))
})

test('a mail has the colour on its button and the logo above, and nothing of either where none was chosen', () => {
  const mail = (look: Tenant['company']['look']) =>
    render(
      {
        id: '0198f5a0-0000-7000-8000-000000000001',
        companyId: 7,
        to: 'john@example.com',
        template: 'invoice-created',
        locale: 'en',
        params: { ...sampleParams['invoice-created'] },
        attachments: [],
        online: [],
        messageId: '<1@example.com>',
        company: {
          id: newId(),
          name: 'Club X',
          email: 'desk@clubx.example',
          timeZone: 'Europe/Amsterdam',
          look,
        },
      },
      'https://balie.example',
    ).html
  const logo = { hash: 'a'.repeat(32), type: 'image/png', width: 800, height: 200 } as const
  const chosen = mail({ accent: '#ffd43b', band: null, logo })
  assert.match(chosen, /background-color: #ffd43b; border-radius: 8px"><a [^>]*color: #000000/)
  assert.match(
    chosen,
    new RegExp(
      `<img class="logo" src="https://balie.example/api/portal/logos/7/${logo.hash}" alt="" width="200" height="50"`,
    ),
  )
  const plain = mail(plainLook)
  assert.ok(!plain.includes('<img') && plain.includes('background-color: #1a4f8b'))
})
