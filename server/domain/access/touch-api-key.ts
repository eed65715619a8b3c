import type { Db } from '../../kernel/context.ts'
import type { ApiKey } from './find-key.ts'

const TOUCH_MS = 5 * 60_000

/** Whether it is time again to note that the key is in use. */
export const isTouchDue = (now: Date, key: ApiKey): boolean => now.getTime() - key.lastUsedAt >= TOUCH_MS

/** Notes that the key is in use. */
export async function touchApiKey(sql: Db, now: Date, key: ApiKey): Promise<void> {
  key.lastUsedAt = now.getTime()
  await sql`
    insert into api_key_uses as u (company_id, id, last_used_at)
    values (${key.company.companyId}, ${key.id}, ${now})
    on conflict (company_id, id) do update set last_used_at = excluded.last_used_at
     where u.last_used_at < excluded.last_used_at - interval '2 minutes'`
}
