import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findCompany } from '../domain/companies/company.ts'
import { listCompanies } from '../domain/companies/list-companies.ts'
import { transaction, type Db } from '../kernel/context.ts'
import type { Vault } from '../kernel/vault.ts'
import { encodeId as encodeHex } from '../api/clubcollect/ids.ts'
import { encodeId } from '../api/mijnklantportaal/ids.ts'
import { redirectHosts, seedDemo, type DemoBookkeeping } from './seed.ts'
import { seedStaff, type DemoStaff } from './staff.ts'

/** What a visitor of the demo needs, without the address, which changes. Keys are shown once, so they are kept here. */
export interface DemoCredentials {
  mijnklantportaal: { apiKey: string; otherCompanyApiKey: string; noTicketingApiKey: string }
  clubcollect: {
    apiKey: string
    otherPartnerApiKey: string
    companyId: string
    /** What a `redirect_url` of the signed payment flow may point to. */
    redirectHost: string
  }
  staff: DemoStaff
  /** What the tour is about: an invoice, and an import that waits to be sent. */
  tour: { publicInvoicePath: string; invoiceId: string; clubcollectInvoiceId: string; importId: string }
}

/**
 * The demo's credentials, filling the database first if it is empty. The data and the note of their keys belong
 * together: the note is written before the data are committed, and counts only if they were.
 */
export async function demoCredentials(
  sql: Db,
  vault: Vault,
  dataDir: string,
  bookkeeping: DemoBookkeeping,
): Promise<DemoCredentials> {
  const file = join(dataDir, 'demo-credentials.json')
  const [first] = await listCompanies(sql)
  if (first) {
    if (!existsSync(file))
      throw new Error(`the database is not empty and not the demo's (there is no ${file})`)
    const known = JSON.parse(await readFile(file, 'utf8')) as DemoCredentials
    await seedStaff(sql, (await findCompany(sql, first.companyId))!, known.staff)
    return known
  }
  const made = await transaction(sql, async (tx) => {
    const { companies, importId, partnerKey, otherPartnerKey } = await seedDemo(
      tx as unknown as Db,
      vault,
      bookkeeping,
    )
    const [club, band, workshop] = companies
    const [invoice] = club!.invoices
    const { companyId, id } = club!.company
    const invoiceId = encodeId('invoice', invoice!.id)
    const credentials: DemoCredentials = {
      mijnklantportaal: {
        apiKey: club!.apiKey,
        otherCompanyApiKey: band!.apiKey,
        noTicketingApiKey: workshop!.apiKey,
      },
      clubcollect: {
        apiKey: partnerKey,
        otherPartnerApiKey: otherPartnerKey,
        companyId: encodeHex(companyId, id),
        redirectHost: redirectHosts[0]!,
      },
      staff: { email: 'penningmeester@example.com', password: `demo-${randomBytes(6).toString('hex')}` },
      tour: {
        publicInvoicePath: `/api/portal/public-invoices/${invoiceId}/${invoice!.linkToken}`,
        invoiceId,
        clubcollectInvoiceId: encodeHex(companyId, invoice!.id),
        importId: encodeHex(companyId, importId),
      },
    }
    await mkdir(dataDir, { recursive: true })
    await writeFile(file, JSON.stringify(credentials, null, 2), { mode: 0o600 })
    return { credentials, company: club!.company }
  })
  await seedStaff(sql, made.company, made.credentials.staff)
  return made.credentials
}
