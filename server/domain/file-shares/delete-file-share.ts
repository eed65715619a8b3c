import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { fileShareColumns, type FileShare } from './file-share.ts'

/** Ends a share: its link opens nothing any more, the files stay. Returns it as it was. Throws `forbidden`, `not_found`. */
export async function deleteFileShare(ctx: Ctx, id: string): Promise<FileShare> {
  allow(ctx.actor, 'fileshare:write')
  const [share] = await ctx.sql<FileShare[]>`
    with old as (
      select ${fileShareColumns(ctx)} from file_shares s
       where s.company_id = ${ctx.company.companyId} and s.id = ${id}
    ), gone as (
      delete from file_shares where company_id = ${ctx.company.companyId} and id = ${id}
      returning company_id, id, jsonb_build_object('customerId', customer_id) as before, null as after
    ), event as (${insertEvent(ctx, 'file_share.deleted')} from gone)
    select old.* from old, gone`
  if (!share) throw notFound('file_share')
  return share
}
