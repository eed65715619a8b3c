import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { createCannedAnswer } from '../../server/domain/tickets/create-canned-answer.ts'
import { createTicket } from '../../server/domain/tickets/create-ticket.ts'
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
import { anInvoice } from '../support/builders.ts'
import { aColleague, PASSWORD, type Staff } from '../support/staff.ts'

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

async function aQuestion(text: string) {
  const made = await anInvoice(tenant)
  await askInvoiceQuestion(tenant.ctx(), made.invoice.id, made.invoice.linkToken, bodyFromText(text))
  const [customer] = await running.database.sql<[{ name: string }]>`
    select name from customers where id = ${made.invoice.customerId}`
  return { ...made, customerId: made.invoice.customerId, name: customer.name }
}

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations', exact: true }).getByRole('link')
const row = (page: Page, text: string) => rows(page).filter({ hasText: text })
const said = (page: Page) => page.getByRole('region', { name: 'What was said' })
const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
const editor = (page: Page) => page.getByRole('textbox', { name: 'Your reply to the customer' })

test('a support colleague through a day’s inbox', async () => {
  const first = await aQuestion('Why do I pay for two teams?')
  const second = await aQuestion('I have paid already!')
  const third = await aQuestion('Can I pay in parts?')
  await createTicket(tenant.ctx(), {
    customerId: third.customerId,
    title: 'Holidays',
    body: bodyFromText('By the way: I am away in May.'),
    byCustomer: true,
  })
  await createCannedAnswer(tenant.ctx(), {
    name: 'Pay in parts',
    body: bodyFromHtml(
      '<p>Dear {{name}}, of {{outstanding}} for {{invoiceNumber}} you may pay half now.</p>',
    ),
  })
  const { page, visit } = await running.person()
  await visit('/desk/inbox')
  await page.getByLabel('E-mail address').fill(bob.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await row(page, 'Why do I pay').waitFor()
  assert.equal(await rows(page).count(), 4)
  await checkAccessibility(page)

  // Reads, and answers with a file.
  await row(page, 'Why do I pay').click()
  await said(page).getByText('Why do I pay for two teams?').waitFor()
  await page.getByRole('heading', { name: `Invoice ${first.invoice.externalNumber}`, exact: true }).waitFor()
  await checkAccessibility(page)
  await editor(page).click()
  await page.keyboard.type('You are in both. The plan is attached.')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'teams.csv', mimeType: 'text/csv', buffer: Buffer.from('team;sum') })
  await page.getByRole('button', { name: 'Remove teams.csv' }).waitFor()
  await shot(page, 'inbox-answering')
  await page.getByRole('button', { name: 'Send' }).click()
  await said(page)
    .getByRole('link', { name: /teams\.csv/ })
    .waitFor()
  const download = page.waitForEvent('download')
  await said(page)
    .getByRole('link', { name: /teams\.csv/ })
    .click()
  assert.equal((await download).suggestedFilename(), 'teams.csv')

  // A note, by keys alone, and on to the next with them.
  await page.locator('body').click({ position: { x: 640, y: 70 } })
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Your note, for colleagues only' }).waitFor()
  await page.keyboard.type('Nice people.')
  await page.keyboard.press('Control+Enter')
  await said(page).getByText('Internal note by Bob Bakker').waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-note')
  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('u')
  await page.waitForURL('**/desk/inbox')
  await row(page, 'Why do I pay').waitFor({ state: 'detached' })

  // A canned answer by #, with keys alone.
  await page.keyboard.press('/')
  await page.keyboard.type('parts')
  await row(page, 'Can I pay in parts?').waitFor()
  await page.waitForFunction(() => document.querySelectorAll('.inbox-rows a').length === 1)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await said(page).getByText('Can I pay in parts?').waitFor()
  await page.keyboard.press('r')
  await editor(page).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true')
  await page.keyboard.type('#')
  await page.getByRole('dialog', { name: 'Canned answers' }).waitFor()
  await checkAccessibility(page)
  await page.keyboard.type('parts')
  await page.getByRole('option', { name: /Pay in parts/ }).waitFor()
  await page.keyboard.press('Enter')
  await editor(page).getByText(`Dear ${third.name}, of €90.00 for ${third.invoice.externalNumber}`).waitFor()
  await page.getByRole('button', { name: 'Send' }).click()
  await said(page).getByText('you may pay half now').waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()

  // Assigns with a, snoozes with s, and takes that back.
  await row(page, 'I have paid already!').click()
  await said(page).getByText('I have paid already!').waitFor()
  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('a')
  await page.getByRole('dialog', { name: 'Assign' }).waitFor()
  await page.getByRole('option', { name: /Ann de Vries/ }).waitFor()
  await checkAccessibility(page)
  await page.keyboard.type('ann')
  await page.getByRole('option', { name: /Bob Bakker/ }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await toast(page, 'Assigned to Ann de Vries.').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('s')
  await page.getByRole('option', { name: /Tomorrow morning/ }).waitFor()
  await checkAccessibility(page)
  await page.getByRole('option', { name: /Tomorrow morning/ }).click()
  await toast(page, 'Snoozed until').getByRole('button', { name: 'Undo' }).waitFor()
  await page
    .getByRole('navigation', { name: 'Boxes' })
    .getByRole('link', { name: /Snoozed/ })
    .click()
  await row(page, second.name).waitFor()
  await checkAccessibility(page)
  await toast(page, 'Snoozed until').getByRole('button', { name: 'Undo' }).click()
  await row(page, second.name).waitFor({ state: 'detached' })

  // Merges what belongs together, and undoes it.
  await page
    .getByRole('navigation', { name: 'Boxes' })
    .getByRole('link', { name: /Unanswered/ })
    .click()
  await row(page, 'Holidays').click()
  await said(page).getByText('I am away in May').waitFor()
  await page.getByRole('button', { name: 'More actions' }).click()
  await checkAccessibility(page)
  await page.getByRole('menuitem', { name: 'Merge with another conversation' }).click()
  await page.getByRole('option').first().click()
  await said(page).getByText('you may pay half now').waitFor()
  await said(page).getByText('I am away in May').waitFor()
  await said(page).getByText('was merged into this conversation').waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-merged')
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await said(page).getByText('I am away in May').waitFor({ state: 'detached' })

  // Archives by key, and takes it back.
  await page.getByRole('heading', { level: 2 }).first().click()
  await page.keyboard.press('e')
  await toast(page, 'Archived.').getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'Archived.').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-keys')
})

test('what one does the other sees, and who is there', async () => {
  const asked = await aQuestion('Is anybody there?')
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
  const asked = await aQuestion('May I pay in cash?')
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

test('on a phone there is one pane at a time', async () => {
  await aQuestion('From my phone')
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
    select id from tickets where title <> 'Holidays' order by created_at limit 1`
  const { encodeId } = await import('../../server/api/portal/ids.ts')
  await lookAt(running, `/desk/inbox/${encodeId('ticket', id)}`, 'inbox-conversation', { session: ann.token })
})
