import type { FastifyBaseLogger } from 'fastify'
import type { ReservedSql } from 'postgres'
import type { WorkerEvents } from 'graphile-worker'
import type { Db } from '../kernel/context.ts'

/**
 * The queue gives a job that a killed worker held to another one after four hours only. So each process notes its
 * workers beside a session that it keeps open: when that session is gone, so is the process, and its jobs are freed, at
 * the start of any process and every 15 seconds.
 */
export interface LiveWorkers {
  stop(): Promise<void>
}

const SWEEP_MS = 15_000

export async function followWorkers(
  sql: Db,
  events: WorkerEvents,
  log: FastifyBaseLogger,
): Promise<LiveWorkers> {
  const mine = new Set<string>()
  let session: ReservedSql = await sql.reserve()

  const note = (ids: string[]) => session`
    insert into live_workers (id, session_pid, session_started_at)
    select id, pid, backend_start from unnest(${ids}::text[]) id, pg_stat_activity where pid = pg_backend_pid()
    on conflict (id) do update
      set session_pid = excluded.session_pid, session_started_at = excluded.session_started_at`

  const sweep = () => session`
    with dead as (
      delete from live_workers w where not exists (
        select from pg_stat_activity a where a.pid = w.session_pid and a.backend_start = w.session_started_at)
      returning id
    ), ids as (select array_agg(id) as ids from dead)
    select graphile_worker.force_unlock_workers(ids) from ids where ids is not null`

  async function tick(): Promise<void> {
    try {
      await sweep()
    } catch (error) {
      log.warn({ err: error }, 'the session that stands for this process was lost')
      session = await sql.reserve()
      await note([...mine])
    }
  }

  const complain = (error: unknown) => log.error({ err: error }, 'could not note which workers live')
  events.on('worker:create', ({ worker }) => {
    mine.add(worker.workerId)
    note([worker.workerId]).catch(complain)
  })
  await sweep()
  const timer = setInterval(() => void tick().catch(complain), SWEEP_MS)
  timer.unref()

  return {
    async stop() {
      clearInterval(timer)
      await session`delete from live_workers where id = any(${[...mine]})`
      session.release()
    },
  }
}
