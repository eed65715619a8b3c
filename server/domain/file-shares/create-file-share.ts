import { atomically, type Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { FileOrDirectory } from '../files/file.ts'
import { listedNames } from '../files/listed-names.ts'
import { queueMail } from '../mails/queue-mail.ts'
import type { FileShare } from './file-share.ts'
import { findFileShare } from './get-file-share.ts'

/**
 * Shares files and directories; what comes into a directory later is shared with it. A customer gets the link
 * by mail. Throws `forbidden`, `invalid`
 * (customer, content).
 */
export async function createFileShare(
  ctx: Ctx,
  content: readonly Pick<FileOrDirectory, 'id' | 'type'>[],
  customerId: string | null,
): Promise<FileShare> {
  allow(ctx.actor, 'fileshare:write')
  const { company, now } = ctx
  const id = newId()
  const ids = content.map((file) => file.id)
  const types = content.map((file) => file.type)
  return atomically(ctx, async (inside) => {
    const statement = inside.sql<[{ shared: number }]>`
      with made as (
        insert into file_shares (company_id, id, customer_id, link_token, created_at)
        values (${company.companyId}, ${id}, ${customerId}, ${newLinkToken(company.companyId)}, ${now})
        returning company_id, id, null as before,
                  jsonb_build_object('customerId', customer_id, 'content', ${ids}::uuid[]) as after
      ), shared as (
        insert into file_share_content (company_id, share_id, file_id, position)
        select made.company_id, made.id, f.id, c.position
          from made, unnest(${ids}::uuid[], ${types}::text[]) with ordinality c (id, type, position)
          join files f on f.company_id = ${company.companyId} and f.id = c.id and f.is_directory = (c.type = 'directory')
        returning 1
      ), event as (${insertEvent(ctx, 'file_share.created')} from made)
      select count(*) as shared from shared`
    const [{ shared }] = await statement.catch((error: { code?: string }) => {
      if (error.code !== '23503') throw error
      throw invalid('customerId', 'must be the ID of an existing customer')
    })
    if (shared < content.length)
      throw invalid('content', 'must hold nothing but IDs of existing files and directories')
    const share = (await findFileShare(inside, id))!
    if (customerId !== null)
      await queueMail(inside, {
        template: 'file-share',
        to: ctx.sql`(select email from customers where company_id = ${company.companyId} and id = ${customerId})`,
        locale: null,
        params: {
          title: listedNames(share.content.map(({ name }) => name)),
          expiresOn: null,
          url: `/file-shares/${id}/${share.linkToken}`,
        },
        paramsOfRow: ctx.sql`jsonb_build_object('name',
          (select name from customers where company_id = ${company.companyId} and id = ${customerId}))`,
        about: { kind: 'file_share', id },
      })
    return share
  })
}
