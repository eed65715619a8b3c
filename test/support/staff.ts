import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Role } from '../../server/domain/staff/role.ts'
import { hashPassword } from '../../server/domain/staff/password.ts'
import { openSession } from '../../server/domain/staff/session.ts'
import type { Db } from '../../server/kernel/context.ts'
import { newId } from '../../server/kernel/ids.ts'
import type { Tenant } from './app.ts'

export const PASSWORD = 'tien paarse fietsen'
/** Checking it takes no time: it is checked often here. */
const cheap = hashPassword(PASSWORD, { memory: 8, passes: 1, parallelism: 1 })

/** One of a company's staff, with a session. */
export interface Staff {
  userId: string
  membershipId: string
  email: string
  name: string
  /** The secret of a session. */
  token: string
}

const dbOf = ({ ctx }: Tenant) => ctx().sql as Db

/** Makes a user who works for the tenant, and signs them in without asking. */
export async function aColleague(tenant: Tenant, role: Role = 'owner'): Promise<Staff> {
  const sql = dbOf(tenant)
  const { now } = tenant.ctx()
  const [userId, membershipId] = [newId(), newId()]
  const email = `${role}-${randomBytes(6).toString('hex')}@example.com`
  const name = `${role} at work`
  await sql`
    insert into users (id, email, name, password_hash, created_at)
    values (${userId}, ${email}, ${name}, ${await cheap}, ${now})`
  await sql`
    insert into memberships (company_id, id, user_id, role, created_at)
    values (${tenant.company.companyId}, ${membershipId}, ${userId}, ${role}, ${now})`
  return { userId, membershipId, email, name, token: await aSession(tenant, userId) }
}

export const aSession = (tenant: Tenant, userId: string): Promise<string> =>
  openSession(dbOf(tenant), tenant.ctx().now, userId, { address: '127.0.0.1', userAgent: 'test' })

/** What a page of ours sends with a session. */
export const asStaff = (token: string) => ({ cookie: `__Host-balie=${token}`, 'x-balie': '1' })

/** Speaks to the portal as one of the staff; the path is below `/api/portal`. */
export const speakerOf =
  (app: FastifyInstance, { token }: { token: string }) =>
  (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/portal${path}`,
      headers: asStaff(token),
      ...(payload === undefined ? {} : { payload }),
    })

/** The value that an answer sets the session's cookie to. */
export const cookieOf = (headers: Record<string, unknown>): string | undefined =>
  /__Host-balie=([\w-]*)/.exec(String(headers['set-cookie'] ?? ''))?.[1]
