import { invalid } from '../../kernel/errors.ts'
import { readReason } from '../collection/reason.ts'
import { bodyFromHtml } from '../tickets/message-body.ts'
import type { BulkAction } from './bulk.ts'

/** Refuses at once what every invoice would refuse. Throws `invalid`. */
export function checkAction({ action, params }: BulkAction, now: Date): void {
  if (action === 'pause') readReason(params.reason)
  if (action === 'pay' && new Date(params.paidAt) > now) throw invalid('paidAt', 'must not lie in the future')
  if (action === 'retract' && params.description.trim() === '')
    throw invalid('description', 'must not be empty')
  if (action === 'message') bodyFromHtml(params.html)
}
