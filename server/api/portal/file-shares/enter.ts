import type { Deps } from '../../edge.ts'
import type { Door } from '../door.ts'
import { enterByLink, linkParams } from '../links.ts'
import type { Permission } from '../../../kernel/permissions.ts'

/** What a link opens: this share, to see. */
const permissions: ReadonlySet<Permission> = new Set(['fileshare:read'])
export const opens = { prefix: 'fss_', thing: 'file_share', permissions } as const

/** The door of whoever holds a file share's link. */
export const linkToFileShare = (deps: Deps): Door => ({
  path: '/file-shares/:id/:token',
  params: linkParams,
  config: () => ({ open: true }),
  tag: 'File shares',
  named: (operation) => operation,
  async enter(request) {
    const link = request.params as { id: string; token: string }
    const { ctx, id } = await enterByLink(deps, request, link, opens)
    return { ctx, id, token: link.token, home: `/file-shares/${link.id}/${link.token}` }
  },
})
