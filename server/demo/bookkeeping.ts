import { connectBookkeeping } from '../domain/bookkeeping/connect-bookkeeping.ts'
import { findCompany } from '../domain/companies/company.ts'
import { listCompanies } from '../domain/companies/list-companies.ts'
import { listInvoices } from '../domain/invoices/list-invoices.ts'
import type { Ctx, Db } from '../kernel/context.ts'
import type { Vault } from '../kernel/vault.ts'
import { startFakeMoneybird, type FakeMoneybird } from '../providers/moneybird/fake.ts'
import { demoCompanies } from './data.ts'

export interface DemoBooks extends FakeMoneybird {
  /** Points the first company at this run's bookkeeping: its port is a new one. */
  connect(vault: Vault): Promise<void>
}

/** The first company's bookkeeping: a local server that speaks Moneybird's API and knows the company's invoices. */
export async function demoBookkeeping(sql: Db): Promise<DemoBooks> {
  async function ctxOfClub(): Promise<Ctx> {
    const club = (await listCompanies(sql)).find(({ name }) => name === demoCompanies[0]!.name)
    const company = (await findCompany(sql, club!.companyId))!
    return { sql, company, actor: { kind: 'system', id: 'demo', permissions: 'all' }, now: new Date() }
  }
  const books = await startFakeMoneybird({
    async invoiceFor(invoiceNumber) {
      const { rows } = await listInvoices(await ctxOfClub(), { offset: 0, limit: 1000 })
      const invoice = rows.find(({ externalNumber }) => externalNumber === invoiceNumber)
      return invoice && { totalCents: invoice.amountCents, currency: invoice.currency }
    },
  })
  return {
    ...books,
    async connect(vault) {
      await connectBookkeeping(await ctxOfClub(), vault, {
        provider: 'moneybird',
        baseUrl: books.url,
        secrets: { administrationId: books.administrationId, token: books.token },
      })
    },
  }
}
