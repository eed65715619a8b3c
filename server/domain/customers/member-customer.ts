import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import { displayName, streetOf, type Recipient } from './customer.ts'

/**
 * CTEs of which `customer` has the id of the customer behind a recipient. With an external id it is the one customer of
 * the company that has it (families share a mailbox, so an e-mail address names nobody); without one it is a new
 * customer. Nothing is made unless the CTE `guard` has a row.
 */
export function memberCustomer(ctx: Ctx, recipient: Recipient, externalId: string | null, guard: string) {
  return ctx.sql`
    customer as (
      insert into customers (company_id, id, name, address, zip_code, city, country_code, email, phone, external_id,
                             created_at)
      select ${ctx.company.companyId}::integer, ${newId()}::uuid, ${displayName(recipient)}, ${streetOf(recipient)},
             ${recipient.address.zipCode}, ${recipient.address.city}, ${recipient.address.countryCode},
             nullif(${recipient.email}, ''), nullif(${recipient.phone.number}, ''), ${externalId},
             ${ctx.now}::timestamptz
        from ${ctx.sql(guard)}
      on conflict (company_id, external_id) where external_id is not null
        do update set external_id = excluded.external_id
      returning company_id, id, xmax = 0 as is_new, null as before, jsonb_build_object('name', name) as after
    ), customer_event as (${insertEvent(ctx, 'customer.created')} from customer where is_new)`
}
