import { atomically, type Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { renamingDocument } from '../documents/rename-document.ts'
import { insertEvent } from '../events/event.ts'
import { noDirectory } from './create-directory.ts'
import { fileColumns, joinDocument, type FileOrDirectory } from './file.ts'

/** What is to be different; what is left out stays. */
export interface Move {
  name?: string
  /** Null: to the top. */
  directoryId?: string | null
}

const TREE_LOCK = 1718185065

/**
 * Gives a file or directory another name, another place, or both. Throws `forbidden`, `not_found`, `invalid` (a directory
 * that is none, or that lies in the one to be moved).
 */
export async function moveFile(
  ctx: Ctx,
  type: FileOrDirectory['type'],
  id: string,
  { name, directoryId }: Move,
): Promise<FileOrDirectory> {
  allow(ctx.actor, 'files:write')
  return atomically(ctx, async (tx) => {
    // Two moves at once could each put a directory into the other.
    if (type === 'directory' && directoryId)
      await tx.sql`select pg_advisory_xact_lock(${TREE_LOCK}, ${ctx.company.companyId})`
    if (type === 'directory' && directoryId && (await liesIn(tx, directoryId, id)))
      throw invalid('directory', 'must not lie in the directory that is moved')
    const facts = (row: string) => tx.sql`
      jsonb_build_object('name', ${tx.sql(row)}.name, 'directoryId', ${tx.sql(row)}.directory_id)`
    const statement = tx.sql<FileOrDirectory[]>`
      with old as (
        select * from files
         where company_id = ${ctx.company.companyId} and id = ${id} and is_directory = ${type === 'directory'} for update
      ), moved as (
        update files f
           set name = ${name === undefined ? tx.sql`f.name` : tx.sql`${name}`},
               directory_id = ${directoryId === undefined ? tx.sql`f.directory_id` : tx.sql`${directoryId}::uuid`}
          from old where f.company_id = old.company_id and f.id = old.id
        returning f.*, ${facts('old')} as before, ${facts('f')} as after
      ), renamed as (${renamingDocument(tx, 'moved')}),
      event as (${insertEvent(tx, 'file.changed')} from moved)
      select ${fileColumns(tx)} from moved f ${joinDocument(tx)}`
    const [file] = await statement.catch(noDirectory)
    if (!file) throw notFound(type)
    return file
  })
}

/** Whether a directory is another, or lies in it at whatever depth. */
async function liesIn(ctx: Ctx, directoryId: string, otherId: string): Promise<boolean> {
  const [{ lies }] = await ctx.sql<[{ lies: boolean }]>`
    with recursive up as (
      select id, directory_id from files where company_id = ${ctx.company.companyId} and id = ${directoryId}
      union all
      select f.id, f.directory_id from up join files f
        on f.company_id = ${ctx.company.companyId} and f.id = up.directory_id
    )
    select exists (select from up where id = ${otherId}) as lies`
  return lies
}
