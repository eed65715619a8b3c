import { decodeUuid, encodeUuid } from '../base32.ts'

/** The prefixes of `/v1`, by what they name. */
const prefixes = {
  customer: 'cst_',
  customerGroup: 'cug_',
  invoice: 'inv_',
  ticket: 'tic_',
  message: 'tim_',
  punchCard: 'pcd_',
  issuedPunchCard: 'pcb_',
} as const

type Named = keyof typeof prefixes

/** `tic_` and the UUID in 26 characters. */
export const encodeId = (kind: Named, uuid: string): string => prefixes[kind] + encodeUuid(uuid)

/** The UUID of an id of that kind; undefined for anything else. */
export const decodeId = (kind: Named, id: string): string | undefined =>
  id.startsWith(prefixes[kind]) ? decodeUuid(id.slice(prefixes[kind].length)) : undefined
