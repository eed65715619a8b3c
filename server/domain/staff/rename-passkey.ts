import type { Db } from '../../kernel/context.ts'
import { checkName } from './user.ts'

/** Calls one of the user's passkeys something else. False where there is none. Throws `invalid`. */
export async function renamePasskey(sql: Db, userId: string, id: string, name: string): Promise<boolean> {
  const renamed = await sql`
    update user_passkeys set name = ${checkName(name)} where id = ${id} and user_id = ${userId} returning id`
  return renamed.length > 0
}
