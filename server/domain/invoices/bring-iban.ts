import type { TxCtx } from '../payments/payment.ts'

/** Notes the account that an invoice may be debited from. The caller holds its lock and makes the event. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function bringIban(ctx: TxCtx, id: string, iban: string): Promise<void> {
  await ctx.sql`
    update invoices set direct_debit_iban = ${iban}
     where company_id = ${ctx.company.companyId} and id = ${id} and direct_debit_iban is distinct from ${iban}`
}
