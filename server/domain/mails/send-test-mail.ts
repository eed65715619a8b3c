import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MailState } from './mail.ts'
import { queueMail } from './queue-mail.ts'

/** Mails somebody of the staff, to show that mail leaves. Answers the mail's id. Throws `forbidden`. */
export async function sendTestMail(
  ctx: Ctx,
  to: { userId: string; email: string; name: string },
): Promise<string> {
  allow(ctx.actor, 'settings:write')
  const id = await queueMail(ctx, {
    template: 'mail-test',
    to: to.email,
    locale: ctx.company.locale,
    params: { name: to.name, url: null },
    about: { kind: 'user', id: to.userId },
  })
  if (id === undefined) throw new Error('a user has no address')
  return id
}

export interface TestMail {
  id: string
  to: string
  state: MailState
  attempts: number
  /** What the mail server said last, where it did not take the mail. */
  lastError: string | null
  sentAt: Instant | null
}

/** What became of a test mail. Throws `forbidden`, `not_found`. */
export async function getTestMail(ctx: Ctx, id: string): Promise<TestMail> {
  allow(ctx.actor, 'settings:read')
  const [mail] = await ctx.sql<TestMail[]>`
    select id, to_address as "to", state, attempts, last_error as "lastError", sent_at as "sentAt" from mails
     where company_id = ${ctx.company.companyId} and id = ${id} and template = 'mail-test'`
  if (!mail) throw notFound('message')
  return mail
}
