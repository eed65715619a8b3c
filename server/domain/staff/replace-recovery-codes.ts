import { transaction, type Db } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { hasSecondFactor, issueRecoveryCodes } from './factors.ts'
import { confirmPassword } from './password-change.ts'

/** New recovery codes in place of those that were lost or used. Throws `invalid` (the password), `conflict`, `rate_limited`. */
export async function replaceRecoveryCodes(
  sql: Db,
  now: Date,
  userId: string,
  password: string,
): Promise<string[]> {
  await confirmPassword(sql, now, userId, password)
  return transaction(sql, async (tx) => {
    const [user] = await tx<{ needed: boolean }[]>`
      select ${hasSecondFactor(tx)} as needed from users u where u.id = ${userId} for update of u`
    if (!user?.needed)
      throw conflict('second_factor_not_asked_for', 'Recovery codes are for accounts with a second factor.')
    return issueRecoveryCodes(tx, userId)
  })
}
