import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Ctx } from '../../kernel/context.ts'
import { notFound, type Thing } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { companyOfLinkToken } from '../../kernel/link-token.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { decodeUuid } from '../../kernel/base32.ts'
import { contextOf, idOr404, type Deps } from '../edge.ts'
import { ref } from '../openapi.ts'
import { apiError } from './errors.ts'

/** The halves of a link's path. */
export const linkParams = {
  id: Type.String({ description: 'The ID, as `/v1` shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
}

export const refusal = (description: string) =>
  ({ description, content: { 'application/json': { schema: ref(apiError) } } }) as never

/** The UUID of an id of `/v1`. Throws `not_found`. */
export const uuidOf = (prefix: string, id: string, thing: Thing): string =>
  idOr404(id.startsWith(prefix) ? decodeUuid(id.slice(prefix.length)) : undefined, thing)

/** The same for the thing that a link opens: mails name it by its UUID. */
export const linkedUuid = (prefix: string, id: string, thing: Thing): string =>
  isUuid(id) ? id : uuidOf(prefix, id, thing)

/** The context of whoever holds a link to the thing; the verbs check its secret. Throws `not_found`. */
export async function enterByLink(
  deps: Deps,
  request: FastifyRequest,
  link: { id: string; token: string },
  opens: { prefix: string; thing: Thing; permissions: ReadonlySet<Permission> },
): Promise<{ ctx: Ctx; id: string }> {
  const { prefix, thing, permissions } = opens
  const id = linkedUuid(prefix, link.id, thing)
  const company = await deps.access.company(idOr404(companyOfLinkToken(link.token), thing))
  if (!company) throw notFound(thing)
  return { ctx: contextOf(deps, request, company, { kind: 'member', id, permissions }), id }
}
