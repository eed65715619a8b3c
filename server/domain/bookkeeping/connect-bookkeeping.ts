import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { addRegisterPaymentJob } from './insert-update.ts'

export interface BookkeepingSecrets {
  administrationId: string
  token: string
}

/**
 * Connects the company's bookkeeping, or replaces the connection; secrets are stored sealed. What could not be
 * registered with the old one is tried again at once. Throws `forbidden`.
 */
export async function connectBookkeeping(
  ctx: Ctx,
  vault: Vault,
  { provider, baseUrl, secrets }: { provider: 'moneybird'; baseUrl: string; secrets: BookkeepingSecrets },
): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  await ctx.sql`
    with connection as (
      insert into bookkeeping_connections (company_id, id, provider, base_url, secrets, connected_at)
      values (${ctx.company.companyId}, ${newId()}, ${provider}, ${baseUrl}, ${vault.seal(secrets)}, ${ctx.now})
      on conflict (company_id) do update
        set provider = excluded.provider, base_url = excluded.base_url, secrets = excluded.secrets,
            connected_at = excluded.connected_at
      returning company_id, id, null as before, jsonb_build_object('provider', provider, 'baseUrl', base_url) as after
    ), event as (${insertEvent(ctx, 'bookkeeping.connected')} from connection),
    again as (
      update bookkeeping_updates set state = 'pending', attempts = 0, updated_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and state <> 'done'
      returning company_id, id
    )
    select (select count(*) from (
      select ${addRegisterPaymentJob(ctx.sql, ctx.now)} from again) jobs)`
}
