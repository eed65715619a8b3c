import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { callEndpoint, endpointFailed, textOf, type Tools } from './endpoint.ts'
import { getPage } from './get-page.ts'
import type { Block, BlockSecrets } from './page.ts'
import { sanitise } from './sanitise.ts'

/** How page and customer are called in the requests: the ids of `/v1`. */
export interface PageNames {
  page: string
  customer: string
}

/** A block as a customer sees it: `html` is sanitised; null when there is a problem, which the company is told. */
export interface RenderedBlock {
  kind: Block['kind']
  html: string | null
  problem: string | null
}

/**
 * A page as one customer sees it. A block that the company's software does not make is left out, the others are shown.
 * Throws `forbidden`, `not_found`, `invalid` (customer).
 */
export async function renderPage(
  ctx: Ctx,
  tools: Tools,
  pageId: string,
  customerId: string,
  names: PageNames,
): Promise<{ title: string; blocks: RenderedBlock[] }> {
  allow(ctx.actor, 'cms:read')
  const page = await getPage(ctx, pageId)
  if (!(await findCustomer(ctx, customerId)))
    throw invalid('customerId', 'must be the ID of an existing customer')
  const blocks = page.blocks.map(async (block): Promise<RenderedBlock> => {
    if (block.kind === 'text') return { kind: 'text', html: block.html, problem: null }
    try {
      return { kind: 'dynamic', html: await renderDynamicBlock(tools, block, names), problem: null }
    } catch (error) {
      if (!(error instanceof BalieError)) throw error
      return { kind: 'dynamic', html: null, problem: error.message }
    }
  })
  return { title: page.title, blocks: await Promise.all(blocks) }
}

/**
 * What the company's software makes of a block for a customer (/cms/pages-dynamic-html): it is HTML, and `X-Checksum` is
 * the HMAC-SHA256 of `<customer>,<page>` in hex. Throws `unavailable`.
 */
async function renderDynamicBlock(
  { vault, outbound }: Tools,
  block: Extract<Block, { kind: 'dynamic' }>,
  { page, customer }: PageNames,
): Promise<string> {
  const { checksumKey, auth } = vault.open(Buffer.from(block.sealed, 'base64')) as BlockSecrets
  const answer = await callEndpoint(outbound, auth, {
    method: 'GET',
    url: block.url,
    headers: { accept: 'text/html', 'x-customer-id': customer, 'x-page-id': page },
  })
  if (!/^text\/html\s*(;|$)/i.test(answer.headers['content-type'] ?? ''))
    throw endpointFailed('The endpoint did not answer with Content-Type: text/html.')
  const given = Buffer.from((answer.headers['x-checksum'] ?? '').trim(), 'hex')
  const expected = createHmac('sha256', checksumKey).update(`${customer},${page}`).digest()
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw endpointFailed('The header X-Checksum of the endpoint is missing or wrong.')
  return sanitise(textOf(answer))
}
