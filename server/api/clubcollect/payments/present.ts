import type { PartnerPayment } from '../../../domain/partner-payments/partner-payment.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatUtc } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

/** The six parameters that a payer comes back with. */
export const presentReturn = (payment: PartnerPayment, { companyId, id }: Company) => ({
  company_id: encodeId(companyId, id),
  invoice_id: encodeId(companyId, payment.invoiceId),
  external_invoice_number: payment.externalNumber,
  payment_id: payment.ownId ?? encodeId(companyId, payment.id),
  payment_method: payment.method,
  payment_result: payment.result,
})

export const presentPayment = (payment: PartnerPayment, company: Company) => ({
  ...presentReturn(payment, company),
  created_at: formatUtc(payment.createdAt),
  updated_at: formatUtc(payment.changedAt),
})
