import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { encodeId } from '../../server/api/portal/ids.ts'
import { addNote } from '../../server/domain/tickets/add-note.ts'
import { answerConversation } from '../../server/domain/tickets/answer-conversation.ts'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { bodyFromHtml, bodyFromText } from '../../server/domain/tickets/message-body.ts'
import type { Tenant } from '../support/app.ts'
import {
  checkAccessibility,
  lookAt,
  phone,
  shot,
  startBrowserApp,
  type BrowserApp,
} from '../support/browser.ts'
import { anUpload } from '../support/builders.ts'
import { aQuestion, editor, row, said } from '../support/inbox-page.ts'
import { aColleague, type Staff } from '../support/staff.ts'

let running: BrowserApp
let tenant: Tenant
let ann: Staff
let bob: Staff
before(async () => {
  running = await startBrowserApp()
  tenant = await running.tenant({ name: 'Hockeyclub De Kraanvogels' })
  ann = await aColleague(tenant, 'owner')
  bob = await aColleague(tenant, 'support')
  await running.database.sql`update users set name = 'Ann de Vries' where id = ${ann.userId}`
  await running.database.sql`update users set name = 'Bob Bakker' where id = ${bob.userId}`
})
after(() => running.close())

test('what one does the other sees, and who is there', async () => {
  const asked = await aQuestion(tenant, 'Is anybody there?')
  const one = await running.person({ session: ann.token })
  const two = await running.person({ session: bob.token })
  await one.visit('/desk/inbox')
  await two.visit('/desk/inbox')
  await row(one.page, 'Is anybody there?').click()
  await said(one.page).getByText('Is anybody there?').waitFor()
  await row(two.page, 'Is anybody there?').getByLabel('Ann de Vries is reading this.').waitFor()
  await row(two.page, 'Is anybody there?').click()
  await said(two.page).waitFor()
  await editor(one.page).click()
  await one.page.keyboard.type('Yes, we are.')
  await two.page.getByRole('status').filter({ hasText: 'Ann de Vries is writing.' }).waitFor()
  await checkAccessibility(two.page)
  await shot(two.page, 'inbox-together')
  await one.page.getByRole('button', { name: 'Send' }).click()
  await said(two.page).getByText('Yes, we are.').waitFor()
  // The customer is heard in both, without a touch.
  const { id, linkToken } = asked.invoice
  await askInvoiceQuestion(tenant.ctx(), id, linkToken, bodyFromText('Thank you!'))
  for (const { page } of [one, two]) await said(page).getByText('Thank you!').waitFor()
  await one.visit('/desk')
  await two.page.getByLabel('Ann de Vries is reading this.').first().waitFor({ state: 'detached' })
  await one.context.close()
  await two.context.close()
})

test('a draft stays until it is sent, and the invoice is dealt with beside the conversation', async () => {
  const asked = await aQuestion(tenant, 'May I pay in cash?')
  const { page, visit } = await running.person({ session: ann.token })
  await visit('/desk/inbox')
  await row(page, 'May I pay in cash?').click()
  await editor(page).click()
  await page.keyboard.type('Half a sentence')
  await page.reload()
  await editor(page).getByText('Half a sentence').waitFor()
  const pane = page.getByRole('region', { name: 'Invoice' }).last()
  await pane.getByRole('button', { name: 'Credit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill('20')
  await dialog.getByLabel('Number of the credit note').fill('C-1')
  await dialog.getByLabel('What for').fill('A week less')
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: 'Credit' }).click()
  await pane.getByText('€70.00').first().waitFor()
  await pane.getByRole('button', { name: 'Mark paid' }).click()
  await dialog.getByRole('combobox', { name: 'Paid by' }).click()
  await page.getByRole('option', { name: 'Cash' }).click()
  await checkAccessibility(page)
  await dialog.getByRole('button', { name: 'Mark paid' }).click()
  await pane.getByText('Paid', { exact: true }).first().waitFor()
  await checkAccessibility(page)
  const [{ left }] = await running.database.sql<[{ left: number }]>`
    select outstanding_cents as left from invoices where id = ${asked.invoice.id}`
  assert.equal(left, 0)
})

test('a long history begins with what was last, and goes back to where it began', async () => {
  const asked = await aQuestion(tenant, 'What happened to this?')
  await running.database.sql`
    insert into events (company_id, id, type, subject_id, actor, at)
    select company_id, gen_random_uuid(), 'invoice.collection_paused', id, 'system:test', created_at + n * interval '1 second'
      from invoices, generate_series(1, 60) n
     where company_id = ${tenant.company.companyId} and id = ${asked.invoice.id}`
  const { page, visit } = await running.person({ session: ann.token })
  await visit('/desk/inbox')
  await row(page, 'What happened to this?').click()
  const pane = page.getByRole('region', { name: 'Invoice' }).last()
  const events = pane.getByRole('listitem')
  await events.first().getByText('Collection paused').waitFor()
  assert.equal(await events.count(), 50)
  await pane.getByRole('button', { name: 'Show more' }).click()
  await events.getByText('Invoice added').waitFor()
  assert.ok((await events.count()) > 60)
  assert.equal(await pane.getByRole('button', { name: 'Show more' }).count(), 0)
  await checkAccessibility(page)
})

test('on a phone there is one pane at a time', async () => {
  await aQuestion(tenant, 'From my phone')
  const { page, visit } = await running.person({ session: bob.token, viewport: phone })
  await visit('/desk/inbox')
  await row(page, 'From my phone').click()
  await said(page).waitFor()
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1)
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Invoice' }).click()
  await page.getByRole('dialog', { name: 'Invoice' }).getByText('Outstanding').waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-invoice-phone')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await row(page, 'From my phone').waitFor()
})

test('the pages as they are seen', async () => {
  await lookAt(running, '/desk/inbox', 'inbox', { session: ann.token })
  await lookAt(running, '/desk/inbox?box=support', 'inbox-empty', { session: ann.token })
  const [{ id }] = await running.database.sql<[{ id: string }]>`
    select id from tickets order by created_at limit 1`
  await answerConversation(tenant.ctx(), id, {
    body: bodyFromHtml('<p>Yes, there are <strong>two</strong> of us.</p><ul><li>Ann</li><li>Bob</li></ul>'),
    uploads: [await anUpload(tenant)],
    archive: false,
  })
  await addNote(tenant.ctx(), id, bodyFromText('A friendly customer.'))
  await lookAt(running, `/desk/inbox/${encodeId('ticket', id)}`, 'inbox-conversation', { session: ann.token })
})
