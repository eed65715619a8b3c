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
 * Brings events to webhooks. What is owed stands in `webhook_deliveries`, written with the change itself; a notification
 * says that there is something, and a look every two seconds finds what no notification came for: retries, lost ones,
 * and what a process that died had taken. Not jobs of the queue, because an endpoint that hangs would hold a worker of it
 * for every event that it is owed: here it holds a connection, and nobody else waits for it.
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
const LOOK_MS = 2000
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
  failing: boolean
}

export async function startWebhookDeliveries(deps: WebhookDeliveryDeps): Promise<WebhookDeliveries> {
  const { sql, log } = deps
  const lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const { signal } = stopping

  function wake(companyId: number, webhookId: string): void {
    if (signal.aborted) return
    let lane = lanes.get(webhookId)
    if (!lane) {
      lane = { companyId, webhookId, inFlight: 0, claiming: false, again: false, failing: false }
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
      if (lane.inFlight === 0 && !lane.again) lanes.delete(lane.webhookId)
    }
  }

  function begin(lane: Lane, claimed: Claimed): void {
    lane.inFlight += 1
    const attempt = run(lane, claimed).finally(() => {
      lane.inFlight -= 1
      underWay.delete(attempt)
      void pump(lane)
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

  async function look(): Promise<void> {
    for (const { companyId, webhookId } of await findDueWebhooks(sql)) wake(companyId, webhookId)
  }

  const complain = (error: unknown) => log.warn({ err: error }, 'could not look what webhooks are owed')
  const everywhere = () => void look().catch(complain)
  const { unlisten } = await sql.listen(
    'webhook_deliveries',
    (payload) => {
      const [companyId, webhookId] = payload.split(' ')
      if (companyId && webhookId) wake(Number(companyId), webhookId)
    },
    everywhere,
  )
  const looking = setInterval(everywhere, LOOK_MS)
  const forgetting = setInterval(() => void forget().catch(complain), FORGET_MS)
  looking.unref()
  forgetting.unref()
  async function forget(): Promise<void> {
    while (!signal.aborted && (await forgetDeliveries(sql))) await sleep(100)
  }

  return {
    async stop() {
      stopping.abort()
      clearInterval(looking)
      clearInterval(forgetting)
      // With the database away there is nobody to be told.
      await Promise.race([unlisten(), sleep(1000, undefined, { ref: false })])
      await Promise.race([Promise.all(underWay), sleep(STOP_MS, undefined, { ref: false })])
    },
  }
}
