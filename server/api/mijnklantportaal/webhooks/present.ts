import type { Delivery } from '../../../domain/webhooks/delivery.ts'
import type { Webhook } from '../../../domain/webhooks/webhook.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentWebhook = (webhook: Webhook, { timeZone }: Company) => ({
  id: encodeId('webhook', webhook.id),
  type: webhook.type,
  url: webhook.url,
  secret: webhook.secret,
  createdAt: formatAtom(webhook.createdAt, timeZone),
  enabled: webhook.disabledAt === null,
  disabledReason: webhook.disabledReason,
})

export const presentDelivery = (delivery: Delivery, { timeZone }: Company) => ({
  id: encodeId('delivery', delivery.id),
  eventId: encodeId('event', delivery.eventId),
  status: delivery.state,
  createdAt: formatAtom(delivery.createdAt, timeZone),
  nextAttemptAt: delivery.nextAttemptAt === null ? null : formatAtom(delivery.nextAttemptAt, timeZone),
  request: delivery.body,
  attempts: delivery.attempts.map((attempt) => ({
    attemptedAt: formatAtom(attempt.at, timeZone),
    durationMs: attempt.durationMs,
    url: attempt.url,
    status: attempt.status,
    error: attempt.error,
    response: attempt.answer,
  })),
})
