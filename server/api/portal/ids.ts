import type { Thing } from '../../kernel/errors.ts'
import { decodeUuid, encodeUuid } from '../../kernel/base32.ts'
import { idOr404 } from '../edge.ts'

/** What the staff's pages name; where `/v1` names it too, alike. */
const prefixes = {
  agreement: 'agr_',
  apiKey: 'key_',
  appointment: 'apt_',
  attachment: 'tma_',
  bulk: 'blk_',
  cannedAnswer: 'can_',
  colleague: 'mbr_',
  company: 'com_',
  customer: 'cst_',
  dispute: 'dsp_',
  event: 'evt_',
  fileRequest: 'frq_',
  fileShare: 'fss_',
  form: 'frm_',
  grant: 'ogr_',
  import: 'imp_',
  invitation: 'ivt_',
  invoice: 'inv_',
  issuedPunchCard: 'pcb_',
  line: 'lin_',
  mail: 'mai_',
  message: 'tim_',
  note: 'ntn_',
  offer: 'off_',
  page: 'pag_',
  partner: 'par_',
  passkey: 'psk_',
  payment: 'pay_',
  payout: 'pyt_',
  payoutEntry: 'pye_',
  privacyRequest: 'prv_',
  punchCard: 'pcd_',
  session: 'ses_',
  signer: 'ags_',
  subscription: 'sub_',
  tab: 'tab_',
  ticket: 'tic_',
  user: 'usr_',
  view: 'viw_',
} as const

type Named = keyof typeof prefixes

/** `inv_` and the UUID in 26 characters. */
export const encodeId = (kind: Named, uuid: string): string => prefixes[kind] + encodeUuid(uuid)

/** The UUID of an id of that kind; undefined for anything else. */
export const decodeId = (kind: Named, id: string): string | undefined =>
  id.startsWith(prefixes[kind]) ? decodeUuid(id.slice(prefixes[kind].length)) : undefined

/** The same for an id in a path: what is none is a thing that is not there. Throws `not_found`. */
export const pathId = (kind: Named, id: string, thing: Thing): string => idOr404(decodeId(kind, id), thing)
