import { send, type Line, type NotificationDeps, type OwedResult, type Sent } from './send.ts'

interface Notice extends OwedResult {
  noticeId: string
}

/** At most so many results in one go; the rest is for the next. */
const AT_ONCE = 1000
const MOST_REFUSALS = 3

/**
 * Tells a partner how payments ended: of one payment, or of all that is owed. One request each; those of one payment in the
 * order in which they came, so that after a failure the later ones wait. `confirmed` when nothing is owed any more.
 */
export async function tellResults(
  deps: NotificationDeps,
  line: Line,
  only: { companyId: number; paymentId: string } | undefined,
): Promise<Sent> {
  const { sql, contract } = deps
  const { partnerId } = line.endpoint
  const one = only ? sql`and n.company_id = ${only.companyId} and n.payment_id = ${only.paymentId}` : sql``
  const notices = await sql<Notice[]>`
    select n.id as "noticeId", n.company_id as "companyId", c.id as "companyUuid", p.id, p.own_id as "ownId",
           p.invoice_id as "invoiceId", p.external_number as "externalNumber", p.method, n.result
      from partner_payment_notices n
      join partner_payments p on p.company_id = n.company_id and p.id = n.payment_id
      join companies c on c.company_id = n.company_id
     where n.partner_id = ${partnerId} ${one}
     order by n.seq limit ${AT_ONCE}`
  const waiting = new Set<string>()
  let refusals = 0
  for (const { noticeId, ...result } of notices) {
    if (waiting.has(result.id)) continue
    const sent = await send(deps, line, contract.payment(result), {
      kind: 'payment',
      invoices: 0,
      imports: 0,
    })
    if (sent === 'unreachable') return sent
    if (sent === 'refused') {
      waiting.add(result.id)
      refusals += 1
      if (refusals === MOST_REFUSALS) return sent
      continue
    }
    refusals = 0
    await sql`delete from partner_payment_notices where company_id = ${result.companyId} and id = ${noticeId}`
  }
  return waiting.size > 0 || notices.length === AT_ONCE ? 'refused' : 'confirmed'
}
