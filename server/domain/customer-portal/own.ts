import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'

/** The address of the customer who asks, in lower case. Throws `forbidden` for anybody who is none. */
export function ownAddress({ actor }: Ctx): string {
  if (actor.kind !== 'customer') throw new BalieError('forbidden', 'customer', 'This is for customers only.')
  return actor.email
}

/** A condition: the column names a customer of the one who asks. Several may share an address: they are all of them. */
export const ofOwnCustomer = (ctx: Ctx, column: Fragment) => ctx.sql`
  ${column} in (select own.id from customers own
                 where own.company_id = ${ctx.company.companyId} and lower(own.email) = ${ownAddress(ctx)})`

/** A condition: the invoice `i` is of such a customer or was made out to the address, and was sent. */
export const ownInvoice = (ctx: Ctx) => ctx.sql`
  i.company_id = ${ctx.company.companyId}
  and (${ofOwnCustomer(ctx, ctx.sql`i.customer_id`)}
       or (i.recipient ->> 'email' <> '' and lower(i.recipient ->> 'email') = ${ownAddress(ctx)}))
  and exists (select from batches b
               where b.company_id = i.company_id and b.id = i.batch_id and b.transmitted_at is not null)`

/** A condition: the appointment `a` is of such a customer, or the address was invited. */
export const ownAppointment = (ctx: Ctx) => ctx.sql`
  a.company_id = ${ctx.company.companyId}
  and (${ofOwnCustomer(ctx, ctx.sql`a.customer_id`)}
       or (a.attendee_email <> '' and lower(a.attendee_email) = ${ownAddress(ctx)}))`

/** A condition: the conversation `t` is of such a customer, or about an invoice of theirs. Live chats stay in the chat. */
export const ownTicket = (ctx: Ctx) => ctx.sql`
  t.company_id = ${ctx.company.companyId} and t.source <> 'chat'
  and (${ofOwnCustomer(ctx, ctx.sql`t.customer_id`)}
       or t.invoice_id in (select i.id from invoices i where ${ownInvoice(ctx)}))`
