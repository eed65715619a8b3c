import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { serve, stopOnSignals } from '../serve.ts'

export const serveCommand = () =>
  new Command('serve')
    .description('serve the APIs and work on the jobs, until SIGINT or SIGTERM')
    .option('--json', 'print where it listens as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const server = await serve(readConfig())
      stopOnSignals(server.stop)
      console.log(
        json
          ? JSON.stringify({ url: server.url })
          : `Balie listens at ${server.url}; the APIs are described at ${server.url}/docs`,
      )
    })
