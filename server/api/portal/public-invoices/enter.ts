import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Ctx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { dashed, decodeUuid } from '../../../kernel/base32.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'
import type { Door } from '../door.ts'

/** What a link opens: this invoice, and the conversation about it. */
const ofMember: ReadonlySet<Permission> = new Set(['invoices:read', 'tickets:write'])

/** The id as either API shows it. */
const invoiceId = (id: string): string | undefined =>
  /^[0-9a-f]{40}$/.test(id) ? dashed(id) : id.startsWith('inv_') ? decodeUuid(id.slice(4)) : undefined

/** Codes are guessed and mails are sent by some routes: each address may do it this often, where anything is limited. */
export const careful = ({ rateLimitPerMinute }: Deps) => ({
  open: true,
  ...(rateLimitPerMinute > 0
    ? { rateLimit: { max: Math.min(20, rateLimitPerMinute), timeWindow: '1 minute' } }
    : {}),
})

/** The two halves of a link's path, described. */
export const invoiceLink = {
  id: Type.String({ description: 'The ID of the invoice, as either API shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
}

/** The two halves of a link's path. */
export interface Link {
  id: string
  token: string
}

/** The context of whoever holds a link; the verbs check its secret. Throws `not_found`. */
export async function enter(
  deps: Deps,
  request: FastifyRequest<{ Params: Link }>,
): Promise<{ ctx: Ctx; id: string }> {
  const link = request.params
  const companyId = idOr404(companyOfLinkToken(link.token), 'invoice')
  const id = idOr404(invoiceId(link.id), 'invoice')
  const company = await deps.access.company(companyId)
  if (!company) throw notFound('invoice')
  return { ctx: contextOf(deps, request, company, { kind: 'member', id, permissions: ofMember }), id }
}

/** Where the page of an invoice is, below the public URL. */
export const pathOf = ({ id, token }: Link): string => `/public-invoice/${id}/pay/${token}`

/** The door of whoever holds an invoice's link. */
export const linkToInvoice = (deps: Deps): Door => ({
  path: '/public-invoices/:id/:token',
  params: invoiceLink,
  config: () => ({ open: true }),
  tag: 'Public invoices',
  named: (operation) => operation,
  async enter(request) {
    const link = request.params as Link
    const { ctx, id } = await enter(deps, request as FastifyRequest<{ Params: Link }>)
    return { ctx, id, token: link.token, home: pathOf(link) }
  },
})
