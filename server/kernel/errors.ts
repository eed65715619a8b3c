import type { Rule } from './rules.ts'

/** Everything that can be refused. Each API answers all of it in one table, or does not compile. */
export type ErrorCode =
  | 'unauthenticated'
  /** The password is right; a code or a passkey is needed too. */
  | 'second_factor_required'
  | 'forbidden'
  | 'plan_lacks_feature'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'in_progress'
  | 'too_large'
  | 'unsupported_media_type'
  | 'rate_limited'
  | 'unavailable'

/** What can be missing. A thing the caller may not see is missing too. */
export type Thing =
  | 'company'
  | 'partner'
  | 'api_key'
  | 'customer'
  | 'customer_group'
  | 'batch'
  | 'bulk'
  | 'view'
  | 'invoice'
  | 'ticket'
  | 'installment'
  | 'mandate'
  | 'plan'
  | 'route'
  | 'punch_card'
  | 'issued_punch_card'
  | 'agreement'
  | 'agreement_document'
  | 'agreement_signer'
  | 'appointment'
  | 'attachment'
  | 'canned_answer'
  | 'merge'
  | 'delivery'
  | 'directory'
  | 'document'
  | 'file'
  | 'file_request'
  | 'file_share'
  | 'message'
  | 'oauth_app'
  | 'oauth_grant'
  | 'privacy_request'
  | 'offer'
  | 'payment'
  | 'payment_link'
  | 'payout'
  | 'platform_invoice'
  | 'sign_up'
  | 'subscription'
  | 'subscription_package'
  | 'webhook'
  | 'page'
  | 'form'
  | 'session'
  | 'colleague'
  | 'passkey'
  | 'logo'
  | 'invitation'
  | 'letter_run'
  | 'line_dispute'
  | 'line'

/** Why a well-formed request does not fit the state it meets. */
export const conflictReasons = [
  'appointment_already_canceled',
  'appointment_not_pending',
  'appointment_overlaps',
  'agreement_code_not_needed',
  'agreement_signed',
  'agreement_signed_by_you',
  'customer_in_use',
  'form_in_use',
  'punch_card_expired',
  'punch_card_not_for_sale',
  'punch_card_exhausted',
  'platform_invoice_paid',
  'subscription_ended',
  'ticket_already_closed',
  'ticket_is_chat',
  'ticket_not_closed',
  'tickets_of_two_invoices',
  'tickets_of_two_customers',
  'merge_not_the_last',
  'canned_answer_exists',
  'invoice_already_paid',
  'offer_already_accepted',
  'offer_already_rejected',
  'offer_expired',
  'invoice_retracted',
  'installment_over',
  'plan_changed',
  'plan_chosen',
  'plan_not_offered',
  'plan_not_running',
  'plan_under_way',
  'mandate_revoked',
  'payment_refused',
  'payment_over',
  'payment_pending',
  'payment_link_closed',
  'batch_already_transmitted',
  'invoice_already_transmitted',
  'invoice_already_retracted',
  'invoice_not_transmitted',
  'invoice_not_overdue',
  'collection_already_paused',
  'collection_not_paused',
  'line_already_disputed',
  'line_not_disputable',
  'letters_not_ready',
  'payment_in_progress',
  'no_signing_key',
  'credit_exceeds_outstanding',
  'currency_in_use',
  'duplicate_invoice_line_id',
  'webhook_disabled',
  'invoice_has_payments',
  'message_too_old',
  'message_has_enough_attachments',
  'file_already_uploaded',
  'last_owner',
  'already_a_colleague',
  'sms_not_connected',
  'second_factor_enabled',
  'second_factor_not_asked_for',
  'enough_passkeys',
  'passkey_known',
  'passkeys_need_a_host_name',
  'batch_empty',
  'batch_incomplete',
  'payment_exceeds_outstanding',
  'selection_changed',
  'selection_empty',
  'bulk_ended',
  'too_many_views',
  'person_has_dealings',
  'person_erased',
  'privacy_request_running',
  'privacy_request_not_failed',
] as const
export type ConflictReason = (typeof conflictReasons)[number]

/** The one error of the kernel and the domain. The message is a sentence for the caller, free of secrets. */
export class BalieError extends Error {
  readonly code: ErrorCode
  /** `not_found`: the thing; `invalid`: the path of the field; `conflict`: the reason; `second_factor_required`: what there is; else empty. */
  readonly about: string
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, about: string, message: string, retryAfterSeconds?: number) {
    super(message)
    this.name = 'BalieError'
    this.code = code
    this.about = about
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export const notFound = (thing: Thing) =>
  new BalieError('not_found', thing, `There is no ${thing.replaceAll('_', ' ')} with the given ID.`)

/** `rule` completes the sentence that begins with the field: "must be a date". */
export const invalid = (field: string, rule: Rule) => new BalieError('invalid', field, `${field} ${rule}.`)

export const conflict = (reason: ConflictReason, message: string) =>
  new BalieError('conflict', reason, message)
