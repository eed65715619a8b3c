import { transaction, type Ctx, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import type { Clock } from '../../kernel/time.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import { permissionsOfRole, type Role } from '../staff/role.ts'
import type { BulkAction } from './bulk.ts'
import { addBulkJob, type BulkJob } from './bulk-job.ts'
import { doToInvoice } from './do-to-invoice.ts'

/** Invoices in one run of the job: others get their turn, and a process that is to stop can. */
const AT_ONCE = 200
/** What fails for no reason of its own is tried so often. */
const MAX_ATTEMPTS = 3

interface Item {
  invoiceId: string
  userId: string
  role: Role | null
  action: BulkAction
}

/**
 * Goes on with a bulk: invoice by invoice, each in a transaction of its own. May be run at any time, by any number of workers,
 * and be stopped anywhere. Throws what is nobody's fault, such as a database that went away: the job is run again then.
 */
export async function runBulk(
  { sql, clock }: { sql: Db; clock: Clock },
  { companyId, bulkId }: BulkJob,
): Promise<{ done: number }> {
  const company = await findCompany(sql, companyId)
  if (!company) return { done: 0 }
  const system = (): Ctx & { sql: Db } => ({
    sql,
    company,
    actor: { kind: 'system', id: 'invoice-bulks', permissions: 'all' },
    now: clock.now(),
  })
  for (let done = 0; done < AT_ONCE; done += 1)
    if (!(await doNext(system(), bulkId))) {
      await endBulk(system(), bulkId)
      return { done }
    }
  await sql`select ${addBulkJob(sql, { company }, bulkId)}`
  return { done: AT_ONCE }
}

/** Does it to one invoice. False where none is left for this worker. */
async function doNext(ctx: Ctx & { sql: Db }, bulkId: string): Promise<boolean> {
  let item: Item | undefined
  try {
    await transaction(ctx.sql, async (sql) => {
      item = await takeItem({ ...ctx, sql }, bulkId)
      if (!item) return
      const { userId, role, action, invoiceId } = item
      const permissions = role === null ? new Set<never>() : permissionsOfRole[role]
      await doToInvoice({ ...ctx, sql, actor: { kind: 'user', id: userId, permissions } }, invoiceId, action)
    })
  } catch (error) {
    if (!item) throw error
    if (error instanceof BalieError) await noteFailure(ctx, bulkId, item.invoiceId, error)
    else await noteAttempt(ctx, bulkId, item.invoiceId)
  }
  return item !== undefined
}

/** The next invoice, taken and noted as done: that holds if the rest of the transaction does. A bulk that is being canceled waits for it. */
async function takeItem(ctx: Ctx & { sql: Tx }, bulkId: string): Promise<Item | undefined> {
  const [item] = await ctx.sql<Item[]>`
    with next as (
      select n.company_id, n.bulk_id, n.invoice_id, b.user_id, b.action, b.params
        from invoice_bulk_items n join invoice_bulks b on b.company_id = n.company_id and b.id = n.bulk_id
       where n.company_id = ${ctx.company.companyId} and n.bulk_id = ${bulkId} and n.state = 'waiting'
         and b.state = 'running'
       order by n.attempts, n.invoice_id limit 1 for update of n skip locked for share of b
    ), taken as (
      update invoice_bulk_items n set state = 'done' from next
       where n.company_id = next.company_id and n.bulk_id = next.bulk_id and n.invoice_id = next.invoice_id
    )
    select next.invoice_id as "invoiceId", next.user_id as "userId", m.role,
           json_build_object('action', next.action, 'params', next.params) as action
      from next left join memberships m on m.company_id = next.company_id and m.user_id = next.user_id`
  return item
}

/** What the domain refused: the reason stays with the invoice. */
async function noteFailure(
  ctx: Ctx & { sql: Db },
  bulkId: string,
  invoiceId: string,
  { code, about, message }: Pick<BalieError, 'code' | 'about' | 'message'>,
): Promise<void> {
  await ctx.sql`
    update invoice_bulk_items set state = 'failed', reason = ${code === 'conflict' ? about : code}, message = ${message}
     where company_id = ${ctx.company.companyId} and bulk_id = ${bulkId} and invoice_id = ${invoiceId}
       and state = 'waiting'`
}

/** A fault of ours, or of the moment: after the others once more, and not for ever. Where the database is away, so is this. */
async function noteAttempt(ctx: Ctx & { sql: Db }, bulkId: string, invoiceId: string): Promise<void> {
  await ctx.sql`
    update invoice_bulk_items
       set attempts = attempts + 1,
           state = case when attempts + 1 >= ${MAX_ATTEMPTS} then 'failed' else state end, reason = 'internal',
           message = 'Something went wrong on our side.'
     where company_id = ${ctx.company.companyId} and bulk_id = ${bulkId} and invoice_id = ${invoiceId}
       and state = 'waiting'`
}

/** Once nothing is waiting; what another worker is at is. */
async function endBulk(ctx: Ctx & { sql: Db }, bulkId: string): Promise<void> {
  await ctx.sql`
    with b as (
      update invoice_bulks b set state = 'done', ended_at = ${ctx.now}::timestamptz
       where b.company_id = ${ctx.company.companyId} and b.id = ${bulkId} and b.state = 'running'
         and not exists (select from invoice_bulk_items n
                          where n.company_id = b.company_id and n.bulk_id = b.id and n.state = 'waiting')
      returning company_id, id, null as before, null as after
    ), event as (${insertEvent(ctx, 'invoice_bulk.ended')} from b)
    select 1 from b`
}
