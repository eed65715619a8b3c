import type { FastifyBaseLogger } from 'fastify'
import type { WorkerEvents } from 'graphile-worker'
// oxlint-disable-next-line house/directions -- it needs a session of its own, which no pool lends for good
import { connect } from '../database/connect.ts'

/**
 * The queue gives a job that a killed process held to another one after four hours only. So each process notes its pools
 * of workers (jobs are locked in a pool's name) beside a session that it keeps open: when that session is gone, so is the
 * process, and its jobs are freed. A session may also be lost, by all processes at once when the database restarts: only
 * who is missing at three looks in a row, and so had ten seconds to come back, is taken for dead.
 */
export interface LiveWorkers {
  stop(): Promise<void>
}

const LOOK_MS = 5000
const LOOKS = 3

export async function followWorkers(
  databaseUrl: string,
  events: WorkerEvents,
  log: FastifyBaseLogger,
): Promise<LiveWorkers> {
  const sql = connect(databaseUrl, { connections: 1, name: 'balie workers' })
  const mine = new Set<string>()
  const ended = new Set<string>()
  const missed = new Map<string, number>()

  /** Says that mine live, and finds those that no session stands for: of others, and of mine that ended. */
  const look = () => sql<{ id: string }[]>`
    with me as (select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()),
    noted as (
      insert into live_workers (id, session_pid, session_started_at)
      select id, pid, backend_start from unnest(${[...mine]}::text[]) id, me
      on conflict (id) do update
        set session_pid = excluded.session_pid, session_started_at = excluded.session_started_at
    )
    select w.id from live_workers w where w.id <> all(${[...mine]}::text[]) and not exists (
      select from pg_stat_activity a
       where a.pid = w.session_pid and a.backend_start = w.session_started_at and a.pid <> pg_backend_pid())`

  const free = (ids: string[]) => sql`
    with dead as (delete from live_workers where id = any(${ids}) returning id),
    ids as (select array_agg(id) as ids from dead)
    select graphile_worker.force_unlock_workers(ids) from ids where ids is not null`

  async function tick(): Promise<void> {
    const missing = (await look()).map(({ id }) => id)
    for (const id of missed.keys()) if (!missing.includes(id)) missed.delete(id)
    for (const id of missing) missed.set(id, (missed.get(id) ?? 0) + 1)
    const dead = missing.filter((id) => missed.get(id)! >= LOOKS)
    if (dead.length === 0) return
    await free(dead)
    log.info({ workers: dead }, 'jobs of workers that are gone were freed')
  }

  const complain = (error: unknown) => log.warn({ err: error }, 'could not note which workers live')
  events.on('pool:create', ({ workerPool }) => {
    mine.add(workerPool.id)
    look().catch(complain)
  })
  events.on('pool:release', ({ workerPool }) => {
    mine.delete(workerPool.id)
    ended.add(workerPool.id)
  })
  await tick()
  const timer = setInterval(() => void tick().catch(complain), LOOK_MS)
  timer.unref()

  return {
    async stop() {
      clearInterval(timer)
      await sql`
        delete from live_workers w where id = any(${[...ended]}::text[])
           and not exists (select from graphile_worker.jobs where locked_by = w.id)`.catch(complain)
      await sql.end({ timeout: 1 })
    },
  }
}
