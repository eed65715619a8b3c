import type { Permission } from '../../../kernel/permissions.ts'

/** What a link opens: this share, to see. */
const permissions: ReadonlySet<Permission> = new Set(['fileshare:read'])
export const opens = { prefix: 'fss_', thing: 'file_share', permissions } as const
