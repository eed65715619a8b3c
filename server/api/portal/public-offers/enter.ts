import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Ctx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { decodeUuid } from '../../../kernel/base32.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'
import type { Door } from '../door.ts'

/** What a link opens: this offer, to be answered. */
const ofCustomer: ReadonlySet<Permission> = new Set(['offers:read', 'offers:write'])

const offerLink = {
  id: Type.String({ description: 'The ID of the offer, starting with `off_`.' }),
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
): Promise<{ ctx: Ctx; id: string; token: string }> {
  const { id: shown, token } = request.params
  const companyId = idOr404(companyOfLinkToken(token), 'offer')
  const id = idOr404(shown.startsWith('off_') ? decodeUuid(shown.slice(4)) : undefined, 'offer')
  const company = await deps.access.company(companyId)
  if (!company) throw notFound('offer')
  return {
    ctx: contextOf(deps, request, company, { kind: 'member', id, permissions: ofCustomer }),
    id,
    token,
  }
}

const LONGEST_USER_AGENT = 1000

/** Where an acceptance comes from and what with. */
export const signerOf = (request: FastifyRequest): { ip: string; userAgent: string | null } => ({
  ip: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null,
})

/** The door of whoever holds an offer's link. */
export const linkToOffer = (deps: Deps): Door => ({
  path: '/public-offers/:id/:token',
  params: offerLink,
  config: () => ({ open: true }),
  tag: 'Public offers',
  named: (operation) => operation,
  async enter(request) {
    const { ctx, id, token } = await enter(deps, request as FastifyRequest<{ Params: Link }>)
    return { ctx, id, token, home: `/public-offer/${(request.params as Link).id}/${token}` }
  },
})
