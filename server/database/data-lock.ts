import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The right to run Postgres in a data folder, held by one living process. It is a socket that listens: the system lets
 * one process have it and takes it back when that process ends, however it ends, so it cannot go stale. On Linux its
 * name is abstract (no file); elsewhere it is a file, which is removed if nobody answers there.
 */
export interface DataLock {
  release(): Promise<void>
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: { code?: string }) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(path, () => resolve(true))
  })
}

const answers = (path: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    }).once('error', () => resolve(false))
  })

/** Undefined while another process has it. The folder must exist. */
export async function tryLock(dataDir: string): Promise<DataLock | undefined> {
  const name = `balie-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`
  const path = platform() === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`)
  const server = createServer((socket) => socket.destroy())
  server.unref()
  if (!(await listen(server, path))) {
    if (platform() === 'linux' || (await answers(path))) return undefined
    rmSync(path, { force: true })
    if (!(await listen(server, path))) return undefined
  }
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}
