import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import Type, { type TString } from 'typebox'
import type { Ctx } from '../../kernel/context.ts'
import type { Thing } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { encodeId } from './ids.ts'
import { uuidOf } from './links.ts'

/** What came in through a door: the thing, the secret of its link, and the page where it is shown. */
export interface Entered {
  ctx: Ctx
  id: string
  token: string
  /** Below the public URL. */
  home: string
}

/** A way to one thing, over which the same operations are offered: its secret link, or the session of its customer. */
export interface Door {
  path: string
  params: { id: TString }
  config(permission: Permission): FastifyContextConfig
  tag: string
  /** How an operation is called behind this door, from its name behind a link. */
  named(operation: string): string
  /** Throws `not_found`. */
  enter(request: FastifyRequest): Promise<Entered>
}

/** The door of a customer who has signed in to what is theirs; `tokenOf` throws `not_found` for anything else. */
export function ownDoor(own: {
  folder: string
  prefix: string
  thing: Thing
  tokenOf(ctx: Ctx, id: string): Promise<string>
}): Door {
  const { folder, prefix, thing, tokenOf } = own
  return {
    path: `/my/${folder}/:id`,
    params: { id: Type.String({ description: `The ID, starting with \`${prefix}\`.` }) },
    config: (permission) => ({ customer: true, permission }),
    tag: 'My portal',
    named: (operation) =>
      operation.includes('public-') ? operation.replace('public-', 'my-') : operation.replace('-', '-my-'),
    async enter(request) {
      const { ctx } = request
      const { id: shown } = request.params as { id: string }
      const id = uuidOf(prefix, shown, thing)
      const token = await tokenOf(ctx, id)
      return { ctx, id, token, home: `/my/${encodeId('company', ctx.company.id)}/${folder}/${shown}` }
    },
  }
}
