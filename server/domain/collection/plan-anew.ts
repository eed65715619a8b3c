import type { Tx } from '../../kernel/context.ts'

/**
 * Makes the statements of this transaction be planned for the tables as they are now. A plan that was kept from before a
 * transmission reads tables of ten thousand rows as if they were empty: measured, a minute instead of two seconds.
 */
export async function planAnew(sql: Tx): Promise<void> {
  await sql`set local plan_cache_mode = force_custom_plan`
}
