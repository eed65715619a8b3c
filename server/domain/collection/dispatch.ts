import { actorName, transaction, type Ctx, type Db, type Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { addFees } from '../invoices/add-fees.ts'
import { insertMails } from '../mails/insert-mails.ts'
import { openLetterRun } from './letter-run.ts'
import { feesOf, localeOf, messageOf, postalLines, takeLeaving, type Leaving } from './leaving.ts'
import type { CollectionMessage } from './message.ts'
import { GENUINE_PATH, shortLink } from './message-code.ts'
import type { Collected } from './queue-due.ts'
import { dueAfter, mayLeave, nextStep } from './schedule.ts'
import { addSendSmsJob } from './send-sms-job.ts'
import type { CollectionSettings } from './settings.ts'

/** Messages in one transaction. */
const AT_ONCE = 500

/**
 * Lets queued messages of a batch go, as many as the throttle leaves for this minute, in the hours of its window. Each
 * is looked at once more under the locks of its collection and its invoice: what was paid or retracted meanwhile is taken
 * out, what is paused stays. Fees are added here, so that they stand in the message that brings them; the wait for the
 * next step begins here. One worker at a time does this for a batch. Returns how many left the queue.
 */
// oxlint-disable-next-line house/ask-permission -- the engine's own
export async function dispatch(ctx: Ctx & { sql: Db }, { batchId, settings }: Collected): Promise<number> {
  if (!mayLeave(ctx.now, ctx.company.timeZone, settings.window)) return 0
  return transaction(ctx.sql, async (sql) => {
    const inside = { ...ctx, sql }
    const left = await throttleLeft(inside, batchId, settings)
    if (left <= 0) return 0
    const taken = await takeLeaving(inside, batchId, Math.min(left, AT_ONCE))
    if (taken.length === 0) return 0
    const leaving = taken.filter((row) => row.isOpen)
    await takeOut(
      inside,
      taken.filter((row) => !row.isOpen),
    )
    await useThrottle(inside, batchId, leaving.length)
    const fees = feesOf(leaving, settings)
    await addFees(inside, fees)
    const feeOf = new Map(fees.map(({ invoiceId, cents }) => [invoiceId, cents]))
    const messages = leaving.map((row) => ({
      row,
      says: messageOf(row, feeOf.get(row.invoiceId) ?? 0, settings),
    }))
    await handOver(inside, batchId, messages)
    await moveOn(
      inside,
      leaving,
      settings,
      fees.filter(({ subtype }) => subtype === 'late_payment_fee').map(({ invoiceId }) => invoiceId),
    )
    return taken.length
  })
}

/** How many messages may still leave in the minute at hand; none while another worker is at this batch. */
async function throttleLeft(
  ctx: Ctx & { sql: Tx },
  batchId: string,
  { throttlePerMinute }: CollectionSettings,
): Promise<number> {
  const [batch] = await ctx.sql<{ used: number }[]>`
    select case when throttle_minute = date_trunc('minute', ${ctx.now}::timestamptz) then throttle_used else 0 end as used
      from batch_settings where company_id = ${ctx.company.companyId} and id = ${batchId}
       for update skip locked`
  return batch ? throttlePerMinute - batch.used : 0
}

async function useThrottle(ctx: Ctx & { sql: Tx }, batchId: string, count: number): Promise<void> {
  await ctx.sql`
    update batch_settings
       set throttle_minute = date_trunc('minute', ${ctx.now}::timestamptz),
           throttle_used = ${count} + case
             when throttle_minute = date_trunc('minute', ${ctx.now}::timestamptz) then throttle_used else 0 end
     where company_id = ${ctx.company.companyId} and id = ${batchId}`
}

/** Nothing is to be collected any more: what was not said is not said. A chargeback would begin that step anew. */
async function takeOut(ctx: Ctx & { sql: Tx }, rows: Leaving[]): Promise<void> {
  if (rows.length === 0) return
  await ctx.sql`
    delete from collection_messages
     where company_id = ${ctx.company.companyId} and id = any(${rows.map(({ id }) => id)}::text[]::uuid[])`
}

interface Message {
  row: Leaving
  says: CollectionMessage
}

/** Each message to its channel: a mail and its job, the job of a text, the letter run. */
async function handOver(ctx: Ctx & { sql: Tx }, batchId: string, messages: Message[]): Promise<void> {
  if (messages.length === 0) return
  const { sql, now, company } = ctx
  const letters = messages.filter(({ row }) => row.channel === 'LETTER').length
  const runId = letters === 0 ? null : await openLetterRun(ctx, batchId, letters)
  const rows = messages.map(({ row, says }) => ({
    id: row.id,
    invoice_id: row.invoiceId,
    event_id: newId(),
    to_address: addressOf(row),
    locale: localeOf(ctx, row.locale),
    params: says,
  }))
  await insertMails(
    ctx,
    messages
      .filter(({ row }) => row.channel === 'EMAIL')
      .map(({ row, says }) => ({
        id: row.id,
        to: row.recipient.email,
        locale: localeOf(ctx, row.locale),
        template: 'collection-message' as const,
        params: { ...says, url: shortLink(row.code), check: GENUINE_PATH },
        about: { kind: 'invoice', id: row.invoiceId },
      })),
  )
  await sql`
    with said as (
      select * from jsonb_to_recordset(${sql.json(rows as never)}::jsonb)
        as s (id uuid, invoice_id uuid, event_id uuid, to_address text, locale text, params jsonb)
    ), message as (
      update collection_messages m
         set state = 'sending', to_address = s.to_address, locale = s.locale, params = s.params,
             letter_run_id = case when m.channel = 'LETTER' then ${runId}::uuid end
        from said s
       where m.company_id = ${company.companyId} and m.id = s.id
      returning m.company_id, m.id, m.invoice_id, m.channel, m.step, s.event_id
    ), sms_job as (
      select ${addSendSmsJob(sql, now)} from message where channel = 'SMS'
    ), event as (
      insert into events (company_id, id, type, subject_id, actor, at, before, after)
      select company_id, event_id, 'invoice.message_sent', invoice_id, ${actorName(ctx.actor)}, ${now}::timestamptz, null,
             jsonb_build_object('messageId', id, 'channel', channel, 'step', step)
        from message
    )
    select count(*) from sms_job`
}

const addressOf = ({ channel, recipient }: Leaving): string =>
  channel === 'EMAIL'
    ? recipient.email
    : channel === 'SMS'
      ? recipient.phone.number
      : postalLines(recipient).join('\n')

/** The wait for the next step begins when the last message of this one leaves, whenever it was due. */
async function moveOn(
  ctx: Ctx & { sql: Tx },
  leaving: Leaving[],
  settings: CollectionSettings,
  charged: string[],
): Promise<void> {
  if (leaving.length === 0) return
  const { sql, now, company } = ctx
  const rows = [...new Map(leaving.map((row) => [row.invoiceId, row])).values()].map((row) => {
    const following = nextStep(settings, row.step, row.resumeStep)
    return {
      id: row.invoiceId,
      step: row.step,
      next_step: following?.step ?? null,
      next_at: following ? dueAfter(now, company.timeZone, following.afterDays).toISOString() : null,
      charged: charged.includes(row.invoiceId),
    }
  })
  await sql`
    with moved as (
      select s.*, exists (select from collection_messages m
                           where m.company_id = ${company.companyId} and m.invoice_id = s.id and m.state = 'queued') as more
        from jsonb_to_recordset(${sql.json(rows)}::jsonb)
          as s (id uuid, step text, next_step text, next_at timestamptz, charged boolean)
    )
    update collections c
       set last_step = s.step, last_at = ${now},
           next_step = case when s.more then c.next_step else s.next_step end,
           next_at = case when s.more then null else s.next_at end,
           resume_step = case when s.step = 'chargeback' and not s.more then null else c.resume_step end,
           late_fee_at = case when s.charged then ${now} else c.late_fee_at end,
           final_notice_at = case when s.step = 'final_notice' then ${now} else c.final_notice_at end
      from moved s
     where c.company_id = ${company.companyId} and c.id = s.id`
}
