import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { fileRequestColumns, type FileRequest } from './file-request.ts'

/** Withdraws a request; what was uploaded stays. Returns it as it was. Throws `forbidden`, `not_found`. */
export async function deleteFileRequest(ctx: Ctx, id: string): Promise<FileRequest> {
  allow(ctx.actor, 'filerequest:write')
  const [request] = await ctx.sql<FileRequest[]>`
    with old as (
      select ${fileRequestColumns(ctx)} from file_requests r
       where r.company_id = ${ctx.company.companyId} and r.id = ${id}
    ), gone as (
      delete from file_requests where company_id = ${ctx.company.companyId} and id = ${id}
      returning company_id, id, jsonb_build_object('name', name, 'customerId', customer_id) as before, null as after
    ), event as (${insertEvent(ctx, 'file_request.deleted')} from gone)
    select old.* from old, gone`
  if (!request) throw notFound('file_request')
  return request
}
