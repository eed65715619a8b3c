import { randomBytes } from 'node:crypto'
import type { Db } from '../../kernel/context.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import type { Vault } from '../../kernel/vault.ts'

/** The secret of the address that takes reports about mail, made when it is first asked for. Unscoped: for the operator. */
export async function reportSecret(
  { sql, vault, now }: { sql: Db; vault: Vault; now: Date },
  { renew = false }: { renew?: boolean } = {},
): Promise<string> {
  const secret = randomBytes(24).toString('base64url')
  const [row] = await sql<[{ sealed: Buffer }]>`
    insert into mail_report_address (secret, made_at) values (${vault.seal(secret)}, ${now})
    on conflict (id) do update
      set secret = case when ${renew} then excluded.secret else mail_report_address.secret end,
          made_at = case when ${renew} then excluded.made_at else mail_report_address.made_at end
    returning secret as sealed`
  return vault.open(row.sealed) as string
}

/** Whether somebody knows the secret, compared in constant time. */
export async function isReportSecret(
  { sql, vault }: { sql: Db; vault: Vault },
  given: string,
): Promise<boolean> {
  const [row] = await sql<{ sealed: Buffer }[]>`select secret as sealed from mail_report_address`
  return row !== undefined && sameSecret(given, vault.open(row.sealed) as string)
}
