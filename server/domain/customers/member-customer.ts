import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { displayName, streetOf, type Recipient } from './customer.ts'

/**
 * The customer behind a recipient, as a part of a statement: `insert … from <guard> returning id`. With an external id
 * it is the one customer of the company that has it (families share a mailbox, so an e-mail address names nobody);
 * without one it is a new customer. `guard` is the CTE that must have a row for anything to happen.
 */
export function memberCustomer(ctx: Ctx, recipient: Recipient, externalId: string | null, guard: string) {
  return ctx.sql`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, phone, external_id,
                           created_at)
    select ${ctx.company.companyId}::integer, ${newId()}::uuid, ${displayName(recipient)}, ${streetOf(recipient)},
           ${recipient.address.zipCode}, ${recipient.address.city}, ${recipient.address.countryCode},
           nullif(${recipient.email}, ''), nullif(${recipient.phone.number}, ''), ${externalId},
           ${ctx.now}::timestamptz
      from ${ctx.sql(guard)}
    on conflict (company_id, external_id) where external_id is not null
      do update set external_id = excluded.external_id
    returning id`
}
