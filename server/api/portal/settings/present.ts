import type { ApiKeyListing } from '../../../domain/access/list-api-keys.ts'
import type { CompanyPartner } from '../../../domain/access/list-company-partners.ts'
import type { CompanyGrant } from '../../../domain/oauth/list-company-grants.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

const atomOrNull = (at: string | null, timeZone: string) => (at === null ? null : formatAtom(at, timeZone))
const asScopes = (permissions: string[]) => permissions.map((one) => one.replace(':', '.'))

export const presentApiKey = (key: ApiKeyListing, { timeZone }: Company) => ({
  id: encodeId('apiKey', key.id),
  name: key.name,
  hint: key.hint,
  scopes: asScopes(key.scopes),
  createdAt: formatAtom(key.createdAt, timeZone),
  lastUsedAt: atomOrNull(key.lastUsedAt, timeZone),
  revokedAt: atomOrNull(key.revokedAt, timeZone),
})

export const presentPartner = (partner: CompanyPartner, { timeZone }: Company) => ({
  id: encodeId('partner', partner.id),
  name: partner.name,
  grantedAt: formatAtom(partner.grantedAt, timeZone),
  redirectHosts: partner.redirectHosts,
  notifications: partner.notifications && {
    url: partner.notifications.url,
    realtime: partner.notifications.realtime,
    failingSince: atomOrNull(partner.notifications.failingSince, timeZone),
  },
})

/** The host, or the scheme of an app that has one of its own. */
const hostOf = (uri: string): string => {
  const { host, protocol } = new URL(uri)
  return host === '' ? protocol.replace(/:$/, '') : host
}

export const presentApp = (
  grant: CompanyGrant,
  { timeZone }: Company,
  names: ReadonlyMap<string, string>,
) => ({
  id: encodeId('grant', grant.id),
  name: grant.appName,
  host: hostOf(grant.redirectUri),
  scopes: asScopes(grant.scopes),
  grantedBy: (grant.grantedBy !== null && names.get(grant.grantedBy)) || null,
  grantedAt: formatAtom(grant.grantedAt, timeZone),
  lastTokenAt: atomOrNull(grant.lastTokenAt, timeZone),
})
