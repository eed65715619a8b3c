import type { Ctx, Db, Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken, sameSecret } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import type { SmsConnection } from './provider.ts'

/** Whether these can be a connection at all; before they are tried. Throws `invalid`. */
export function assertConnectable({
  originator,
  accessKey,
}: Pick<SmsConnection, 'originator' | 'accessKey'>): void {
  if (!/^[A-Za-z0-9 ]{1,11}$/.test(originator) && !/^\+?[1-9]\d{6,14}$/.test(originator))
    throw invalid('originator', 'must be up to 11 letters and digits, or a telephone number')
  if (!/^[\x21-\x7e]{1,200}$/.test(accessKey)) throw invalid('accessKey', 'holds a character that no key has')
}

/**
 * Connects the company's account with a provider of text messages, or replaces it; the key is stored sealed. Throws
 * `forbidden`, `invalid`.
 */
export async function connectSms(
  ctx: Ctx,
  vault: Vault,
  { provider, baseUrl, originator, accessKey }: SmsConnection,
): Promise<void> {
  allow(ctx.actor, 'company:write')
  assertConnectable({ originator, accessKey })
  const { companyId } = ctx.company
  await ctx.sql`
    with connection as (
      insert into sms_connections (company_id, id, provider, base_url, originator, secrets, report_token, connected_at)
      values (${companyId}, ${newId()}, ${provider}, ${baseUrl}, ${originator}, ${vault.seal({ accessKey })},
              ${newLinkToken(companyId)}, ${ctx.now})
      on conflict (company_id) do update
        set provider = excluded.provider, base_url = excluded.base_url, originator = excluded.originator,
            secrets = excluded.secrets, connected_at = excluded.connected_at
      returning company_id, id, null as before, jsonb_build_object('provider', provider, 'originator', originator) as after
    ), event as (${insertEvent(ctx, 'sms.connected')} from connection)
    select 1`
}

/** Ends the connection: text messages fail from here on. False where there was none. Throws `forbidden`. */
export async function disconnectSms(ctx: Ctx): Promise<boolean> {
  allow(ctx.actor, 'company:write')
  const rows = await ctx.sql`
    with gone as (
      delete from sms_connections where company_id = ${ctx.company.companyId}
      returning company_id, id, jsonb_build_object('provider', provider) as before, null as after
    ), event as (${insertEvent(ctx, 'sms.disconnected')} from gone)
    select id from gone`
  return rows.length > 0
}

/** The connection without its key, or undefined. Throws `forbidden`. */
export async function findSmsConnection(
  ctx: Ctx,
): Promise<{ provider: string; baseUrl: string; originator: string; connectedAt: Instant } | undefined> {
  allow(ctx.actor, 'company:read')
  const [row] = await ctx.sql<
    { provider: string; baseUrl: string; originator: string; connectedAt: Instant }[]
  >`
    select provider, base_url as "baseUrl", originator, connected_at as "connectedAt"
      from sms_connections where company_id = ${ctx.company.companyId}`
  return row
}

/** Whether the company can send text messages. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function takesTexts(ctx: Ctx): Promise<boolean> {
  const rows = await ctx.sql`select 1 from sms_connections where company_id = ${ctx.company.companyId}`
  return rows.length > 0
}

/** The opened connection and the secret of its reports; for the job. */
export async function openSmsConnection(
  sql: Db | Tx,
  vault: Vault,
  companyId: number,
): Promise<(SmsConnection & { reportToken: string }) | undefined> {
  const [row] = await sql<(Omit<SmsConnection, 'accessKey'> & { secrets: Buffer; reportToken: string })[]>`
    select provider, base_url as "baseUrl", originator, secrets, report_token as "reportToken"
      from sms_connections where company_id = ${companyId}`
  if (!row) return undefined
  const { secrets, ...connection } = row
  return { ...connection, ...(vault.open(secrets) as { accessKey: string }) }
}

/** Whether a report came to the company's own secret address, compared in constant time. */
export async function isReportToken(sql: Db | Tx, companyId: number, token: string): Promise<boolean> {
  const [row] = await sql<{ token: string }[]>`
    select report_token as token from sms_connections where company_id = ${companyId}`
  return row !== undefined && sameSecret(token, row.token)
}
