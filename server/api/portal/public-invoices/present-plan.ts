import type { Plan, PlanOffer } from '../../../domain/installments/plan.ts'
import type { PendingContact } from '../../../domain/invoices/contact.ts'
import type { InvoiceDetails } from '../../../domain/invoices/invoice.ts'
import { maskedIban, type Mandate } from '../../../domain/mandates/mandate.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'

export const presentOffer = (offer: PlanOffer) => ({
  installments: offer.count,
  intervalDays: offer.intervalDays,
  fees: formatCents(offer.feesCents),
  total: formatCents(offer.totalCents),
  mayBeAutomatic: offer.mayCharge,
  schedule: offer.installments.map(({ dueOn, amountCents, feeCents }) => ({
    dueAt: dueOn,
    amount: formatCents(amountCents),
    fee: formatCents(feeCents),
  })),
})

export const presentPlan = (plan: Plan, shares: ReadonlyMap<string, number>) => ({
  state: plan.state,
  intervalDays: plan.intervalDays,
  automatic: plan.automatic,
  installments: plan.installments.map((installment) => ({
    position: installment.position,
    dueAt: installment.dueOn,
    state: installment.state,
    agreed: formatCents(installment.amountCents),
    amount: formatCents(
      shares.get(installment.id) ?? (installment.state === 'paid' ? (installment.askedCents ?? 0) : 0),
    ),
    fee: formatCents(installment.feeCents),
  })),
})

export const presentMandate = (mandate: Mandate, { timeZone }: Company) => ({
  reference: mandate.reference,
  kind: mandate.kind,
  iban: maskedIban(mandate.iban),
  holderName: mandate.holderName,
  via: mandate.via,
  signedAt: formatAtom(mandate.signedAt, timeZone),
})

/** What one knows one's own by, and nobody else learns: a link gets passed on. */
const begun = (text: string, letters: number) => (text === '' ? '' : `${text.slice(0, letters)}…`)

export function maskedEmail(email: string): string {
  const [user = '', host = ''] = email.split('@')
  const dot = host.lastIndexOf('.')
  return `${begun(user, 1)}@${begun(host.slice(0, dot), 1)}${host.slice(dot)}`
}

const maskedPhone = ({ number }: { number: string }) => (number === '' ? null : `…${number.slice(-2)}`)

export const presentContact = (
  { recipient: { email, phone, address } }: Pick<InvoiceDetails, 'recipient'>,
  pending: PendingContact | undefined,
) => ({
  email: email === '' ? null : maskedEmail(email),
  phone: maskedPhone(phone),
  address:
    [begun(address.address1, 2), begun(address.zipCode, 2), address.city]
      .filter((one) => one !== '')
      .join(', ') || null,
  pendingEmail: pending?.email ? maskedEmail(pending.email) : null,
  pendingPhone: pending?.phone ? maskedPhone(pending.phone) : null,
})
