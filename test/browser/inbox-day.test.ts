import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { createCannedAnswer } from '../../server/domain/tickets/create-canned-answer.ts'
import { createTicket } from '../../server/domain/tickets/create-ticket.ts'
import { bodyFromHtml, bodyFromText } from '../../server/domain/tickets/message-body.ts'
import type { Tenant } from '../support/app.ts'
import { checkAccessibility, shot, startBrowserApp, type BrowserApp } from '../support/browser.ts'
import { aQuestion, editor, row, rows, said, toast } from '../support/inbox-page.ts'
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

/** Bob, through his day. */
let page: Page
let first: Awaited<ReturnType<typeof aQuestion>>
let second: typeof first
let third: typeof first
const box = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Boxes' }).getByRole('link', { name }).click()
/** From where single keys are heard. */
const leaveField = () => page.getByRole('heading', { level: 2 }).first().click()

test('a support colleague signs in, reads, and answers with a file', async () => {
  first = await aQuestion(tenant, 'Why do I pay for two teams?')
  second = await aQuestion(tenant, 'I have paid already!')
  third = await aQuestion(tenant, 'Can I pay in parts?')
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
  const person = await running.person()
  page = person.page
  await person.visit('/desk/inbox')
  await page.getByLabel('E-mail address').fill(bob.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await row(page, 'Why do I pay').waitFor()
  assert.equal(await rows(page).count(), 4)
  await checkAccessibility(page)

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
})

test('notes something by keys alone, and goes back with them', async () => {
  await leaveField()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Your note, for colleagues only' }).waitFor()
  await page.keyboard.type('Nice people.')
  await page.keyboard.press('Control+Enter')
  await said(page).getByText('Internal note by Bob Bakker').waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-note')
  await leaveField()
  await page.keyboard.press('u')
  await page.waitForURL('**/desk/inbox')
  await row(page, 'Why do I pay').waitFor({ state: 'detached' })
})

test('searches, opens and gives a canned answer by keys alone', async () => {
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
})

test('assigns, snoozes, and takes that back', async () => {
  await row(page, 'I have paid already!').click()
  await said(page).getByText('I have paid already!').waitFor()
  await leaveField()
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
  await box(/Snoozed/)
  await row(page, second.name).waitFor()
  await checkAccessibility(page)
  await toast(page, 'Snoozed until').getByRole('button', { name: 'Undo' }).click()
  await row(page, second.name).waitFor({ state: 'detached' })
})

test('merges what belongs together, and undoes it', async () => {
  await box(/Unanswered/)
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
})

test('archives by key and takes it back; every key is told', async () => {
  await leaveField()
  await page.keyboard.press('e')
  await toast(page, 'Archived.').getByRole('button', { name: 'Undo' }).click()
  await toast(page, 'Archived.').waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await checkAccessibility(page)
  await shot(page, 'inbox-keys')
})
