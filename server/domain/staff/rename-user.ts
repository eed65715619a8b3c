import type { Db } from '../../kernel/context.ts'
import { checkName } from './user.ts'

/** Changes one's own name, as colleagues and customers read it from now on. Throws `invalid`. */
export async function renameUser(sql: Db, userId: string, name: string): Promise<void> {
  await sql`
    with renamed as (update users set name = ${checkName(name)} where id = ${userId} returning id)
    select pg_notify('access_changed', '') from renamed`
}
