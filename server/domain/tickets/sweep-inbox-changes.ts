import type { Db } from '../../kernel/context.ts'

/** Who was away for longer looks at everything anew. */
export const CHANGES_KEPT_MS = 24 * 3_600_000

/** Forgets what no open inbox has missed. */
export async function sweepInboxChanges(sql: Db, now: Date): Promise<number> {
  const { count } =
    await sql`delete from inbox_changes where at < ${new Date(now.getTime() - CHANGES_KEPT_MS)}`
  return count
}
