import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { BookkeepingSecrets } from './connect-bookkeeping.ts'

/** The company's bookkeeping, without the token, and how many payments got how far. */
export interface BookkeepingConnection {
  provider: string
  administrationId: string
  connectedAt: Instant
  pending: number
  failed: number
}

/** Throws `forbidden`. */
export async function findBookkeeping(
  ctx: Ctx,
  vault: Pick<Vault, 'open'>,
): Promise<BookkeepingConnection | undefined> {
  allow(ctx.actor, 'invoices:read')
  const { companyId } = ctx.company
  const [row] = await ctx.sql<(Omit<BookkeepingConnection, 'administrationId'> & { secrets: Uint8Array })[]>`
    select b.provider, b.secrets, b.connected_at as "connectedAt", o.pending, o.failed
      from bookkeeping_connections b, lateral (
        select count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'failed') as failed
          from bookkeeping_updates where company_id = ${companyId} and state <> 'done') o
     where b.company_id = ${companyId}`
  if (!row) return undefined
  const { secrets, ...connection } = row
  const { administrationId } = vault.open(secrets) as BookkeepingSecrets
  return { ...connection, administrationId }
}
