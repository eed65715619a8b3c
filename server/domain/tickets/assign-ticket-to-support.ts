import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { markForSupport } from './mark-for-support.ts'
import { inItsPlace } from './survivor-of.ts'
import { ticketMustExist } from './ticket-must-exist.ts'

/** Hands a conversation to the support team: a mark beside its state, once. Throws `forbidden`, `not_found`. */
export async function assignTicketToSupport(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  if (await markForSupport(ctx, ctx.sql`id = ${id} and merged_into is null`)) return
  const instead = await inItsPlace(ctx, id, (survivor) => assignTicketToSupport(ctx, survivor))
  if (!instead) await ticketMustExist(ctx, id)
}
