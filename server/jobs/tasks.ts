import type { FastifyBaseLogger } from 'fastify'
import type { TaskList } from 'graphile-worker'
import { SEAL_AGREEMENT } from '../domain/agreements/seal-job.ts'
import { COLLECT } from '../domain/collection/collect-job.ts'
import { PRINT_LETTERS } from '../domain/collection/letter-run.ts'
import { SEND_SMS } from '../domain/collection/send-sms-job.ts'
import { REGISTER_PAYMENT } from '../domain/bookkeeping/insert-update.ts'
import { REMOVE_BYTES, SWEEP_UPLOADS } from '../domain/documents/sweep-uploads.ts'
import { ASK_INSTALLMENTS } from '../domain/installments/ask-job.ts'
import { RUN_BULK } from '../domain/invoice-bulks/bulk-job.ts'
import { TEXT_OWN_CODE } from '../domain/customer-portal/change-own-phone.ts'
import { TEXT_CODE } from '../domain/invoices/contact-code.ts'
import type { Delivery } from '../domain/mails/delivery.ts'
import { SEND_MAIL } from '../domain/mails/insert-mail.ts'
import type { NotificationContract } from '../domain/notifications/send.ts'
import { BEGIN_ROUNDS, RUN_ROUND, TELL_PARTNER } from '../domain/notifications/tell-job.ts'
import { EXPIRE_PAYMENT_LINK } from '../domain/payment-links/create-payment-link.ts'
import { ANSWER_PRIVACY } from '../domain/privacy/request.ts'
import { SWEEP_EXPORTS } from '../domain/privacy/sweep-exports.ts'
import type { PaymentProviders } from '../domain/payments/provider.ts'
import { SYNC_PAYMENT } from '../domain/payments/sync-job.ts'
import { FETCH_PAYOUTS, PLAN_PAYOUTS } from '../domain/payouts/fetch-job.ts'
import { CHARGE_TERM } from '../domain/subscriptions/charge-job.ts'
import { RENEW_SUBSCRIPTIONS } from '../domain/subscriptions/renewal-job.ts'
import { WAKE_TICKET } from '../domain/tickets/snooze-ticket.ts'
import type { Db } from '../kernel/context.ts'
import type { Outbound } from '../kernel/outbound.ts'
import type { Storage } from '../kernel/storage.ts'
import type { Clock } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'
import { answerPrivacyTask, sweepExportsTask } from './answer-privacy.ts'
import { beginNotificationRoundsTask } from './begin-notification-rounds.ts'
import { askInstallmentsTask } from './ask-installments.ts'
import { BILL_PLANS, billPlansTask } from './bill-plans.ts'
import { chargeTermTask } from './charge-term.ts'
import { collectTask } from './collect.ts'
import { EXPIRE_SIGN_UPS, expireSignUpsTask } from './expire-sign-ups.ts'
import { expirePaymentLinkTask } from './expire-payment-link.ts'
import { fetchPayoutsTask, planPayoutsTask } from './fetch-payouts.ts'
import { printLettersTask } from './print-letters.ts'
import { registerPaymentTask } from './register-payment.ts'
import { removeBytesTask } from './remove-bytes.ts'
import { renewSubscriptionsTask } from './renew-subscriptions.ts'
import { runInvoiceBulkTask } from './run-invoice-bulk.ts'
import { runNotificationRoundTask } from './run-notification-round.ts'
import { sealAgreementTask } from './seal-agreement.ts'
import { sendMailTask } from './send-mail.ts'
import { sendSmsTask } from './send-sms.ts'
import { SWEEP_INBOX_CHANGES, sweepInboxChangesTask } from './sweep-inbox-changes.ts'
import { sweepUploadsTask } from './sweep-uploads.ts'
import { syncPaymentTask } from './sync-payment.ts'
import { tellPartnerTask } from './tell-partner.ts'
import { textCodeTask } from './text-code.ts'
import { textOwnCodeTask } from './text-own-code.ts'
import { wakeTicketTask } from './wake-ticket.ts'

export interface JobDeps {
  sql: Db
  vault: Vault
  storage: Storage
  payments: PaymentProviders
  clock: Clock
  log: FastifyBaseLogger
  /** What links in texts and letters begin with. Without it, these wait for a worker that has it. */
  publicUrl?: () => string
  /** Without it, mail waits for a worker that has it. */
  mail?: Delivery
  /** Without it, what partners are to be told waits for a worker that has it. */
  partners?: PartnerDeps
  /** Called with the name and outcome of every job. */
  counted(job: string, outcome: 'succeeded' | 'failed'): void
}

