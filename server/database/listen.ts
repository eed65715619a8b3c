import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const RETRY_MS = 500

/**
 * Calls `heard` at every notice on the channel, and whenever it begins to listen anew, because what was said meanwhile
 * was missed; then there is no payload. Resolves when it listens; returns how to stop.
 */
export async function listen(
  url: string,
  channel: string,
  heard: (payload?: string) => void,
): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const { signal } = stopping

  async function begin(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `balie ${channel}`,
      keepAlive: true,
    })
    client.on('error', () => {})
    client.on('notification', ({ payload }) => heard(payload))
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    heard()
    return client
  }

  let client: pg.Client | undefined = await begin()
  async function keepListening(): Promise<void> {
    while (!signal.aborted) {
      if (client) await once(client, 'end', { signal }).catch(() => {})
      if (signal.aborted) break
      client = await begin().catch(() => undefined)
      if (!client) await sleep(RETRY_MS, undefined, { signal }).catch(() => {})
    }
    // A database that is away takes no leave.
    await Promise.race([client?.end().catch(() => {}), sleep(1000, undefined, { ref: false })])
  }
  const kept = keepListening()
  return async () => {
    stopping.abort()
    await kept
  }
}
