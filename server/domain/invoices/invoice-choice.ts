import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { dayIn, type PlainDate } from '../../kernel/time.ts'

/**
 * Where an invoice is, as its company looks at it. `draft`: its import was not transmitted; `overdue`: open past its due
 * day.
 */
export const invoiceStates = ['draft', 'open', 'overdue', 'paid', 'retracted'] as const
export type InvoiceState = (typeof invoiceStates)[number]

/** What is looked for: a state, where `open` includes what is overdue; or what stands beside it. */
export const chosenStates = [...invoiceStates, 'paused', 'disputed'] as const
export type ChosenState = (typeof chosenStates)[number]

/** Which invoices are meant: those that fit all that is asked. */
export interface InvoiceChoice {
  state?: ChosenState
  batchId?: string
  customerId?: string
  /** Beginnings of words of the numbers, the reference, the name and the e-mail address; all of them are to be found. */
  words?: string
  /** As invoiced; both ends included. */
  amountFromCents?: number
  amountToCents?: number
  dueFrom?: PlainDate
  dueTo?: PlainDate
}

/** The rows `i` (invoice), `b` (batch), `c` (collection) and `t` (ticket) of invoices. */
export const invoiceTables = (ctx: Ctx) => ctx.sql`
  invoices i
  join batches b on b.company_id = i.company_id and b.id = i.batch_id
  left join collections c on c.company_id = i.company_id and c.id = i.id
  left join tickets t on t.company_id = i.company_id and t.invoice_id = i.id`

/** The day that it is to be paid by, of those rows. */
export const dueDay = (ctx: Ctx) => ctx.sql`coalesce(i.due_on, c.due_on)`

/** Whether it is past its due day, of those rows; only of an open one is that said. */
export const isLate = (ctx: Ctx) =>
  ctx.sql`coalesce(i.due_on, c.due_on) < ${dayIn(ctx.now, ctx.company.timeZone)}::date`

/** Where it is, of those rows: an `InvoiceState`. */
export const stateOf = (ctx: Ctx) => ctx.sql`
  case when i.retracted_at is not null then 'retracted' when i.paid_at is not null then 'paid'
       when b.transmitted_at is null then 'draft' when ${isLate(ctx)} then 'overdue' else 'open' end`

function ofState(ctx: Ctx, state: ChosenState) {
  const { sql } = ctx
  const unpaid = sql`(case when i.paid_at is null then 0 else 1 end) = 0 and i.retracted_at is null`
  switch (state) {
    case 'draft':
      return sql`and ${unpaid} and b.transmitted_at is null`
    case 'open':
      return sql`and ${unpaid} and b.transmitted_at is not null`
    case 'overdue':
      return sql`and ${unpaid} and b.transmitted_at is not null and ${isLate(ctx)}`
    case 'paid':
      return sql`and (case when i.paid_at is null then 0 else 1 end) = 1 and i.retracted_at is null`
    case 'retracted':
      return sql`and i.retracted_at is not null`
    case 'paused':
      return sql`and ${unpaid} and c.paused_at is not null`
    case 'disputed':
      return sql`and i.retracted_at is null and exists (
        select from line_disputes d
         where d.company_id = i.company_id and d.invoice_id = i.id and d.settled_at is null)`
  }
}

/** The condition on `invoiceTables` that the company's invoices meet which fit the choice. */
export function fits(ctx: Ctx, choice: InvoiceChoice) {
  const { sql } = ctx
  const { companyId } = ctx.company
  const given = <T>(value: T | undefined, condition: (value: T) => Fragment) =>
    value === undefined ? sql`` : condition(value)
  return sql`
    i.company_id = ${companyId}
    ${given(choice.state, (state) => ofState(ctx, state))}
    ${given(choice.batchId, (id) => sql`and i.batch_id = ${id}`)}
    ${given(choice.customerId, (id) => sql`and i.customer_id = ${id}`)}
    ${given(choice.amountFromCents, (cents) => sql`and i.amount_cents >= ${cents}`)}
    ${given(choice.amountToCents, (cents) => sql`and i.amount_cents <= ${cents}`)}
    ${given(choice.dueFrom, (day) => sql`and ${dueDay(ctx)} >= ${day}::date`)}
    ${given(choice.dueTo, (day) => sql`and ${dueDay(ctx)} <= ${day}::date`)}
    ${given(
      choice.words,
      (words) => sql`and invoice_words(i.company_id, i.external_number, i.number, i.reference, i.recipient)
                         @@ invoice_query(${companyId}, ${words})`,
    )}`
}
