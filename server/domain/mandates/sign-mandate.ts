import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import { bringIban } from '../invoices/bring-iban.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { lockInvoice } from '../invoices/lock-invoice.ts'
import { mandateColumns, type Mandate, type MandateKind } from './mandate.ts'

/** A name as banks take it (SEPA, AT-14). */
const MAX_HOLDER = 70

export interface Consent {
  iban: string
  holderName: string
  kind: MandateKind
  /** That debits are allowed, in so many words. */
  consent: boolean
  ip: string
  userAgent: string | undefined
}

/**
 * Notes the leave that whoever holds the invoice's link gives; giving it again changes nothing. The IBAN goes on the
 * invoice, so that both APIs show it. Throws `not_found`, `invalid` (no consent, no IBAN, no name), `conflict`
 * (retracted).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicInvoice asks
export async function signMandate(
  ctx: Ctx,
  { id, token }: { id: string; token: string },
  given: Consent,
): Promise<Mandate> {
  await getPublicInvoice(ctx, id, token)
  const iban = electronicFormatIBAN(given.iban) ?? ''
  if (!isValidIBAN(iban)) throw invalid('iban', 'must be a valid IBAN')
  const holderName = given.holderName.replaceAll(/\s+/g, ' ').trim()
  if (holderName === '' || holderName.length > MAX_HOLDER)
    throw invalid('holderName', `must be a name of at most ${MAX_HOLDER} characters`)
  if (!given.consent) throw invalid('consent', 'must be true: without it there is no mandate')
  return atomically(ctx, async (tx) => {
    await lockInvoice(tx, id)
    const invoice = await getPublicInvoice(tx, id, token)
    if (invoice.retractedAt !== null) throw conflict('invoice_retracted', 'The invoice was retracted.')
    const mandateId = newId()
    const { companyId } = tx.company
    const [made] = await tx.sql<Mandate[]>`
      with mandate as (
        insert into mandates (company_id, id, customer_id, invoice_id, reference, kind, iban, holder_name, via, ip,
          user_agent, signed_at)
        values (${companyId}, ${mandateId}, ${invoice.customerId}, ${id}, ${`M-${mandateId.replaceAll('-', '')}`},
                ${given.kind}, ${iban}, ${holderName}, 'link', ${given.ip}, ${given.userAgent?.slice(0, 500) ?? null},
                ${tx.now})
        on conflict (company_id, customer_id, iban, kind) where revoked_at is null do nothing
        returning *, null as before, jsonb_build_object('reference', reference, 'kind', kind, 'invoiceId', invoice_id) as after
      ), event as (${insertEvent(tx, 'mandate.signed')} from mandate)
      select ${mandateColumns(tx)} from mandate`
    await bringIban(tx, id, iban)
    if (made) return made
    const [known] = await tx.sql<[Mandate]>`
      select ${mandateColumns(tx)} from mandates
       where company_id = ${companyId} and customer_id = ${invoice.customerId} and iban = ${iban}
         and kind = ${given.kind} and revoked_at is null`
    return known
  })
}
