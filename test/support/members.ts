import { encodeUuid } from '../../server/kernel/base32.ts'
import { hashOf } from '../../server/domain/access/key.ts'
import { newId } from '../../server/kernel/ids.ts'
import { newLinkToken } from '../../server/kernel/link-token.ts'
import type { Tenant, TestApp } from './app.ts'

/** What every change from a page of ours bears. */
export const pageHeaders = { 'x-balie': '1' }

/** What a page of ours sends with a customer's session. */
export const asMember = (token: string) => ({ cookie: `__Host-balie-my=${token}`, ...pageHeaders })

/** The value that an answer sets the cookie of a customer's session to. */
export const memberCookieOf = (headers: Record<string, unknown>): string | undefined =>
  /balie-my=([\w-]*)/.exec(String(headers['set-cookie'] ?? ''))?.[1]

export const companyIdOf = ({ company }: Tenant): string => `com_${encodeUuid(company.id)}`

export const askForLink = ({ app }: TestApp, tenant: Tenant, email: string) =>
  app.inject({
    method: 'POST',
    url: '/api/portal/my/login-links',
    headers: pageHeaders,
    payload: { companyId: companyIdOf(tenant), email },
  })

interface QueuedMail {
  template: string
  params: Record<string, unknown>
}

/** What was mailed to an address, the newest first. */
export async function mailsTo({ database }: TestApp, address: string): Promise<QueuedMail[]> {
  return database.sql<QueuedMail[]>`
    select template, params from mails where to_address = ${address} order by created_at desc, id desc`
}

/** The secret of the newest link that was mailed there. */
export async function linkMailed(running: TestApp, address: string): Promise<string | undefined> {
  const mail = (await mailsTo(running, address)).find(({ template }) => template === 'customer-login')
  return (mail?.params['url'] as string | undefined)?.split('#')[1]
}

export const openSessionWith = ({ app }: TestApp, token: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/portal/my/session',
    headers: { ...pageHeaders, ...headers },
    payload: { token },
  })

/** The secret of a session of that address, begun without asking. */
export async function openSession(tenant: Tenant, email: string): Promise<string> {
  const { companyId } = tenant.company
  const { sql, now } = tenant.ctx()
  const token = newLinkToken(companyId)
  await sql`
    insert into customer_sessions (company_id, id, email, hash, created_at, last_seen_at, address, user_agent)
    values (${companyId}, ${newId()}, ${email.toLowerCase()}, ${hashOf(token)}, ${now}, ${now}, '127.0.0.1', 'test')`
  return token
}
