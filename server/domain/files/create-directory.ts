import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { FileOrDirectory } from './file.ts'

/** Makes a directory in another, or at the top. Names may repeat. Throws `forbidden`, `invalid` (its parent). */
export async function createDirectory(
  ctx: Ctx,
  name: string,
  directoryId: string | null,
): Promise<FileOrDirectory> {
  allow(ctx.actor, 'files:write')
  const statement = ctx.sql<FileOrDirectory[]>`
    with made as (
      insert into files (company_id, id, directory_id, name, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${directoryId}, ${name}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name, 'directoryId', directory_id) as after
    ), event as (${insertEvent(ctx, 'file.created')} from made)
    select id, 'directory' as type, name, null as "sizeBytes", null as mime, null as "documentId",
           null as "fileShareId", created_at as "createdAt"
      from made`
  const [directory] = await statement.catch(noDirectory)
  return directory!
}

/** What a foreign key says of a parent that is none. */
export function noDirectory(error: { code?: string; constraint_name?: string }): never {
  if (error.code === '23503') throw invalid('directory', 'must be the ID of an existing directory')
  throw error
}
