import type { FastifyRequest } from 'fastify'
import type { Ctx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { companyOfLinkToken } from '../../../kernel/link-token.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import { decodeUuid } from '../../../kernel/base32.ts'
import { contextOf, idOr404, type Deps } from '../../edge.ts'

/** What a signer's link opens: this agreement, to read and to sign. */
const ofSigner: ReadonlySet<Permission> = new Set(['agreements:read', 'agreements:write'])

/** As `/v1` shows it, or as mails have it in their links. */
const agreementId = (id: string): string | undefined =>
  id.startsWith('agr_') ? decodeUuid(id.slice(4)) : isUuid(id) ? id : undefined

/** The two halves of a signer's link. */
export interface SignerLink {
  id: string
  token: string
}

/** The context of whoever holds a signer's link; the verbs check its secret. Throws `not_found`. */
export async function enterAgreement(
  deps: Deps,
  request: FastifyRequest,
  { id, token }: SignerLink,
): Promise<{ ctx: Ctx; link: { agreementId: string; token: string } }> {
  const companyId = idOr404(companyOfLinkToken(token), 'agreement')
  const agreement = idOr404(agreementId(id), 'agreement')
  const company = await deps.access.company(companyId)
  if (!company) throw notFound('agreement')
  const actor = { kind: 'member', id: agreement, permissions: ofSigner } as const
  return { ctx: contextOf(deps, request, company, actor), link: { agreementId: agreement, token } }
}
