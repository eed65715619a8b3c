import type { LineKind, LineSubtype } from '../../server/domain/invoices/invoice.ts'
import type { EntryKind } from '../../server/domain/payments/payment.ts'
import { newId } from '../../server/kernel/ids.ts'
import { newLinkToken } from '../../server/kernel/link-token.ts'
import type { Tenant } from './app.ts'

export interface LineSpec {
  kind: LineKind
  cents: number
  subtype?: LineSubtype
  /** When it happened, and when it was written: then, unless it says otherwise. */
  at: string
  writtenAt?: string
  entryId?: string
  method?: string
}

export interface InvoiceSpec {
  issuedOn: string
  dueOn?: string
  /** Null: a draft. */
  transmittedAt: string | null
  createdAt: string
  retractedAt?: string
  customerId?: string
  batchId?: string
  lines: LineSpec[]
}

let count = 0

/** A customer who was there before everything else. */
export async function aDebtor({ ctx, company }: Tenant, name = `Debtor ${++count}`): Promise<string> {
  const id = newId()
  await ctx().sql`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, phone, created_at)
    values (${company.companyId}, ${id}, ${name}, '', '', '', 'NL', null, '+31612345678', '2020-01-01T00:00:00Z')`
  return id
}

/** An import, as it is after it was transmitted at that moment; null: a draft. */
export async function anImport(
  { ctx, company }: Tenant,
  transmittedAt: string | null,
  title = 'Fees',
): Promise<string> {
  const id = newId()
  await ctx().sql`
    insert into batches (company_id, id, title, transmitted_at, created_at)
    values (${company.companyId}, ${id}, ${title}, ${transmittedAt}, '2020-01-01T00:00:00Z')`
  return id
}

/** An invoice with that history, whenever it is: as the verbs would have left it. Answers its id. */
export async function aHistory(tenant: Tenant, spec: InvoiceSpec): Promise<string> {
  const { ctx, company } = tenant
  const { sql } = ctx()
  const { companyId } = company
  const id = newId()
  const batchId = spec.batchId ?? (await anImport(tenant, spec.transmittedAt))
  const customerId = spec.customerId ?? (await aDebtor(tenant))
  const invoiced = spec.lines.reduce((sum, { kind, cents }) => sum + (kind === 'charge' ? cents : 0), 0)
  const recipient = {
    name: { prefix: '', firstName: '', infix: '', lastName: 'Doe', organization: '' },
    email: 'doe@example.com',
  }
  await sql`
    insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency, issued_on, due_on,
                          amount_cents, retracted_at, link_token, created_at)
    values (${companyId}, ${id}, ${batchId}, ${customerId}, ${`H-${++count}`}, ${sql.json(recipient)}, 'EUR',
            ${spec.issuedOn}, ${spec.dueOn ?? null},
            ${invoiced}, ${spec.retractedAt ?? null}, ${newLinkToken(companyId)},
            ${spec.createdAt})`
  for (const line of spec.lines)
    await sql`
      insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, payment_method,
                                 payment_entry_id, occurred_at, created_at)
      values (${companyId}, ${newId()}, ${id}, ${line.kind}, ${line.subtype ?? null}, ${line.cents},
              ${line.kind === 'payment' ? (line.method ?? 'external') : null}, ${line.entryId ?? null}, ${line.at},
              ${line.writtenAt ?? line.at})`
  return id
}

/** A payment through a provider with what moved by it, as `recordState` leaves it; answers the ids of the movements. */
export async function aProviderPayment(
  { ctx, company }: Tenant,
  payment: {
    cents: number
    method: string | null
    provider?: string
    subjectKind?: string
    subjectId?: string
  },
  entries: { kind: EntryKind; cents: number; at: string }[],
): Promise<string[]> {
  const { sql } = ctx()
  const id = newId()
  const { companyId } = company
  const sum = (kind: EntryKind) =>
    entries.filter((entry) => entry.kind === kind).reduce((cents, entry) => cents + entry.cents, 0)
  await sql`
    insert into payments (company_id, id, token, subject_kind, subject_id, amount_cents, currency, description, sequence,
                          status, provider, provider_id, method, refunded_cents, charged_back_cents, created_at,
                          changed_at, paid_at)
    values (${companyId}, ${id}, ${newLinkToken(companyId)}, ${payment.subjectKind ?? 'invoice'},
            ${payment.subjectId ?? newId()}, ${payment.cents}, 'EUR', 'Test', 'oneoff', 'paid',
            ${payment.provider ?? 'mollie'}, ${`tr_${id}`}, ${payment.method}, ${sum('refund')}, ${sum('chargeback')},
            ${entries[0]!.at}, ${entries[0]!.at}, ${entries[0]!.at})`
  const ids: string[] = []
  for (const { kind, cents, at } of entries) {
    const entry = newId()
    ids.push(entry)
    await sql`
      insert into payment_entries (company_id, id, payment_id, kind, provider_id, amount_cents, occurred_at, created_at)
      values (${companyId}, ${entry}, ${id}, ${kind}, ${entry}, ${cents}, ${at}, ${at})`
  }
  return ids
}
