import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { WebhookType } from './webhook-type.ts'

/** `gone`: the endpoint answered 410; `failing`: days of nothing but failure. */
export type DisabledReason = 'by_hand' | 'gone' | 'failing'

/** An address that is told of one type of event. */
export interface Webhook {
  id: string
  type: WebhookType
  url: string
  /** 20 letters and digits. */
  secret: string
  disabledAt: Instant | null
  disabledReason: DisabledReason | null
  createdAt: Instant
}

export interface WebhookRow extends Omit<Webhook, 'secret'> {
  sealedSecret: Uint8Array
}

/** The columns of a `WebhookRow`. */
export const webhookColumns = (ctx: Ctx) => ctx.sql`
  id, type, url, secret as "sealedSecret", disabled_at as "disabledAt", disabled_reason as "disabledReason",
  created_at as "createdAt"`

export const toWebhook = ({ sealedSecret, ...row }: WebhookRow, vault: Vault): Webhook => ({
  ...row,
  secret: vault.open(sealedSecret) as string,
})
