import { addInvoiceToBatch } from '../../server/domain/invoices/add-invoice-to-batch.ts'
import { createBatch } from '../../server/domain/batches/create-batch.ts'
import { transmitBatch } from '../../server/domain/batches/transmit-batch.ts'
import { collect } from '../../server/domain/collection/collect.ts'
import { setBatchSettings } from '../../server/domain/collection/set-batch-settings.ts'
import type { Recipient } from '../../server/domain/customers/customer.ts'
import type { Db } from '../../server/kernel/context.ts'
import type { Tenant } from './app.ts'

let count = 0

/** Whom invoices of these tests are for: reachable by all channels. */
export const aMember: Recipient = {
  name: { prefix: '', firstName: 'Joe', infix: 'van der', lastName: 'Doe', organization: '' },
  address: {
    address1: 'Teststreet',
    address2: '',
    houseNumber: '12',
    houseNumberExtension: 'a',
    locality: '',
    state: '',
    zipCode: '1234AB',
    city: 'Amsterdam',
    countryCode: 'NL',
  },
  email: 'joe@example.com',
  phone: { number: '0612345678', countryCode: 'NL' },
}

/** A tenant at an instant of one's own. */
export const ctxAt = (tenant: Tenant, now: Date) => ({ ...tenant.ctx(), now })

/** An open batch with so many invoices. */
export async function aFullBatch(
  tenant: Tenant,
  invoices: number,
  { now = tenant.ctx().now, recipient = aMember }: { now?: Date; recipient?: Recipient } = {},
): Promise<{ batchId: string; invoiceIds: string[] }> {
  const ctx = ctxAt(tenant, now)
  const { id: batchId } = await createBatch(ctx, 'Membership fees', 0)
  const invoiceIds: string[] = []
  for (let i = 0; i < invoices; i++) {
    const { id } = await addInvoiceToBatch(ctx, batchId, {
      externalNumber: `2026-${++count}`,
      reference: null,
      locale: null,
      directDebitIban: null,
      federationMembershipNumber: null,
      clubMembershipNumber: null,
      memberExternalId: null,
      externalMembershipNumber: null,
      recipient,
      issuedOn: '2026-11-01',
      dueOn: null,
      lines: [
        { amountCents: 9000, description: 'Membership fee' },
        { amountCents: 1000, description: 'Locker' },
      ],
    })
    invoiceIds.push(id)
  }
  return { batchId, invoiceIds }
}

/** A batch that is transmitted at `now`, with settings of its own. */
export async function aTransmittedBatch(
  tenant: Tenant,
  invoices: number,
  { now, settings = {}, recipient }: { now: Date; settings?: object; recipient?: Recipient },
): Promise<{ batchId: string; invoiceIds: string[] }> {
  const batch = await aFullBatch(tenant, invoices, recipient === undefined ? { now } : { now, recipient })
  await setBatchSettings(ctxAt(tenant, now), batch.batchId, settings)
  await transmitBatch(ctxAt(tenant, now), batch.batchId)
  return batch
}

/** One run of the job at an instant. */
export const collectAt = (sql: Db, now: Date, companyId?: number) =>
  collect({ sql, clock: { now: () => now } }, companyId === undefined ? {} : { companyId })

export interface LoggedMessage {
  invoiceId: string
  step: string
  channel: string
  state: string
  amountCents: number | null
  feeCents: number | null
  code: string
}

/** What is in the log of messages, in the order it was queued. */
export const messagesOf = (sql: Db, tenant: Tenant, invoiceId?: string) =>
  sql<LoggedMessage[]>`
    select invoice_id as "invoiceId", step, channel, state, (params->>'amountCents')::integer as "amountCents",
           (params->>'feeCents')::integer as "feeCents", code
      from collection_messages
     where company_id = ${tenant.company.companyId} and (${invoiceId ?? null}::uuid is null or invoice_id = ${invoiceId ?? null})
     order by queued_at, id`

export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000)
export const daysAfter = (from: Date, days: number): Date => hoursAfter(from, 24 * days)
