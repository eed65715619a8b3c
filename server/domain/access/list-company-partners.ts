import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** A software vendor that may act for the company. */
export interface CompanyPartner {
  id: string
  name: string
  grantedAt: Instant
  /** Where payers may be sent back to; the operator registers them. */
  redirectHosts: string[]
  /** Where the partner is told of changes; null: nowhere. `failingSince`: it has not answered since. */
  notifications: { url: string; realtime: boolean; failingSince: Instant | null } | null
}

/** The partners that may act for the company, by name; or the one of that id. Throws `forbidden`. */
export async function listCompanyPartners(ctx: Ctx, partnerId?: string): Promise<CompanyPartner[]> {
  allow(ctx.actor, 'settings:read')
  return ctx.sql<CompanyPartner[]>`
    select p.id, p.name, c.granted_at as "grantedAt",
           array(select host from partner_redirect_hosts h where h.partner_id = p.id order by host) as "redirectHosts",
           (select json_build_object('url', split_part(e.url, '?', 1), 'realtime', e.realtime, 'failingSince', e.failing_since)
              from partner_endpoints e where e.partner_id = p.id) as notifications
      from partner_companies c join partners p on p.id = c.partner_id
     where c.company_id = ${ctx.company.companyId} and (${partnerId ?? null}::uuid is null or p.id = ${partnerId ?? null})
     order by lower(p.name), p.id`
}
