import { createApiKey } from '../domain/access/create-api-key.ts'
import { createPartner, createPartnerKey, grantPartner } from '../domain/access/partner.ts'
import { addRedirectHost } from '../domain/access/redirect-hosts.ts'
import { createBatch } from '../domain/batches/create-batch.ts'
import { connectBookkeeping } from '../domain/bookkeeping/connect-bookkeeping.ts'
import { setCollectionProfile } from '../domain/collection/set-collection-profile.ts'
import { createCompany } from '../domain/companies/create-company.ts'
import { setCompanyDetails } from '../domain/companies/set-company-details.ts'
import { createCustomer } from '../domain/customers/create-customer.ts'
import { addInvoiceToBatch } from '../domain/invoices/add-invoice-to-batch.ts'
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
import { dayIn } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'
import { seedHistory } from './history.ts'
import { demoCompanies, demoMembers, demoProfile, type DemoCompany, type DemoInvoice } from './data.ts'

export const demoActor: Actor = { kind: 'system', id: 'demo', permissions: 'all' }

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
  /** The first company's import that waits to be sent. */
  importId: string
  partnerKey: string
  otherPartnerKey: string
}

/** Fills an empty database: the first company has a partner, a bookkeeping and an import to send, the second another partner. */
export async function seedDemo(sql: Db, vault: Vault, bookkeeping: DemoBookkeeping): Promise<Seeded> {
  const companies: SeededCompany[] = []
  for (const data of demoCompanies) companies.push(await seedCompany(sql, data))
  const [club, band] = companies as [SeededCompany, SeededCompany]
  await seedHistory({ sql, company: club.company, actor: demoActor }, vault)
  await connectBookkeeping(ctxOf(sql, club.company), vault, {
    provider: 'moneybird',
    baseUrl: bookkeeping.url,
    secrets: bookkeeping,
  })
  return {
    companies,
    importId: await seedImport(ctxOf(sql, club.company)),
    partnerKey: await seedPartner(sql, vault, 'Ledensoftware BV', club.company, redirectHosts),
    otherPartnerKey: await seedPartner(sql, vault, 'Bandbeheer VOF', band.company, []),
  }
}

const ctxOf = (sql: Db, company: Company): Ctx => ({ sql, company, actor: demoActor, now: new Date() })

/** Hosts that payers of the demo may be sent back to. */
export const redirectHosts = ['localhost', '127.0.0.1']

async function seedPartner(
  sql: Db,
  vault: Vault,
  name: string,
  company: Company,
  hosts: string[],
): Promise<string> {
  const partnerId = await createPartner(sql, new Date(), name)
  await grantPartner(ctxOf(sql, company), partnerId)
  for (const host of hosts) await addRedirectHost(sql, new Date(), partnerId, host)
  return (await createPartnerKey(sql, vault, new Date(), partnerId, 'demo')).key
}

/** What the members owe next: complete, and not sent yet. */
async function seedImport(ctx: Ctx): Promise<string> {
  await setCollectionProfile(ctx, demoProfile)
  const { id } = await createBatch(ctx, 'Contributie tweede helft 2026/27', demoMembers.length)
  for (const [index, { firstName, infix, lastName, email, cents }] of demoMembers.entries())
    await addInvoiceToBatch(ctx, id, {
      externalNumber: `2027-${String(index + 1).padStart(3, '0')}`,
      reference: null,
      locale: 'nl',
      directDebitIban: null,
      federationMembershipNumber: null,
      clubMembershipNumber: null,
      memberExternalId: `lid-${index + 1}`,
      externalMembershipNumber: null,
      recipient: {
        name: { prefix: '', firstName, infix, lastName, organization: '' },
        address: {
          address1: 'Sportlaan',
          address2: '',
          houseNumber: String(2 * index + 1),
          houseNumberExtension: '',
          locality: '',
          state: '',
          zipCode: '1185 TC',
          city: 'Amstelveen',
          countryCode: 'NL',
        },
        email,
        phone: { number: '', countryCode: '' },
      },
      issuedOn: dayIn(ctx.now, ctx.company.timeZone),
      dueOn: null,
      lines: [{ amountCents: cents, description: 'Contributie tweede helft' }],
    })
  return id
}

async function seedCompany(sql: Db, { customers, details, ...data }: DemoCompany): Promise<SeededCompany> {
  const company = await createCompany(sql, demoActor, new Date(), data)
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
