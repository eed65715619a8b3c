import type { Ctx } from '../../kernel/context.ts'
import { insertMail } from './insert-mail.ts'
import type { MailTemplate, NewMail } from './mail.ts'

/**
 * Queues a mail as a statement of its own; in the transaction of the change that causes it, or it may be lost. Returns
 * its id, or undefined where nobody is written to. A change that is one statement joins `insertMail` instead.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for the permission of what they change
export async function queueMail<T extends MailTemplate>(
  ctx: Ctx,
  mail: NewMail<T>,
): Promise<string | undefined> {
  const [row] = await ctx.sql<{ id: string }[]>`with mail as (${insertMail(ctx, mail)}) select id from mail`
  return row?.id
}
