import { atomically, type Ctx, type Look } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { writeLook } from './change-look.ts'

/** Takes the company's logo away, if there is one. Throws `forbidden`. */
export async function removeLogo(ctx: Ctx): Promise<Look> {
  allow(ctx.actor, 'company:write')
  return atomically(ctx, async (inside) => {
    await inside.sql`delete from company_logos where company_id = ${ctx.company.companyId}`
    return writeLook(inside, { logo: null })
  })
}
