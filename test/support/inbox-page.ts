import type { Page } from 'playwright-core'
import { askInvoiceQuestion } from '../../server/domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../server/domain/tickets/message-body.ts'
import type { Tenant } from './app.ts'
import { anInvoice } from './builders.ts'

/** A customer's question about an invoice of theirs. */
export async function aQuestion(tenant: Tenant, text: string) {
  const made = await anInvoice(tenant)
  await askInvoiceQuestion(tenant.ctx(), made.invoice.id, made.invoice.linkToken, bodyFromText(text))
  const [customer] = await tenant.ctx().sql<[{ name: string }]>`
    select name from customers where id = ${made.invoice.customerId}`
  return { ...made, customerId: made.invoice.customerId, name: customer.name }
}

/** The conversations of the list. */
export const rows = (page: Page) =>
  page.getByRole('list', { name: 'Conversations', exact: true }).getByRole('link')
export const row = (page: Page, text: string) => rows(page).filter({ hasText: text })
export const said = (page: Page) => page.getByRole('region', { name: 'What was said' })
export const toast = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })
export const editor = (page: Page) => page.getByRole('textbox', { name: 'Your reply to the customer' })
