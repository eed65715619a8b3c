import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer, type Memory } from './server.ts'
import { median } from './statistics.ts'

/** From spawn to the first 200 of /readyz; and what it takes when it has just started. */
export interface Startup {
  /** On an empty folder: initdb, every migration. */
  coldMs: number
  /** On the same folder again. */
  warmMs: number
  idle: Memory
}

export async function measureStartup(rounds: number): Promise<Startup> {
  const cold: number[] = []
  const warm: number[] = []
  const idle: Memory[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'balie-startup-'))
    try {
      for (const times of [cold, warm]) {
        const server = await startServer(folder)
        times.push(server.readyAfterMs)
        idle.push(server.memory())
        await server.stop()
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return {
    coldMs: median(cold),
    warmMs: median(warm),
    idle: {
      nodeMb: median(idle.map(({ nodeMb }) => nodeMb)),
      postgresMb: median(idle.map(({ postgresMb }) => postgresMb)),
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await measureStartup(5))
