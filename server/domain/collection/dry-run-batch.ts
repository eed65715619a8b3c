import { atomically, type Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'
import { isOpen, waits } from './chased.ts'
import { planAnew } from './plan-anew.ts'
import { getBatchSettings } from './get-batch-settings.ts'
import { problemsOf, type Facts, type Problem } from './problems.ts'
import { rehearse, type Alike, type Rehearsal } from './rehearse.ts'

/** An invoice whose customer no message would reach. */
export interface Unreachable {
  id: string
  externalNumber: string
  recipient: Recipient
  /** What of a customer is not known that a message could go to. */
  lacks: ('email' | 'phone' | 'address')[]
}

/** What transmitting a batch would do now. */
export interface DryRun extends Rehearsal {
  invoices: number
  problems: Problem[]
  /** The first of those that cannot be reached. */
  unreachableInvoices: Unreachable[]
}

const SHOWN = 100

const hasEmail = (ctx: Ctx) => ctx.sql`i.recipient->>'email' <> ''`
const hasPhone = (ctx: Ctx) => ctx.sql`i.recipient->'phone'->>'number' <> ''`
const hasPost = (ctx: Ctx) => ctx.sql`(i.recipient->'address'->>'address1' <> ''
  and i.recipient->'address'->>'zipCode' <> '' and i.recipient->'address'->>'city' <> '')`

/**
 * What transmitting the batch would do, if nobody paid: messages and sums of each step by channel, fees, days, whom nothing
 * reaches, and what is wrong. Of one that was transmitted: what it would have done. `sandbox`: companies without a provider are
 * paid at the test bank. Throws `forbidden`, `not_found`.
 */
export async function dryRunBatch(
  ctx: Ctx,
  batchId: string,
  { sandbox }: { sandbox: boolean },
): Promise<DryRun> {
  allow(ctx.actor, 'invoices:read')
  const settings = await getBatchSettings(ctx, batchId)
  const { companyId, timeZone } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    await planAnew(sql)
    const [facts] = await sql<(Facts & { transmittedAt: string | null })[]>`
      select b.transmitted_at as "transmittedAt", b.expected_invoices_count as expected,
             (select count(*) from invoices i where i.company_id = b.company_id and i.batch_id = b.id) as invoices,
             (select count(*) from invoices i
               where i.company_id = b.company_id and i.batch_id = b.id and exists (
                 select from invoices o where o.company_id = i.company_id and o.external_number = i.external_number
                                          and o.id <> i.id)) as "sameNumber",
             c.iban is not null as "hasIban", c.address is not null as "hasAddress",
             exists (select from payment_connections p where p.company_id = b.company_id) as "hasProvider",
             exists (select from sms_connections s where s.company_id = b.company_id) as "hasSms"
        from batches b join companies c on c.company_id = b.company_id
       where b.company_id = ${companyId} and b.id = ${batchId}`
    if (!facts) throw notFound('batch')
    const from = facts.transmittedAt === null ? ctx.now : new Date(facts.transmittedAt)
    const groups = await sql<Alike[]>`
      select coalesce(i.due_on, ${dayIn(from, timeZone)}::date + ${settings.dueDays}::integer) as "dueOn",
             ${hasEmail(ctx)} as email, ${hasPhone(ctx)} as phone, ${hasPost(ctx)} as post, ${isOpen(ctx)} as "isOpen",
             coalesce(t.state = 'unanswered', false) or ${isOpen(ctx)} and ${waits(ctx)} as "isHeld",
             count(*) as count, sum(i.outstanding_cents)::bigint as "outstandingCents"
        from invoices i left join tickets t on t.company_id = i.company_id and t.invoice_id = i.id
       where i.company_id = ${companyId} and i.batch_id = ${batchId}
       group by 1, 2, 3, 4, 5, 6`
    const rehearsal = rehearse(groups, settings, from, timeZone)
    const steps = [
      settings.request1,
      settings.request2,
      settings.reminder1,
      settings.reminder2,
      settings.reminder3,
    ]
    const sms = steps.some((step) => step?.sms)
    const letter = steps.some((step) => step?.letter)
    const unreachable = await sql<(Omit<Unreachable, 'lacks'> & { phone: boolean; post: boolean })[]>`
      select i.id, i.external_number as "externalNumber", i.recipient, ${hasPhone(ctx)} as phone, ${hasPost(ctx)} as post
        from invoices i
       where i.company_id = ${companyId} and i.batch_id = ${batchId} and ${isOpen(ctx)} and not ${hasEmail(ctx)}
         and not (${sms}::boolean and ${hasPhone(ctx)}) and not (${letter}::boolean and ${hasPost(ctx)})
       order by i.id limit ${SHOWN}`
    return {
      ...rehearsal,
      invoices: facts.invoices,
      problems: problemsOf({ ...facts, hasProvider: facts.hasProvider || sandbox }, settings, rehearsal),
      unreachableInvoices: unreachable.map(({ phone, post, ...invoice }) => ({
        ...invoice,
        lacks: ['email', ...(phone ? [] : ['phone']), ...(post ? [] : ['address'])] as Unreachable['lacks'],
      })),
    }
  })
}
