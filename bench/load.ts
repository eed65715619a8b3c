import { connect, type Socket } from 'node:net'
import { cases, type World } from './cases.ts'
import { numberAt, walkOver } from './numbering.ts'
import { percentile } from './statistics.ts'

/**
 * The load, in a process of its own: so many keep-alive connections, each with one request at a time, over bare sockets.
 * Told what to do by messages from load-process.ts. Costs about 10 µs a request, a tenth of what a client library does:
 * client, server and Postgres share the processors of one machine.
 */
export interface LoadJob {
  world: World
  name: string
  connections: number
  /** How long; or which stretch of the rows that the case may pick, each once. */
  run: { seconds: number } | { first: number; count: number }
}

export interface LoadResult {
  requests: number
  seconds: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

function load({ world, name, connections, run }: LoadJob): Promise<LoadResult> {
  const { request, pick } = cases.find((one) => one.name === name)!
  const walk = walkOver(world.tickets, pick)
  const times: number[] = []
  let begun = 0
  const limit = 'count' in run ? run.count : Number.MAX_SAFE_INTEGER
  const number =
    'count' in run
      ? () => numberAt(walk, run.first + begun)
      : () => 1 + Math.floor(Math.random() * world.tickets)
  const { hostname, port } = new URL(world.url)

  return new Promise((resolve, reject) => {
    const sockets: Socket[] = []
    let connected = 0
    let working = connections
    let from = 0
    let until = Number.MAX_SAFE_INTEGER

    function talk(socket: Socket): void {
      let sentAt = 0
      let missing = 0
      let head = ''
      const next = (): void => {
        const now = performance.now()
        if (now >= until || begun >= limit) {
          working -= 1
          if (working === 0) finish(now)
          return
        }
        const text = request(world, number())
        begun += 1
        sentAt = now
        socket.write(text)
      }
      socket.on('data', (chunk: Buffer) => {
        if (missing === 0) {
          head += chunk.toString('latin1')
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          if (!head.startsWith('HTTP/1.1 20')) return fail(new Error(`${name} is answered: ${head}`))
          const at = head.indexOf('content-length: ')
          const length = at < 0 || at > end ? 0 : Number.parseInt(head.slice(at + 16, at + 26), 10)
          missing = end + 4 + length - head.length
          head = ''
        } else missing -= chunk.length
        if (missing > 0) return
        times.push(performance.now() - sentAt)
        next()
      })
      begin.push(next)
    }

    const begin: (() => void)[] = []
    function fail(error: Error): void {
      for (const socket of sockets) socket.destroy()
      reject(error)
    }
    function finish(now: number): void {
      for (const socket of sockets) socket.destroy()
      const seconds = (now - from) / 1000
      const sorted = Float64Array.from(times).sort()
      resolve({
        requests: times.length,
        seconds,
        perSecond: times.length / seconds,
        p50Ms: percentile(sorted, 0.5),
        p99Ms: percentile(sorted, 0.99),
      })
    }
    for (let i = 0; i < connections; i++) {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      sockets.push(socket)
      socket.once('error', fail)
      socket.once('connect', () => {
        talk(socket)
        connected += 1
        if (connected < connections) return
        from = performance.now()
        if ('seconds' in run) until = from + run.seconds * 1000
        for (const start of begin) start()
      })
    }
  })
}

process.on('message', (job: LoadJob) => {
  load(job).then(
    (result) => process.send!({ result }),
    (error: Error) => process.send!({ error: error.message }),
  )
})
