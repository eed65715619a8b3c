import { acceptInvitation } from '../domain/staff/accept-invitation.ts'
import { inviteColleague } from '../domain/staff/invite-colleague.ts'
import { findUserByEmail } from '../domain/staff/user.ts'
import type { Company, Db } from '../kernel/context.ts'
import { demoActor } from './seed.ts'

/** Who signs in at the demo's desk: an owner of the first company. */
export interface DemoStaff {
  email: string
  password: string
}

/** Makes the account unless it is there: it comes after the note of its password, which a crash may have left alone. */
export async function seedStaff(sql: Db, company: Company, { email, password }: DemoStaff): Promise<void> {
  if (await findUserByEmail(sql, email)) return
  const now = new Date()
  const { token } = await inviteColleague(
    { sql, company, actor: demoActor, now },
    { email, role: 'owner' },
    undefined,
  )
  const origin = { address: '127.0.0.1', userAgent: 'demo' }
  await acceptInvitation(sql, now, { token, name: 'Sanne Penningmeester', password }, origin)
}
