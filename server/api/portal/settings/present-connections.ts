import type { BookkeepingConnection } from '../../../domain/bookkeeping/find-bookkeeping.ts'
import type { BookkeepingUpdate } from '../../../domain/bookkeeping/list-updates.ts'
import type { TestMail } from '../../../domain/mails/send-test-mail.ts'
import type { PaymentConnection } from '../../../domain/payments/connect-payments.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import type { Deps } from '../../edge.ts'
import { encodeId } from '../ids.ts'

interface Known {
  mail: Deps['mailSetting']
  payments: PaymentConnection | undefined
  sandbox: boolean
  bookkeeping: BookkeepingConnection | undefined
  sms: { provider: string; originator: string; connectedAt: Instant } | undefined
}

export function presentConnections({ timeZone }: Company, known: Known) {
  const { mail, payments, sandbox, bookkeeping, sms } = known
  const at = (instant: Instant) => formatAtom(instant, timeZone)
  const testBank = sandbox ? { provider: 'sandbox' as const, connectedAt: null, payoutToken: false } : null
  return {
    mail: { state: mail.kind, from: mail.from ?? null },
    payments: payments
      ? {
          provider: 'mollie' as const,
          connectedAt: at(payments.connectedAt),
          payoutToken: payments.payoutToken,
        }
      : testBank,
    bookkeeping: bookkeeping
      ? {
          provider: bookkeeping.provider,
          administrationId: bookkeeping.administrationId,
          connectedAt: at(bookkeeping.connectedAt),
          pending: bookkeeping.pending,
          failed: bookkeeping.failed,
        }
      : null,
    sms: sms
      ? { provider: sms.provider, originator: sms.originator, connectedAt: at(sms.connectedAt) }
      : null,
  }
}

export const presentTestMail = (mail: TestMail, { timeZone }: Company) => ({
  id: encodeId('mail', mail.id),
  to: mail.to,
  state: mail.state,
  attempts: mail.attempts,
  lastError: mail.lastError,
  sentAt: mail.sentAt === null ? null : formatAtom(mail.sentAt, timeZone),
})

export const presentUpdate = (update: BookkeepingUpdate, { timeZone }: Company) => ({
  invoiceId: encodeId('invoice', update.invoiceId),
  invoiceNumber: update.invoiceNumber,
  amount: formatCents(update.amountCents),
  state: update.state,
  attempts: update.attempts,
  lastError: update.lastError,
  updatedAt: formatAtom(update.updatedAt, timeZone),
})
