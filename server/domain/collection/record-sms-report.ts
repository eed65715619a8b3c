import type { Ctx } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'

/**
 * Notes what the provider says became of a text message: that it was delivered, or that it never will be. The last word
 * counts; a message that is not ours, or never left, is passed over.
 */
// oxlint-disable-next-line house/ask-permission -- who calls has shown the secret of the address
export async function recordSmsReport(
  ctx: Ctx,
  { messageId, delivered, reason }: { messageId: string; delivered: boolean; reason: string | null },
): Promise<boolean> {
  const report = delivered ? 'delivered' : 'bounced'
  const rows = await ctx.sql`
    with message as (
      update collection_messages
         set report = ${report}, reported_at = ${ctx.now}::timestamptz,
             error = case when ${delivered} then error else ${reason} end
       where company_id = ${ctx.company.companyId} and id = ${messageId} and channel = 'SMS' and state in ('sending', 'sent')
         and report is distinct from ${report}
      returning company_id, invoice_id as id, null as before,
                jsonb_build_object('messageId', id, 'channel', channel, 'report', report) as after
    ), event as (
      ${insertEvent(ctx, 'invoice.message_failed')} from message where ${!delivered}
    )
    select id from message`
  return rows.length > 0
}
