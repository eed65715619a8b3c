import type { NotificationContract, OwedThing } from '../../../domain/notifications/send.ts'
import { encodeId } from '../ids.ts'

const idOf = ({ companyId, id }: OwedThing): string => encodeId(companyId, id)

/** What partners are sent, in the names of ClubCollect. */
export const notificationContract: NotificationContract = {
  changes: (invoices, imports) => ({ invoice_ids: invoices.map(idOf), import_ids: imports.map(idOf) }),
  payment: ({ companyId, companyUuid, id, ownId, invoiceId, externalNumber, method, result }) => ({
    company_id: encodeId(companyId, companyUuid),
    invoice_id: encodeId(companyId, invoiceId),
    external_invoice_number: externalNumber,
    payment_id: ownId ?? encodeId(companyId, id),
    payment_method: method,
    payment_result: result,
  }),
}
