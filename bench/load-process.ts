import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoadJob, LoadResult } from './load.ts'

export interface LoadProcess {
  run(job: LoadJob): Promise<LoadResult>
  stop(): void
}

/** Starts the process that makes the requests. */
export function startLoad(): LoadProcess {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)))
  return {
    async run(job) {
      child.send(job)
      const [answer] = (await once(child, 'message')) as [{ result?: LoadResult; error?: string }]
      if (!answer.result) throw new Error(answer.error)
      return answer.result
    },
    stop: () => child.kill(),
  }
}
