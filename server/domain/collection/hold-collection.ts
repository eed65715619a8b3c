import { actorName, type Ctx } from '../../kernel/context.ts'

/** Why a collection stands still: somebody paused it, a question, a plan that is being paid, an agency. */
export type HoldKind = 'pause' | 'question' | 'plan' | 'handed_over'

/**
 * Stops the collection of an invoice for a reason of one kind, in the transaction of what causes it. False where the
 * invoice is not collected, or stands still for that reason already. For other modules; people use `pauseCollection`.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function holdCollection(
  ctx: Ctx,
  invoiceId: string,
  kind: HoldKind,
  reason: string,
): Promise<boolean> {
  const [row] = await ctx.sql<[{ held: boolean }]>`
    select hold_collection(${ctx.company.companyId}, ${invoiceId}, ${kind}, ${reason}, ${actorName(ctx.actor)},
                           ${ctx.now}) as held`
  return row.held
}

/** Ends it; with the last reason the collection goes on where it stood. False where there was no such hold. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function releaseCollection(ctx: Ctx, invoiceId: string, kind: HoldKind): Promise<boolean> {
  const [row] = await ctx.sql<[{ released: boolean }]>`
    select release_collection(${ctx.company.companyId}, ${invoiceId}, ${kind}, ${ctx.now}) as released`
  return row.released
}
