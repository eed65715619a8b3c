import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { checkAuth, checkUrl } from './endpoint.ts'
import { pageColumns } from './get-page.ts'
import type { Block, BlockSecrets, NewBlock, NewPage, Page } from './page.ts'
import { sanitise } from './sanitise.ts'

/** Makes a page; secrets are stored sealed. Throws `forbidden`, `invalid`. */
export async function createPage(ctx: Ctx, vault: Vault, input: NewPage): Promise<Page> {
  allow(ctx.actor, 'cms:write')
  const blocks = input.blocks.map((block, index) => stored(vault, block, index))
  const [page] = await ctx.sql<[Page]>`
    with made as (
      insert into cms_pages (company_id, id, title, blocks, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.title}, ${ctx.sql.json(blocks)}, ${ctx.now})
      returning *, null as before, jsonb_build_object('title', title) as after
    ), event as (${insertEvent(ctx, 'page.created')} from made)
    select ${pageColumns(ctx)} from made`
  return page
}

/** Makes a page anew, secrets included. Throws `forbidden`, `invalid`, `not_found`. */
export async function replacePage(ctx: Ctx, vault: Vault, id: string, input: NewPage): Promise<Page> {
  allow(ctx.actor, 'cms:write')
  const blocks = input.blocks.map((block, index) => stored(vault, block, index))
  const [page] = await ctx.sql<Page[]>`
    with old as (
      select company_id, id, title from cms_pages
       where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), changed as (
      update cms_pages p set title = ${input.title}, blocks = ${ctx.sql.json(blocks)}
        from old where p.company_id = old.company_id and p.id = old.id
      returning p.*, jsonb_build_object('title', old.title) as before, jsonb_build_object('title', p.title) as after
    ), event as (${insertEvent(ctx, 'page.changed')} from changed)
    select ${pageColumns(ctx)} from changed`
  if (!page) throw notFound('page')
  return page
}

function stored(vault: Vault, block: NewBlock, index: number): Block {
  if (block.kind === 'text') return { kind: 'text', html: sanitise(block.html) }
  checkUrl(`blocks[${index}].url`, block.url)
  checkAuth(`blocks[${index}].auth`, block.auth)
  const secrets: BlockSecrets = { checksumKey: block.checksumKey, auth: block.auth }
  return {
    kind: 'dynamic',
    url: block.url,
    auth: block.auth.type,
    sealed: vault.seal(secrets).toString('base64'),
  }
}
