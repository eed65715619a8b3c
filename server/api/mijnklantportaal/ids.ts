import { decodeUuid, encodeUuid } from '../../kernel/base32.ts'

/** The prefixes of `/v1`, by what they name. */
const prefixes = {
  agreement: 'agr_',
  agreementSigner: 'ags_',
  agreementDocument: 'agd_',
  appointment: 'apt_',
  customer: 'cst_',
  customerGroup: 'cug_',
  invoice: 'inv_',
  offer: 'off_',
  subscription: 'sub_',
  subscriptionPackage: 'spg_',
  subscriptionPayment: 'sbp_',
  file: 'fsf_',
  directory: 'fsd_',
  fileShare: 'fss_',
  fileRequest: 'frq_',
  requestedFile: 'fqf_',
  platformInvoice: 'fac_',
  platformInvoiceLine: 'fcl_',
  paymentLink: 'plk_',
  paymentLinkPayment: 'plp_',
  punchCard: 'pcd_',
  issuedPunchCard: 'pcb_',
  punchCardSale: 'pcs_',
  ticket: 'tic_',
  message: 'tim_',
  attachment: 'tma_',
  webhook: 'wbh_',
  delivery: 'dlv_',
  event: 'evt_',
  mandate: 'mdt_',
  page: 'pag_',
  form: 'frm_',
  submission: 'fsu_',
} as const

type Named = keyof typeof prefixes

/** `tic_` and the UUID in 26 characters. */
export const encodeId = (kind: Named, uuid: string): string => prefixes[kind] + encodeUuid(uuid)

/** The UUID of an id of that kind; undefined for anything else. */
export const decodeId = (kind: Named, id: string): string | undefined =>
  id.startsWith(prefixes[kind]) ? decodeUuid(id.slice(prefixes[kind].length)) : undefined
