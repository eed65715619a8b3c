import { findEndpoint } from './endpoint.ts'
import { forgetChanges } from './run-round.ts'
import { markFailing, openLine, send, type NotificationDeps, type Sent } from './send.ts'
import type { TellPartnerJob } from './tell-job.ts'
import { tellResults } from './tell-results.ts'

/**
 * Tells a partner at once of a change of one invoice, or how a payment ended; once: what is not confirmed waits for the
 * next round; when no answer came, so does everything after it. Undefined when there is nothing to tell, or not now.
 */
export async function tellAtOnce(deps: NotificationDeps, job: TellPartnerJob): Promise<Sent | undefined> {
  const { sql } = deps
  const { partnerId, companyId, invoiceId, paymentId } = job
  const endpoint = await findEndpoint(sql, partnerId)
  if (!endpoint || endpoint.failingSince !== null) return undefined
  const line = await openLine(deps, endpoint)
  if (!line) return undefined
  let sent: Sent
  if (paymentId !== undefined) sent = await tellResults(deps, line, { companyId, paymentId })
  else {
    if (invoiceId === undefined || !endpoint.realtime) return undefined
    const rows = await sql<{ seq: number }[]>`
      select event_seq as seq from partner_changes
       where company_id = ${companyId} and partner_id = ${partnerId} and subject_id = ${invoiceId}`
    // A round, or the job of an earlier change, has told it meanwhile.
    if (rows.length === 0) return undefined
    const content = deps.contract.changes([{ companyId, id: invoiceId }], [])
    sent = await send(deps, line, content, { kind: 'realtime', invoices: 1, imports: 0 })
    if (sent === 'confirmed')
      await forgetChanges(sql, partnerId, [{ companyId, seqs: rows.map(({ seq }) => seq) }])
  }
  if (sent === 'unreachable') await markFailing(sql, partnerId, deps.now())
  return sent
}
