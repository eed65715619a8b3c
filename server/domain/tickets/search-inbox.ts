import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { inBox, type InboxBox } from './browse-inbox.ts'
import { inboxEntries, type InboxEntry } from './inbox-entry.ts'

/** So many conversations are sorted; where more have the words, the newest are looked through instead. */
const RARE = 5000

/**
 * The conversations with all of the words, each from its beginning: in titles, messages, notes, names and numbers of
 * invoices; what came up last, first. Rare words are looked up in the index; words that many have are found soon by
 * going through the conversations in order: so neither grows with the table. Throws `forbidden`.
 */
export async function searchInbox(
  ctx: Ctx,
  { words, box }: { words: string; box: InboxBox | undefined },
  { after, limit }: Stretch,
): Promise<Page<Keyed<InboxEntry>>> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const query = sql`ticket_query(${companyId}, ${words})`
  const wanted = sql`
    t.company_id = ${companyId} and ${box === undefined ? sql`t.merged_into is null` : inBox(ctx, box)}
    ${after ? sql`and (t.surfaced_at, t.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}`
  const inOrder = sql`order by t.surfaced_at desc, t.id desc limit ${limit + 1}`
  const rows = await sql<Keyed<InboxEntry>[]>`
    with found as materialized (
      select id from ticket_words where (head || said) @@ ${query} limit ${RARE + 1}
    ), rare as materialized (select count(*) <= ${RARE} as so from found)
    ${inboxEntries(
      ctx,
      sql`(
        select * from (
          (select * from tickets t
            where (select so from rare) and ${wanted} and t.id in (select id from found) ${inOrder})
          union all
          -- A subquery in the condition, not a join: it keeps the planner in the order of the index.
          (select * from tickets t
            where not (select so from rare) and ${wanted}
              and (select (w.head || w.said) @@ ${query} from ticket_words w
                    where w.company_id = t.company_id and w.id = t.id) ${inOrder})
        ) t) t`,
    )}`
  return toPage(rows, limit)
}
