import { createApiKey } from '../domain/access/create-api-key.ts'
import { createPartner, createPartnerKey, grantPartner } from '../domain/access/partner.ts'
import { connectBookkeeping } from '../domain/bookkeeping/connect-bookkeeping.ts'
import { createCompany } from '../domain/companies/create-company.ts'
import { setCompanyDetails } from '../domain/companies/set-company-details.ts'
import { createCustomer } from '../domain/customers/create-customer.ts'
import { createInvoice } from '../domain/invoices/create-invoice.ts'
import type { Invoice } from '../domain/invoices/invoice.ts'
import { markInvoicePaid } from '../domain/invoices/mark-invoice-paid.ts'
import { grossCents } from '../domain/invoices/vat.ts'
import { answerInvoiceQuestion } from '../domain/tickets/answer-invoice-question.ts'
import { archiveConversation } from '../domain/tickets/archive-conversation.ts'
import { askInvoiceQuestion } from '../domain/tickets/ask-invoice-question.ts'
import { assignToSupport } from '../domain/tickets/assign-to-support.ts'
import { bodyFromText } from '../domain/tickets/message-body.ts'
import type { Actor, Company, Ctx, Db } from '../kernel/context.ts'
import type { Vault } from '../kernel/vault.ts'
import { demoCompanies, type DemoCompany, type DemoInvoice } from './data.ts'

const actor: Actor = { kind: 'system', id: 'demo', permissions: 'all' }

interface SeededCompany {
  company: Company
  apiKey: string
  /** In the order of the data. */
  invoices: Invoice[]
}

/** Where the demo's bookkeeping stands. */
export interface DemoBookkeeping {
  url: string
  administrationId: string
  token: string
}

export interface Seeded {
  companies: SeededCompany[]
  partnerKey: string
  otherPartnerKey: string
}

/** Fills an empty database: the first company has a partner and a bookkeeping, the second another partner. */
export async function seedDemo(sql: Db, vault: Vault, bookkeeping: DemoBookkeeping): Promise<Seeded> {
  const companies: SeededCompany[] = []
  for (const data of demoCompanies) companies.push(await seedCompany(sql, data))
  const [club, band] = companies as [SeededCompany, SeededCompany]
  await connectBookkeeping(ctxOf(sql, club.company), vault, {
    provider: 'moneybird',
    baseUrl: bookkeeping.url,
    secrets: bookkeeping,
  })
  return {
    companies,
    partnerKey: await seedPartner(sql, 'Ledensoftware BV', club.company),
    otherPartnerKey: await seedPartner(sql, 'Bandbeheer VOF', band.company),
  }
}

const ctxOf = (sql: Db, company: Company): Ctx => ({ sql, company, actor, now: new Date() })

async function seedPartner(sql: Db, name: string, company: Company): Promise<string> {
  const partnerId = await createPartner(sql, new Date(), name)
  await grantPartner(ctxOf(sql, company), partnerId)
  return (await createPartnerKey(sql, new Date(), partnerId, 'demo')).key
}

async function seedCompany(sql: Db, { customers, details, ...data }: DemoCompany): Promise<SeededCompany> {
  const company = await createCompany(sql, actor, new Date(), data)
  if (details) await setCompanyDetails(ctxOf(sql, company), details)
  const { key } = await createApiKey(ctxOf(sql, company), 'demo', ['*'])
  const invoices: Invoice[] = []
  for (const { invoices: theirs, ...customer } of customers) {
    const { id } = await createCustomer(ctxOf(sql, company), { ...customer, countryCode: 'NL' })
    for (const invoice of theirs) invoices.push(await seedInvoice(sql, company, id, invoice))
  }
  return { company, apiKey: key, invoices }
}

async function seedInvoice(
  sql: Db,
  company: Company,
  customerId: string,
  data: DemoInvoice,
): Promise<Invoice> {
  const gross = grossCents(data.lines)
  const invoice = await createInvoice(ctxOf(sql, company), {
    customerId,
    externalNumber: data.number,
    issuedOn: data.issuedOn,
    dueOn: null,
    lines: data.lines.map((line, i) => ({ ...line, amountCents: gross[i]! })),
  })
  for (const words of data.said ?? []) {
    const body = bodyFromText(words.slice(1))
    if (words.startsWith('?'))
      await askInvoiceQuestion(ctxOf(sql, company), invoice.id, invoice.linkToken, body)
    else await answerInvoiceQuestion(ctxOf(sql, company), invoice.id, body)
  }
  if (data.withSupport) await assignToSupport(ctxOf(sql, company), invoice.id)
  if (data.closed) await archiveConversation(ctxOf(sql, company), invoice.id)
  if (data.paid)
    await markInvoicePaid(ctxOf(sql, company), invoice.id, new Date(`${data.issuedOn}T10:00:00Z`))
  return invoice
}
