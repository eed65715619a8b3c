import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { namesOfActors } from './names-of-actors.ts'
import { namesOfSubjects } from './names-of-subjects.ts'

/** One change. */
export interface AuditEntry {
  id: string
  type: string
  at: Instant
  /** As events keep it: `user:0198…`. */
  actor: string
  /** Undefined where nobody by that id is known any more. */
  actorName: string | undefined
  subjectId: string
  subjectName: string | undefined
  before: unknown
  after: unknown
}

/** Undefined: whatever it is. */
export interface AuditChoice {
  actor: string | undefined
  /** `invoice.paid`, or a whole area: `invoice`. */
  type: string | undefined
  subjectId: string | undefined
  /** Both included. */
  from: Date | undefined
  until: Date | undefined
  /** Beginnings of words that what was kept must hold, all of them. */
  words: string | undefined
}

type Row = Omit<Keyed<AuditEntry>, 'actorName' | 'subjectName'>

/** What happened at the company, the newest first. Throws `forbidden`. */
export async function listAuditTrail(
  ctx: Ctx,
  choice: AuditChoice,
  { after, limit }: Stretch,
): Promise<Page<Keyed<AuditEntry>>> {
  allow(ctx.actor, 'audit:read')
  const { sql, company } = ctx
  const { companyId } = company
  const { actor, type, subjectId, from, until, words } = choice
  const ofType = (name: string) => (type === undefined ? sql`` : sql`and e.type = ${sql(name)}.type`)
  const worded = words === undefined ? sql`` : sql`and ${wordedAs(ctx, words)}`
  // Words that few changes hold are looked up; words that many hold stand on the newest ones.
  const rare = words !== undefined && (await isRare(ctx, words))
  const rows = (name: string) => sql`
    select e.* from ${rare ? sql`found e` : sql`events e`}
     where e.company_id = ${companyId} ${ofType(name)}
       ${actor === undefined ? sql`` : sql`and e.actor = ${actor}`}
       ${subjectId === undefined ? sql`` : sql`and e.subject_id = ${subjectId}`}
       ${from === undefined ? sql`` : sql`and e.at >= ${from}`}
       ${until === undefined ? sql`` : sql`and e.at <= ${until}`}
       ${rare ? sql`` : worded}
       ${after ? sql`and (e.at, e.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by e.at desc, e.id desc limit ${limit + 1}`
  // Of an area, type by type: each begins at its newest row by the index, however much the other areas have.
  const found =
    type === undefined
      ? rows('e')
      : sql`select f.* from ${typesOf(ctx, type)} wanted, lateral (${rows('wanted')}) f
             order by f.at desc, f.id desc limit ${limit + 1}`
  const entries = await sql<Row[]>`
    ${rare ? sql`with found as materialized (select * from events e where e.company_id = ${companyId} ${worded})` : sql``}
    select f.id, f.type, f.at, f.actor, f.subject_id as "subjectId", f.before, f.after, f.at as key from (${found}) f
     order by f.at desc, f.id desc`
  const page = toPage(entries, limit)
  const [actors, subjects] = await Promise.all([
    namesOfActors(
      ctx,
      page.rows.map((row) => row.actor),
    ),
    namesOfSubjects(
      ctx,
      page.rows.map((row) => row.subjectId),
    ),
  ])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      actorName: actors.get(row.actor),
      subjectName: subjects.get(row.subjectId),
    })),
  }
}

const FEW = 2000

const wordedAs = ({ sql, company }: Ctx, words: string) =>
  sql`event_words(e.company_id, e.before, e.after) @@ audit_query(${company.companyId}, ${words})`

async function isRare(ctx: Ctx, words: string): Promise<boolean> {
  const { sql, company } = ctx
  const [{ n }] = await sql<[{ n: number }]>`
    select count(*) as n from (
      select from events e where e.company_id = ${company.companyId} and ${wordedAs(ctx, words)} limit ${FEW + 1}
    ) hits`
  return n <= FEW
}

/** The types of events that the company has, within the choice: one step in the index for each that there is. */
const typesOf = ({ sql, company: { companyId } }: Ctx, type: string) =>
  type.includes('.')
    ? sql`(select ${type}::text as type)`
    : sql`(
        with recursive types as (
          (select type from events where company_id = ${companyId} order by type limit 1)
          union all
          select (select e.type from events e where e.company_id = ${companyId} and e.type > t.type
                   order by e.type limit 1)
            from types t where t.type is not null
        )
        select type from types where split_part(type, '.', 1) = ${type}::text)`
