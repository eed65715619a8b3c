import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { BookkeepingSecrets } from './connect-bookkeeping.ts'
import type { OpenBookkeeping } from './register-payment.ts'

/**
 * Asks the connected bookkeeping whose administration it is; undefined where none is connected. Throws `forbidden`,
 * `BookkeepingError`.
 */
export async function checkBookkeeping(
  ctx: Ctx,
  { vault, open }: { vault: Pick<Vault, 'open'>; open: OpenBookkeeping },
): Promise<{ administration: string } | undefined> {
  allow(ctx.actor, 'invoices:read')
  const [row] = await ctx.sql<{ provider: string; baseUrl: string; secrets: Uint8Array }[]>`
    select provider, base_url as "baseUrl", secrets from bookkeeping_connections
     where company_id = ${ctx.company.companyId}`
  return row && open(row.provider, row.baseUrl, vault.open(row.secrets) as BookkeepingSecrets).check()
}
