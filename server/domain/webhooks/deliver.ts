import type { Ctx, Db } from '../../kernel/context.ts'
import { OutboundError, type Outbound } from '../../kernel/outbound.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { Claimed } from './claim-deliveries.ts'
import { recordFailure, recordSuccess, type AttemptOutcome } from './record-attempt.ts'
import { pauseOf, secondsToNext } from './retry-schedule.ts'
import { sign } from './signature.ts'

/** What is sent of an event, and the names that the contract gives to things. Owned by the API whose webhooks these are. */
export interface WebhookContract {
  /** The body, an object that becomes JSON. */
  compose(ctx: Ctx, claimed: Claimed): Promise<object>
  /** The id of the event, the same at every attempt and to every endpoint. */
  eventId(claimed: Claimed): string
  webhookId(claimed: Claimed): string
}

export interface DeliveryDeps {
  sql: Db
  vault: Vault
  outbound: Outbound
  contract: WebhookContract
  now(): Date
}

export type DeliveryResult =
  { outcome: 'delivered'; status: number } | { outcome: 'failed'; error: string; disabled: boolean }

const TIMEOUT_MS = 15_000
const KEEP_BYTES = 4096

/** One attempt at telling an endpoint of an event, noted whatever comes of it. Throws when it could not be noted. */
export async function deliver(deps: DeliveryDeps, claimed: Claimed): Promise<DeliveryResult> {
  const at = deps.now()
  const ctx: Ctx = {
    sql: deps.sql,
    company: claimed.company,
    actor: { kind: 'system', id: 'webhooks', permissions: 'all' },
    now: at,
  }
  let body: string
  let headers: Record<string, string>
  try {
    body = claimed.body ?? JSON.stringify(await deps.contract.compose(ctx, claimed))
    headers = headersOf(deps, claimed, body, at)
  } catch (error) {
    await recordFailure(
      ctx,
      claimed,
      { at, body: null, durationMs: 0, status: null, error: 'The request could not be made.', answer: null },
      { ...next(claimed, undefined), gone: false, ours: true },
    )
    throw error
  }
  const began = performance.now()
  const answered = await request(deps, claimed, body, headers)
  const outcome: AttemptOutcome = { at, body, durationMs: Math.round(performance.now() - began), ...answered }
  if (answered.status !== null && answered.status >= 200 && answered.status < 300) {
    await recordSuccess(ctx, claimed, outcome)
    return { outcome: 'delivered', status: answered.status }
  }
  const pauseSeconds = pauseOf(answered.retryAfter, at)
  const { disabled } = await recordFailure(ctx, claimed, outcome, {
    ...next(claimed, pauseSeconds),
    gone: answered.status === 410,
    ours: false,
  })
  return { outcome: 'failed', error: answered.error ?? `status ${answered.status}`, disabled }
}

const next = ({ attempt }: Claimed, pauseSeconds: number | undefined) => ({
  retryInSeconds: secondsToNext(attempt, pauseSeconds, Math.random()),
  pauseSeconds,
})

interface Answered {
  status: number | null
  error: string | null
  answer: string | null
  retryAfter: string | undefined
}

async function request(
  { outbound }: DeliveryDeps,
  { webhook }: Claimed,
  body: string,
  headers: Record<string, string>,
): Promise<Answered> {
  try {
    const answer = await outbound.send({
      method: 'POST',
      url: webhook.url,
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      keepBytes: KEEP_BYTES,
    })
    // Text as Postgres keeps it has no NUL.
    const text = answer.body.toString('utf8').replaceAll('\0', '\u{fffd}')
    return { status: answer.status, error: null, answer: text, retryAfter: answer.headers['retry-after'] }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return { status: null, error: error.message, answer: null, retryAfter: undefined }
  }
}

function headersOf({ vault, contract }: DeliveryDeps, claimed: Claimed, body: string, at: Date) {
  const { sealedSecret, previousSealedSecret, previousSecretUntil } = claimed.webhook
  const secret = vault.open(sealedSecret) as string
  const overlaps = previousSecretUntil !== null && Date.parse(previousSecretUntil) > at.getTime()
  const previous =
    previousSealedSecret !== null && overlaps ? [vault.open(previousSealedSecret) as string] : []
  const id = contract.eventId(claimed)
  const timestamp = Math.floor(at.getTime() / 1000)
  return {
    'content-type': 'application/json',
    'user-agent': 'Balie-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign([secret, ...previous], id, timestamp, body),
    'x-webhook-signature': secret,
    'x-webhook-record': contract.webhookId(claimed),
  }
}
