import { randomBytes } from 'node:crypto'
import {
  PaymentProviderError,
  type PaymentProvider,
  type ProviderPayment,
} from '../../domain/payments/provider.ts'
import type { SandboxBank } from '../../domain/payments/sandbox-bank.ts'
import type { Db } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Clock } from '../../kernel/time.ts'
import { sandboxPayouts } from './payouts.ts'

export interface SandboxDeps {
  sql: Db
  clock: Clock
  publicUrl(): string
}

interface Row {
  id: string
  reference: string
  amountCents: number
  currency: string
  description: string
  redirectUrl: string | null
  sequence: 'oneoff' | 'first' | 'recurring'
  customerId: string | null
  mandateId: string | null
  status: ProviderPayment['status']
  method: string | null
  payerName: string | null
  refunds: { id: string; amountCents: number; at: string }[]
  chargebacks: { id: string; amountCents: number; at: string }[]
  createdAt: string
  paidAt: string | null
  expiresAt: string | null
}

const EXPIRES_AFTER_MS = 15 * 60_000
const PREFIX = 'sbx_'

/** A provider that is ours: a bank without money, whose page lets the payer choose how it goes. Its books are a table. */
export function sandbox(deps: SandboxDeps): {
  bank: SandboxBank
  provider(companyId: number): PaymentProvider
} {
  const { sql, clock } = deps

  const columns = sql`
    id, reference, amount_cents as "amountCents", currency, description, redirect_url as "redirectUrl", sequence,
    customer_id as "customerId", mandate_id as "mandateId", method, payer_name as "payerName", refunds, chargebacks,
    created_at as "createdAt", paid_at as "paidAt", expires_at as "expiresAt"`
  /** An open payment whose time is over has expired; nobody needs to write that down. */
  const status = (now: Date) =>
    sql`case when status = 'open' and expires_at <= ${now} then 'expired' else status end as status`

  async function rowOf(companyId: number, id: string): Promise<Row | undefined> {
    const [row] = await sql<Row[]>`
      select ${columns}, ${status(clock.now())} from sandbox_payments where company_id = ${companyId} and id = ${id}`
    return row
  }

  async function get(companyId: number, id: string): Promise<ProviderPayment> {
    const row = await rowOf(companyId, id)
    if (!row) throw new PaymentProviderError('not_found', 'The test bank has no such payment.')
    return toPayment(row, `${deps.publicUrl()}/sandbox-bank/${companyId}/${id.slice(PREFIX.length)}`)
  }

  const provider = (companyId: number): PaymentProvider => ({
    check: async () => ({ live: false, methods: ['Test bank'] }),
    ...sandboxPayouts(deps, companyId),
    async createPayment(order) {
      const now = clock.now()
      const id = PREFIX + randomBytes(18).toString('base64url')
      const charged = order.sequence === 'recurring'
      await sql`
        insert into sandbox_payments (company_id, id, reference, amount_cents, currency, description, redirect_url,
          sequence, customer_id, mandate_id, status, method, payer_name, created_at, paid_at, expires_at)
        values (${companyId}, ${id}, ${order.reference}, ${order.amountCents}, ${order.currency}, ${order.description},
          ${charged ? null : order.redirectUrl}, ${order.sequence}, ${order.customerId ?? null},
          ${order.mandateId ?? null}, ${charged ? 'paid' : 'open'}, ${charged ? 'directdebit' : null},
          ${charged ? PAYER : null}, ${now}, ${charged ? now : null},
          ${charged ? null : new Date(now.getTime() + EXPIRES_AFTER_MS)})
        on conflict (company_id, reference) do nothing`
      // Of two at once the second finds the first's only after its insert has waited for it: hence two statements.
      const [row] = await sql<[{ id: string }]>`
        select id from sandbox_payments where company_id = ${companyId} and reference = ${order.reference}`
      return get(companyId, row.id)
    },
    getPayment: (id) => get(companyId, id),
    async findPayment(customerId, reference) {
      const [row] = await sql<{ id: string }[]>`
        select id from sandbox_payments
         where company_id = ${companyId} and customer_id = ${customerId} and reference = ${reference}`
      return row && get(companyId, row.id)
    },
    createCustomer: async ({ reference }) => `scu_${reference}`,
    async getMandate(customerId, mandateId) {
      const mandate = (await this.listMandates(customerId)).find(({ id }) => id === mandateId)
      if (!mandate) throw new PaymentProviderError('not_found', 'The test bank has no such mandate.')
      return mandate
    },
    async listMandates(customerId) {
      const rows = await sql<{ id: string; signedOn: string }[]>`
        select mandate_id as id, to_char(paid_at, 'YYYY-MM-DD') as "signedOn" from sandbox_payments
         where company_id = ${companyId} and customer_id = ${customerId} and sequence = 'first' and status = 'paid'
         order by paid_at desc limit 250`
      return rows.map(({ id, signedOn }) => ({
        id,
        status: 'valid' as const,
        method: 'directdebit',
        signedOn,
      }))
    },
    async refundPayment({ providerId, amountCents, reference }) {
      const id = `sre_${reference}`
      const refund = { id, amountCents, at: clock.now().toISOString() }
      const [row] = await sql<{ refunds: Row['refunds'] }[]>`
        update sandbox_payments set refunds = refunds || ${sql.json([refund])}::jsonb
         where company_id = ${companyId} and id = ${providerId} and status = 'paid'
           and not refunds @> ${sql.json([{ id }])}::jsonb
           and amount_cents >= ${amountCents}::bigint + (
             select coalesce(sum((r ->> 'amountCents')::bigint), 0) from jsonb_array_elements(refunds) r)
        returning refunds`
      if (row) return id
      const known = await rowOf(companyId, providerId)
      if (known?.refunds.some((done) => done.id === id)) return id
      throw new PaymentProviderError('refused', 'The test bank cannot give back more than was paid.')
    },
  })

  const bank: SandboxBank = {
    async find(companyId, key) {
      const row = await rowOf(companyId, PREFIX + key)
      return row && { ...row, first: row.sequence === 'first' }
    },
    async decide(companyId, key, outcome) {
      const now = clock.now()
      const id = PREFIX + key
      if (outcome === 'charge_back') {
        await sql`
          update sandbox_payments set chargebacks = jsonb_build_array(jsonb_build_object(
                   'id', ${`scb_${newId()}`}::text, 'amountCents', amount_cents, 'at', ${now.toISOString()}::text))
           where company_id = ${companyId} and id = ${id} and status = 'paid' and chargebacks = '[]'`
        return
      }
      const becomes = { pay: 'paid', fail: 'failed', cancel: 'canceled', expire: 'expired' }[outcome]
      const paid = outcome === 'pay'
      await sql`
        update sandbox_payments
           set status = ${becomes}, method = 'ideal', paid_at = ${paid ? now : null}, payer_name = ${paid ? PAYER : null},
               mandate_id = case when ${paid} and sequence = 'first' then ${`mdt_sandbox${newId().replaceAll('-', '')}`} else mandate_id end
         where company_id = ${companyId} and id = ${id} and status = 'open' and expires_at > ${now}`
    },
  }
  return { bank, provider }
}

/** Who pays at the test bank. */
const PAYER = 'T. Tester'

function toPayment(row: Row, checkoutUrl: string): ProviderPayment {
  const sum = (moved: { amountCents: number }[]) =>
    moved.reduce((cents, { amountCents }) => cents + amountCents, 0)
  return {
    providerId: row.id,
    reference: row.reference,
    status: row.status,
    checkoutUrl: row.status === 'open' ? checkoutUrl : undefined,
    amountCents: row.amountCents,
    currency: row.currency,
    amountRefundedCents: sum(row.refunds),
    amountChargedBackCents: sum(row.chargebacks),
    method: row.method ?? undefined,
    payerName: row.payerName ?? undefined,
    mandateId: row.mandateId ?? undefined,
    customerId: row.customerId ?? undefined,
    paidAt: row.paidAt ?? undefined,
    expiresAt: row.expiresAt ?? undefined,
    failure: row.status === 'failed' ? 'The test bank was told to fail.' : undefined,
    refunds: row.refunds.map((refund) => ({ ...refund, status: 'refunded' })),
    chargebacks: row.chargebacks.map((chargeback) => ({ ...chargeback, reversedAt: undefined })),
  }
}