/** How partners are told of changes. */
export interface PartnerDeps {
  outbound: Outbound
  contract: NotificationContract
}

/** Every job, by its name. */
export const tasks = (deps: JobDeps): TaskList => ({
  [BEGIN_ROUNDS]: beginNotificationRoundsTask(deps),
  [ANSWER_PRIVACY]: answerPrivacyTask(deps),
  [SWEEP_EXPORTS]: sweepExportsTask(deps),
  [ASK_INSTALLMENTS]: askInstallmentsTask(deps),
  [BILL_PLANS]: billPlansTask(deps),
  [CHARGE_TERM]: chargeTermTask(deps),
  [COLLECT]: collectTask(deps),
  [EXPIRE_PAYMENT_LINK]: expirePaymentLinkTask(deps),
  [EXPIRE_SIGN_UPS]: expireSignUpsTask(deps),
  [FETCH_PAYOUTS]: fetchPayoutsTask(deps),
  [PLAN_PAYOUTS]: planPayoutsTask(deps),
  [REGISTER_PAYMENT]: registerPaymentTask(deps),
  [REMOVE_BYTES]: removeBytesTask(deps),
  [RENEW_SUBSCRIPTIONS]: renewSubscriptionsTask(deps),
  [RUN_BULK]: runInvoiceBulkTask(deps),
  [SEAL_AGREEMENT]: sealAgreementTask(deps),
  [SWEEP_INBOX_CHANGES]: sweepInboxChangesTask(deps),
  [SWEEP_UPLOADS]: sweepUploadsTask(deps),
  [SYNC_PAYMENT]: syncPaymentTask(deps),
  [WAKE_TICKET]: wakeTicketTask(deps),
  ...(deps.partners ? partnerTasks(deps, deps.partners) : {}),
  ...(deps.publicUrl
    ? {
        [SEND_SMS]: sendSmsTask(deps, deps.publicUrl),
        [TEXT_CODE]: textCodeTask(deps, deps.publicUrl),
        [TEXT_OWN_CODE]: textOwnCodeTask(deps, deps.publicUrl),
        [PRINT_LETTERS]: printLettersTask(deps, deps.publicUrl),
      }
    : {}),
  ...(deps.mail ? { [SEND_MAIL]: sendMailTask(deps, deps.mail) } : {}),
})

function partnerTasks({ sql, vault, clock, log }: JobDeps, partners: PartnerDeps): TaskList {
  const deps = { sql, vault, ...partners, now: () => clock.now() }
  return {
    [RUN_ROUND]: runNotificationRoundTask(deps, log),
    [TELL_PARTNER]: tellPartnerTask(deps, log),
  }
}

/**
 * Minute, hour, day, month, weekday, in UTC; of many processes one adds the job. They do what is due, not what the moment
 * says: a run that was missed is made up for by the next.
 */
export const timetable = [
  `* * * * * ${COLLECT} ?max=3&jobKey=${COLLECT}`,
  `*/5 * * * * ${RENEW_SUBSCRIPTIONS} ?max=3&jobKey=${RENEW_SUBSCRIPTIONS}`,
  `*/10 * * * * ${BEGIN_ROUNDS} ?max=3&jobKey=${BEGIN_ROUNDS}`,
  `*/5 * * * * ${EXPIRE_SIGN_UPS} ?max=3&jobKey=${EXPIRE_SIGN_UPS}`,
  `*/10 * * * * ${ASK_INSTALLMENTS} ?max=3&jobKey=${ASK_INSTALLMENTS}`,
  `10 * * * * ${BILL_PLANS} ?max=3&jobKey=${BILL_PLANS}`,
  `27 * * * * ${PLAN_PAYOUTS} ?max=3&jobKey=${PLAN_PAYOUTS}`,
  `37 * * * * ${SWEEP_EXPORTS} ?max=3&jobKey=${SWEEP_EXPORTS}`,
  `47 * * * * ${SWEEP_INBOX_CHANGES} ?max=3&jobKey=${SWEEP_INBOX_CHANGES}`,
  `23 * * * * ${SWEEP_UPLOADS} ?max=3&jobKey=${SWEEP_UPLOADS}`,
].join('\n')
