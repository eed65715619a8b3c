import { createHash } from 'node:crypto'
import { atomically, type Ctx, type Look } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { writeLook } from './change-look.ts'
import { readPicture } from './picture.ts'

/**
 * Gives the company a logo: a PNG, JPEG or WebP, stripped of what is not picture. Throws `forbidden`, `invalid` (`image`).
 */
export async function setLogo(ctx: Ctx, image: Buffer): Promise<Look> {
  allow(ctx.actor, 'company:write')
  const { bytes, type, width, height } = readPicture(image)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return atomically(ctx, async (inside) => {
    await inside.sql`
      insert into company_logos (company_id, hash, media_type, bytes)
      values (${ctx.company.companyId}, ${hash}, ${type}, ${bytes})
      on conflict (company_id) do update
        set hash = excluded.hash, media_type = excluded.media_type, bytes = excluded.bytes`
    return writeLook(inside, { logo: { hash, type, width, height } })
  })
}
