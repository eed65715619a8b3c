import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'

/** The directories that a file or directory lies in, from the top. Throws `forbidden`. */
export async function locateFile(ctx: Ctx, id: string): Promise<{ id: string; name: string }[]> {
  allow(ctx.actor, 'files:read')
  return ctx.sql<{ id: string; name: string }[]>`
    with recursive up as (
      select directory_id, 0 as depth from files where company_id = ${ctx.company.companyId} and id = ${id}
      union all
      select f.directory_id, up.depth + 1 from up join files f
        on f.company_id = ${ctx.company.companyId} and f.id = up.directory_id
    )
    select f.id, f.name from up join files f on f.company_id = ${ctx.company.companyId} and f.id = up.directory_id
     order by up.depth desc`
}
