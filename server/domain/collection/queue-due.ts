import { transaction, type Ctx, type Db } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { isOpen, waits } from './chased.ts'
import { newMessageCode } from './message-code.ts'
import { markOverdue } from './mark-overdue.ts'
import { planAnew } from './plan-anew.ts'
import { channelsOf, channelsUsed, dueAfter, nextStep, type Step } from './schedule.ts'
import type { CollectionSettings } from './settings.ts'

/** Invoices in one transaction. */
const AT_ONCE = 1000
/** What waits for something that does not announce itself is looked at again after so long. */
const LOOK_AGAIN_MINUTES = 30

/** A batch at work. */
export interface Collected {
  batchId: string
  settings: CollectionSettings
}

/**
 * Takes invoices of a batch that are due one step and queues its messages: e-mail where there is an address, text and
 * letter where the settings say so and there is where to. Where the address was found to be none, or its reader called a
 * mail of this invoice spam, the next channel that the batch uses at all takes the place of the e-mail. What is settled
 * meanwhile is put to rest. Of many workers none takes what another has. Returns how many invoices it took, and whether there may be more.
 */
// oxlint-disable-next-line house/ask-permission -- the engine's own
export async function queueDue(
  ctx: Ctx & { sql: Db },
  { batchId, settings }: Collected,
  step: Step,
): Promise<{ count: number; full: boolean }> {
  const { sms, letter } = channelsOf(settings, step)
  const used = channelsUsed(settings)
  const { companyId } = ctx.company
  const following = nextStep(settings, step)
  // Nobody could be told of the chargeback: what it came before goes on a fortnight later.
  const nextAt = dueAfter(ctx.now, ctx.company.timeZone, following?.afterDays ?? 14)
  return transaction(ctx.sql, async (sql) => {
    const inside = { ...ctx, sql }
    await planAnew(sql)
    if (step === 'overdue') {
      const marked = await markOverdue(inside, { batchId, settings }, AT_ONCE)
      return { count: marked, full: marked === AT_ONCE }
    }
    const places = Array.from({ length: AT_ONCE * 3 }, () => ({
      id: newId(),
      code: newMessageCode(companyId),
    }))
    const [{ taken }] = await sql<[{ taken: number }]>`
      with due as materialized (
        select c.company_id, c.id, c.batch_id, c.round, c.resume_step from collections c
         where c.company_id = ${companyId} and c.batch_id = ${batchId} and c.next_step = ${step}
           and c.next_at <= ${ctx.now} and c.paused_at is null
         order by c.next_at, c.id limit ${AT_ONCE} for update skip locked
      ), looked as materialized (
        select d.*, i.recipient, ${isOpen(inside)} as is_open, ${waits(inside)} as is_waiting,
               exists (select from mails b
                        where b.company_id = d.company_id and b.about_id = d.id and b.template = 'collection-message'
                          and lower(b.to_address) = lower(i.recipient->>'email')
                          and (b.bounce_kind = 'permanent' or b.complained_at is not null)) as is_dead,
               exists (select from collection_messages b
                        where b.company_id = d.company_id and b.invoice_id = d.id and b.channel = 'SMS'
                          and (b.report = 'bounced' or b.state = 'failed')) as is_mute
          from due d join invoices i on i.company_id = d.company_id and i.id = d.id
      ), addressed as (
        select l.company_id, l.id, l.batch_id, l.round, a.channel,
               row_number() over (order by l.id, a.channel) as place
          from looked l, lateral (
            select 'EMAIL' as channel where l.recipient->>'email' <> '' and not l.is_dead
            union all
            select 'SMS' where (${sms}::boolean or l.is_dead and ${used.sms}::boolean and not l.is_mute)
               and l.recipient->'phone'->>'number' <> ''
            union all
            select 'LETTER' where (${letter}::boolean or l.is_dead and ${used.letter}::boolean and
                (l.is_mute or not ${used.sms}::boolean or l.recipient->'phone'->>'number' = ''))
               and l.recipient->'address'->>'address1' <> ''
               and l.recipient->'address'->>'zipCode' <> '' and l.recipient->'address'->>'city' <> ''
          ) a
         where l.is_open and not l.is_waiting
      ), message as (
        insert into collection_messages (company_id, id, invoice_id, batch_id, step, round, channel, code, state, queued_at)
        select a.company_id, p.id, a.id, a.batch_id, ${step}, case when ${step} = 'chargeback' then a.round else 0 end,
               a.channel, p.code, 'queued', ${ctx.now}::timestamptz
          from addressed a
          join jsonb_array_elements(${sql.json(places)}::jsonb) with ordinality as e (place, number) on e.number = a.place,
               lateral (select (e.place->>'id')::uuid as id, e.place->>'code' as code) p
        on conflict (company_id, invoice_id, step, round, channel) do nothing
        returning company_id, invoice_id
      ), moved as (
        update collections c
           set next_at = case
                 when not l.is_open then null
                 when l.is_waiting then ${ctx.now}::timestamptz + make_interval(mins => ${LOOK_AGAIN_MINUTES})
                 when exists (select from message m where m.invoice_id = c.id) then null
                 when ${step} = 'chargeback' and c.resume_step is not null or ${following !== undefined}::boolean
                   then ${nextAt}::timestamptz end,
               next_step = case
                 when not l.is_open or l.is_waiting or exists (select from message m where m.invoice_id = c.id)
                   then c.next_step
                 when ${step} = 'chargeback' then c.resume_step
                 else ${following?.step ?? null}::text end
          from looked l
         where c.company_id = l.company_id and c.id = l.id
        returning 1
      )
      select count(*) as taken from moved`
    return { count: taken, full: taken === AT_ONCE }
  })
}
