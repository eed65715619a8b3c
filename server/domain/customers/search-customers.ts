import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { customerColumns } from './customer-columns.ts'
import type { Customer } from './customer.ts'

export interface CustomerFilter {
  /** The whole address, in any case. */
  email?: string
  /** How the name begins, in any case. */
  nameBegins?: string
  /** The partner's own id. */
  externalId?: string
  /** Beginnings of words of the name, the city, the e-mail address, the phone and the partner's id; all of them are to be found. */
  words?: string
  groupId?: string
  /** One of these. */
  ids?: string[]
}

/** A minus is descending. */
export const customerOrders = ['-createdAt', 'createdAt', 'companyName', '-companyName'] as const
export type CustomerOrder = (typeof customerOrders)[number]

/** Sorts behind every letter. */
const LAST = '\u{10ffff}'

/**
 * Some of the company's customers, in order; names by their letters in lower case. The beginning of a name wants an order
 * by names: in any other its cost would grow with the table. Throws `forbidden`.
 */
export async function searchCustomers(
  ctx: Ctx,
  { email, nameBegins, externalId, words, groupId, ids }: CustomerFilter,
  order: CustomerOrder,
  { after, offset, limit }: Stretch,
): Promise<Page<Keyed<Customer>>> {
  allow(ctx.actor, 'customers:read')
  const { sql } = ctx
  const byName = order === 'companyName' || order === '-companyName'
  const name = sql`(lower(c.name) collate "C")`
  const key = byName ? name : sql`c.created_at`
  const descending = order.startsWith('-')
  const begins =
    nameBegins === undefined
      ? sql``
      : sql`
       and ${name} >= lower(${nameBegins}) and ${name} < lower(${nameBegins}) || ${LAST}`
  const rows = await sql<Keyed<Customer>[]>`
    select ${customerColumns(ctx)}, ${key} as key from customers c
     where c.company_id = ${ctx.company.companyId}
       ${email === undefined ? sql`` : sql`and lower(c.email) = lower(${email})`}
       ${externalId === undefined ? sql`` : sql`and c.external_id = ${externalId}`}
       ${
         words === undefined
           ? sql``
           : sql`and customer_words(c.company_id, c.name, c.email, c.phone, c.city, c.external_id)
                       @@ invoice_query(${ctx.company.companyId}, ${words})`
       }
       ${
         groupId === undefined
           ? sql``
           : sql`and c.id in (select m.customer_id from customer_group_members m
                               where m.company_id = ${ctx.company.companyId} and m.group_id = ${groupId})`
       }
       ${ids === undefined ? sql`` : sql`and c.id = any(${ids}::uuid[])`}
       ${begins}
       ${after ? sql`and (${key}, c.id) ${descending ? sql`<` : sql`>`} (${after.key}::${byName ? sql`text` : sql`timestamptz`}, ${after.id}::uuid)` : sql``}
     order by ${descending ? sql`${key} desc, c.id desc` : sql`${key}, c.id`}
     limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}
