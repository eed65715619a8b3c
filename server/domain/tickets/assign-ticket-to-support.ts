import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { markForSupport } from './mark-for-support.ts'
import { ticketMustExist } from './ticket-must-exist.ts'

/** Hands a conversation to the support team: a mark beside its state, once. Throws `forbidden`, `not_found`. */
export async function assignTicketToSupport(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  if (!(await markForSupport(ctx, ctx.sql`id = ${id}`))) await ticketMustExist(ctx, id)
}
