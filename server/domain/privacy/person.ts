import type { Ctx } from '../../kernel/context.ts'

/** The ids of a person's rows, by table. */
export type PersonRows = Map<string, Set<string>>

/** Rows without an id of their own that belong to a person's, and the column that says so. */
export interface Unnamed {
  table: string
  column: string
  ids: string[]
}

/** A foreign key: rows of `child` name one of `parent` by its id in `column`. */
interface Reference {
  child: string
  parent: string
  column: string
  /** The child's rows have an id of their own. */
  named: boolean
}

/** Tables of which a row may name a person's without being the person's. */
const othersToo = new Set(['documents', 'file_share_content', 'privacy_requests'])

async function referencesOf({ sql }: Ctx): Promise<Reference[]> {
  return sql<Reference[]>`
    select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, own.attname::text as column,
           exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id'
                      and i.atttypid = 'uuid'::regtype) as named
      from pg_constraint c, unnest(c.conkey, c.confkey) as pair (own, other), pg_attribute own, pg_attribute other
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace
       and own.attrelid = c.conrelid and own.attnum = pair.own
       and other.attrelid = c.confrelid and other.attnum = pair.other and other.attname = 'id'
       and exists (select from pg_attribute t where t.attrelid = c.conrelid and t.attname = 'company_id')`
}

/** Rows that belong to a person without a foreign key that says so. */
const links = (ctx: Ctx, all: string[], addresses: string[]) => {
  const { sql } = ctx
  const { companyId } = ctx.company
  const of = (table: string, condition: ReturnType<typeof sql>) => ({ table, condition })
  return [
    of('payments', sql`subject_id = any(${all}::uuid[])`),
    of('events', sql`subject_id = any(${all}::uuid[])`),
    // A customer whom they were before, and who was deleted.
    of(
      'events',
      sql`subject_id in (select subject_id from events
                          where company_id = ${companyId} and type = 'customer.deleted'
                            and lower(before ->> 'email') = any(${addresses}))`,
    ),
    of(
      'mails',
      sql`about_id = any(${all}::uuid[]) or lower(to_address) = any(${addresses})
          or exists (select from unnest(${addresses}::text[]) address where strpos(lower(params::text), address) > 0)`,
    ),
    of(
      'files',
      sql`id in (select file_id from requested_files
                  where company_id = ${companyId} and id = any(${all}::uuid[]) and file_id is not null)`,
    ),
    of('agreement_signers', sql`lower(email) = any(${addresses})`),
    of('pending_sign_ups', sql`lower(email) = any(${addresses})`),
    of('customer_login_links', sql`email = any(${addresses})`),
    of('customer_sessions', sql`email = any(${addresses})`),
    of('customer_contact_changes', sql`lower(email) = any(${addresses})`),
    of('appointments', sql`customer_id is null and lower(attendee_email) = any(${addresses})`),
  ]
}

const lists = (rows: PersonRows): string[] => [...rows.values()].flatMap((ids) => [...ids])

/**
 * Every row of the company that is about the person: from their customer along the foreign keys, and what else bears the
 * id of such a row or an address of theirs.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function findPersonRows(ctx: Ctx, customerId: string): Promise<PersonRows> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const references = await referencesOf(ctx)
  const rows: PersonRows = new Map()
  /** Takes the ids up; answers those that are new. */
  const take = (table: string, ids: string[]): string[] => {
    const known = rows.get(table) ?? new Set()
    const fresh = ids.filter((id) => !known.has(id))
    if (fresh.length > 0) rows.set(table, new Set([...known, ...fresh]))
    return fresh
  }
  const queue: [table: string, ids: string[]][] = [['customers', take('customers', [customerId])]]
  for (;;) {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [parent, ids] = next
      for (const reference of references) {
        if (reference.parent !== parent || !reference.named || othersToo.has(reference.child)) continue
        const found = await sql<{ id: string }[]>`
          select id from ${sql(reference.child)}
           where company_id = ${companyId} and ${sql(reference.column)} = any(${ids}::uuid[])`
        const fresh = take(
          reference.child,
          found.map(({ id }) => id),
        )
        if (fresh.length > 0) queue.push([reference.child, fresh])
      }
    }
    const addresses = await addressesOf(ctx, rows)
    for (const { table, condition } of links(ctx, lists(rows), addresses)) {
      const found = await sql<{ id: string }[]>`
        select id from ${sql(table)} where company_id = ${companyId} and (${condition})`
      const fresh = take(
        table,
        found.map(({ id }) => id),
      )
      if (fresh.length > 0) queue.push([table, fresh])
    }
    if (queue.length === 0) return rows
  }
}

/** What hangs on the person's rows and has no id of its own: the lines of an offer. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function findUnnamed(ctx: Ctx, rows: PersonRows): Promise<Unnamed[]> {
  return (await referencesOf(ctx)).flatMap(({ named, child, parent, column }) => {
    const ids = rows.get(parent)
    return named || othersToo.has(child) || !ids ? [] : [{ table: child, column, ids: [...ids] }]
  })
}

/** The person's e-mail addresses so far, in lower case. */
async function addressesOf(ctx: Ctx, rows: PersonRows): Promise<string[]> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const found = await sql<{ email: string }[]>`
    select distinct lower(email) as email from (
      select email from customers where company_id = ${companyId} and id = any(${ids('customers')}::uuid[])
      union all
      select recipient ->> 'email' from invoices where company_id = ${companyId} and id = any(${ids('invoices')}::uuid[])
      union all
      select v #>> '{}' from events e,
             lateral jsonb_path_query(jsonb_build_array(e.before, e.after), '$[*].email') v
       where e.company_id = ${companyId} and e.subject_id = any(${ids('customers')}::uuid[])
    ) known where email like '%_@_%'`
  return found.map(({ email }) => email)
}

/** The documents that are the person's: attached, uploaded, invoices and offers of theirs. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function documentsOf(
  ctx: Ctx,
  rows: PersonRows,
): Promise<{ id: string; kind: string; name: string }[]> {
  const { sql } = ctx
  const { companyId } = ctx.company
  const ids = (table: string) => [...(rows.get(table) ?? [])]
  const of = (table: string) => sql`
    select document_id from ${sql(table)}
     where company_id = ${companyId} and id = any(${ids(table)}::uuid[]) and document_id is not null`
  return sql<{ id: string; kind: string; name: string }[]>`
    select d.id, d.kind, d.name from documents d
     where d.company_id = ${companyId} and d.id in (
       ${of('ticket_attachments')} union ${of('files')} union ${of('invoices')} union ${of('offers')})
     order by d.created_at, d.id`
}

/** What they were asked to sign, with the page about the signatures once it has one: theirs to have, and never erased. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for privacy
export async function agreementsOf(
  ctx: Ctx,
  rows: PersonRows,
): Promise<{ id: string; kind: string; name: string }[]> {
  return ctx.sql<{ id: string; kind: string; name: string }[]>`
    select d.id, d.kind, d.name from documents d
     where d.company_id = ${ctx.company.companyId} and d.id in (
       select coalesce(p.sealed_document_id, p.document_id) from agreement_documents p
         join agreement_signers s on s.company_id = p.company_id and s.agreement_id = p.agreement_id
        where s.company_id = ${ctx.company.companyId} and s.id = any(${[...(rows.get('agreement_signers') ?? [])]}::uuid[]))
     order by d.created_at, d.id`
}
