import { ownFileRequestToken } from '../../../domain/customer-portal/list-own-file-requests.ts'
import { ownFileShareToken } from '../../../domain/customer-portal/list-own-file-shares.ts'
import { ownInvoiceToken } from '../../../domain/customer-portal/list-own-invoices.ts'
import { ownOfferToken } from '../../../domain/customer-portal/list-own-offers.ts'
import { ownDoor } from '../door.ts'

/** What customers do with their own by its link, they do with their session too: by the same operations. */
export const ownInvoices = ownDoor({
  folder: 'invoices',
  prefix: 'inv_',
  thing: 'invoice',
  tokenOf: ownInvoiceToken,
})
export const ownOffers = ownDoor({
  folder: 'offers',
  prefix: 'off_',
  thing: 'offer',
  tokenOf: ownOfferToken,
})
export const ownFileRequests = ownDoor({
  folder: 'file-requests',
  prefix: 'frq_',
  thing: 'file_request',
  tokenOf: ownFileRequestToken,
})
export const ownFileShares = ownDoor({
  folder: 'file-shares',
  prefix: 'fss_',
  thing: 'file_share',
  tokenOf: ownFileShareToken,
})
