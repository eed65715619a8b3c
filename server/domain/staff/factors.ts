import type { Db, Tx } from '../../kernel/context.ts'
import { hashOf } from '../access/key.ts'
import { newRecoveryCodes } from './totp.ts'

/** Whether a password is not enough, of the row `u` of users: there is an app, or a passkey. */
export const hasSecondFactor = (sql: Db | Tx) => sql`
  (u.totp_secret is not null or exists (select from user_passkeys p where p.user_id = u.id))`

/** Makes new ways in for who has lost the rest; the ones before are void. They are shown this once. */
export async function issueRecoveryCodes(sql: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await sql`delete from user_recovery_codes where user_id = ${userId}`
  await sql`
    insert into user_recovery_codes (user_id, hash)
    select ${userId}, decode(code, 'hex')
      from jsonb_array_elements_text(${sql.json(codes.map((one) => hashOf(one).toString('hex')))}::jsonb) code`
  return codes
}

/** Where a password is enough again there is nothing to recover. */
export async function forgetNeedlessCodes(sql: Tx, userId: string): Promise<void> {
  await sql`
    delete from user_recovery_codes c using users u
     where c.user_id = ${userId} and u.id = c.user_id and not ${hasSecondFactor(sql)}`
}
