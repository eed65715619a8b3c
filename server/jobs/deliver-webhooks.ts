import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import {
  claimDeliveries,
  findDueWebhooks,
  WHILE_FAILING,
  type Claimed,
} from '../domain/webhooks/claim-deliveries.ts'
import { deliver, type WebhookContract } from '../domain/webhooks/deliver.ts'
import { forgetDeliveries } from '../domain/webhooks/forget-deliveries.ts'
import type { Db } from '../kernel/context.ts'
import type { Outbound } from '../kernel/outbound.ts'
import type { Clock } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'

/**
 * Brings events to webhooks. What is owed stands in `webhook_deliveries`, written with the change itself, and is looked for
 * twenty times a second: a look costs 0.1 ms, while a notification in the change's transaction would make commits wait for
 * one another. Not jobs of the queue either: an endpoint that hangs would hold one of its workers for every event that it
 * is owed. Here it holds a connection, and nobody else waits for it.
 */
export interface WebhookDeliveries {
  /** Takes nothing more and waits for the requests under way. */
  stop(): Promise<void>
}

export interface WebhookDeliveryDeps {
  sql: Db
  vault: Vault
  clock: Clock
  log: FastifyBaseLogger
  outbound: Outbound
  webhooks: WebhookContract
  counted(job: string, outcome: 'succeeded' | 'failed'): void
}

/** Requests at once to one endpoint. */
const PER_ENDPOINT = 10
/** Requests at once of this process. */
const IN_ALL = 256
/** Requests that end within so short a time make room for a claim together. */
const TOGETHER_MS = 2
const LOOK_MS = 50
/** While no webhook is on, or the database is away. */
const IDLE_LOOK_MS = 2000
/** A look may take one part in so many of the time: where there are thousands of webhooks there are fewer looks. */
const LOOK_SHARE = 20
const FORGET_MS = 3_600_000
/** So long a stop waits; what is still under way then is due again within the half minute. */
const STOP_MS = 8000

/** One endpoint that is being told things. */
interface Lane {
  companyId: number
  webhookId: string
  inFlight: number
  claiming: boolean
  /** Something may be due that was not seen yet. */
  again: boolean
  /** Set while it waits for more to end before it claims again. */
  waiting: boolean
  failing: boolean
}

export function startWebhookDeliveries(deps: WebhookDeliveryDeps): WebhookDeliveries {
  const { sql, log } = deps
  const lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const { signal } = stopping

  function wake(companyId: number, webhookId: string): void {
    if (signal.aborted) return
    let lane = lanes.get(webhookId)
    if (!lane) {
      lane = {
        companyId,
        webhookId,
        inFlight: 0,
        claiming: false,
        again: false,
        waiting: false,
        failing: false,
      }
      lanes.set(webhookId, lane)
    }
    lane.again = true
    void pump(lane)
  }

  /** Takes what is due as far as there is room. A delivery that ends makes room and comes here again. */
  async function pump(lane: Lane): Promise<void> {
    if (lane.claiming) return
    lane.claiming = true
    try {
      while (lane.again && !signal.aborted) {
        const most = lane.failing ? WHILE_FAILING : PER_ENDPOINT
        const room = Math.min(most - lane.inFlight, IN_ALL - underWay.size)
        if (room <= 0) break
        lane.again = false
        const claimed = await claimDeliveries(sql, lane, room)
        lane.failing = claimed.some(({ failing }) => failing)
        for (const one of claimed) begin(lane, one)
        if (claimed.length === (lane.failing ? WHILE_FAILING : room)) lane.again = true
      }
    } catch (error) {
      log.warn({ err: error }, 'could not look what a webhook is owed')
      lane.again = false
    } finally {
      lane.claiming = false
      if (lane.inFlight === 0 && !lane.waiting && !lane.again) lanes.delete(lane.webhookId)
    }
  }

  function begin(lane: Lane, claimed: Claimed): void {
    lane.inFlight += 1
    const attempt = run(lane, claimed).finally(() => {
      lane.inFlight -= 1
      underWay.delete(attempt)
      if (lane.waiting) return
      lane.waiting = true
      setTimeout(() => {
        lane.waiting = false
        void pump(lane)
      }, TOGETHER_MS)
    })
    underWay.add(attempt)
  }

  async function run(lane: Lane, claimed: Claimed): Promise<void> {
    const { deliveryId, attempt, webhook } = claimed
    const about = { delivery: deliveryId, webhook: webhook.id, type: webhook.type, attempt }
    try {
      const result = await deliver({ ...deps, contract: deps.webhooks, now: () => deps.clock.now() }, claimed)
      lane.failing = result.outcome === 'failed'
      deps.counted('deliver-webhook', result.outcome === 'failed' ? 'failed' : 'succeeded')
      if (result.outcome === 'failed') log.info({ ...about, error: result.error }, 'webhook not delivered')
      if (result.outcome === 'failed' && result.disabled) log.warn(about, 'webhook turned off')
    } catch (error) {
      deps.counted('deliver-webhook', 'failed')
      log.error({ err: error, ...about }, 'webhook delivery failed on our side')
    }
  }

  /** Returns how long to wait for the next. */
  async function look(): Promise<number> {
    const began = performance.now()
    const { any, due } = await findDueWebhooks(sql)
    for (const { companyId, webhookId } of due) wake(companyId, webhookId)
    if (!any) return IDLE_LOOK_MS
    return Math.min(IDLE_LOOK_MS, Math.max(LOOK_MS, LOOK_SHARE * (performance.now() - began)))
  }

  async function keepLooking(): Promise<void> {
    while (!signal.aborted) {
      const wait = await look().catch((error: unknown) => {
        log.warn({ err: error }, 'could not look what webhooks are owed')
        return IDLE_LOOK_MS
      })
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }

  async function keepForgetting(): Promise<void> {
    while (!signal.aborted) {
      const more = await forgetDeliveries(sql).catch((error: unknown) => {
        log.warn({ err: error }, 'could not forget old deliveries')
        return false
      })
      await sleep(more ? 100 : FORGET_MS, undefined, { signal }).catch(() => {})
    }
  }
  const kept = [keepLooking(), keepForgetting()]

  return {
    async stop() {
      stopping.abort()
      await Promise.all(kept)
      await Promise.race([Promise.all(underWay), sleep(STOP_MS, undefined, { ref: false })])
    },
  }
}
