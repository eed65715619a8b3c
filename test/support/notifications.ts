import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { notificationContract } from '../../server/api/clubcollect/notifications/contract.ts'
import { setEndpoint } from '../../server/domain/notifications/endpoint.ts'
import type { NotificationDeps } from '../../server/domain/notifications/send.ts'
import { startWorker, type Worker } from '../../server/jobs/worker.ts'
import type { Outbound } from '../../server/kernel/outbound.ts'
import { openOutbound } from '../../server/providers/outbound/outbound.ts'
import { testVault, type Tenant, type TestApp } from './app.ts'
import type { Received, Receiver } from './receiver.ts'

/** What the jobs of notifications work with; local addresses are allowed unless told otherwise. */
export function notificationDeps(
  { database, clock }: TestApp,
  { allowPrivate } = { allowPrivate: true },
): NotificationDeps {
  return {
    sql: database.sql,
    vault: testVault,
    outbound: openOutbound({ allowPrivate }),
    contract: notificationContract,
    now: () => clock.now(),
  }
}

/** A worker that tells partners of changes. */
export const startPartnerWorker = (running: TestApp, outbound: Outbound): Promise<Worker> =>
  startWorker(running.database.url, {
    ...running,
    sql: running.database.sql,
    vault: testVault,
    log: pino({ level: 'silent' }),
    partners: { outbound, contract: notificationContract },
    counted: () => {},
  })

/** Has the tenant's partner told at a path of the receiver, which confirms. */
export function anEndpoint(
  { database }: TestApp,
  { partnerId }: Tenant,
  receiver: Receiver,
  path: string,
  options: { realtime?: boolean; withApiKey?: boolean } = {},
) {
  receiver.on(path, (_request, response) => void response.writeHead(200).end())
  return setEndpoint(database.sql, testVault, new Date(), partnerId, {
    url: receiver.url + path,
    realtime: false,
    withApiKey: true,
    ...options,
  })
}

export interface Notification {
  api_key?: string
  invoice_ids: string[]
  import_ids: string[]
}

export const bodyOf = ({ body }: Received): Notification => JSON.parse(body) as Notification

/** All that a path was told, in order. */
export const told = ({ received }: Receiver, path: string): Notification[] =>
  received.filter((one) => one.path === path).map(bodyOf)

/** Rows that a partner has not confirmed. */
export async function owedTo({ database: { sql } }: TestApp, { partnerId }: Tenant): Promise<number> {
  const [{ rows }] = await sql<[{ rows: number }]>`
    select (select count(*) from partner_changes where partner_id = ${partnerId})
         + (select count(*) from partner_payment_notices where partner_id = ${partnerId}) as rows`
  return rows
}

/** Waits until a partner is owed nothing. */
export async function untilTold(running: TestApp, tenant: Tenant, withinMs = 10_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; (await owedTo(running, tenant)) > 0; await sleep(20))
    if (Date.now() > deadline) throw new Error(`${await owedTo(running, tenant)} changes are still owed`)
}
