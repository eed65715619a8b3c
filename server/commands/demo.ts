import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { demoBookkeeping } from '../demo/bookkeeping.ts'
import { demoCredentials } from '../demo/credentials.ts'
import { tour } from '../demo/tour.ts'
import { openVault } from '../runtime.ts'
import { serve, stopOnSignals } from '../serve.ts'

const defaults = {
  DATA_DIR: './data/demo',
  RATE_LIMIT_PER_MINUTE: '1000000',
  LOG_LEVEL: 'warn',
  ALLOW_PRIVATE_TARGETS: 'true',
  PAYMENTS_SANDBOX: 'true',
}

/** The page of an invoice, where its address below the portal's API is known. */
const pageOf = (path: string) => path.replace(/^.*\/([^/]+)\/([^/]+)$/, '/public-invoice/$1/pay/$2')

export const demoCommand = () =>
  new Command('demo')
    .description(
      'serve a demo: two clubs, a workshop without ticketing, a fake bookkeeping; what to try is printed',
    )
    .option('--json', 'print the contents of demo.json instead of what to try')
    .action(async ({ json }: { json?: boolean }) => {
      // Whatever mail server the environment names: its people are made up.
      const config = { ...readConfig(defaults), mail: { kind: 'catch' as const } }
      const file = join(config.dataDir, 'demo.json')
      await mkdir(config.dataDir, { recursive: true })
      await rm(file, { force: true })
      const server = await serve(config)
      const books = await demoBookkeeping(server.database.sql)
      stopOnSignals(async () => {
        await server.stop()
        await books.stop()
      })
      const { sql } = server.database
      const credentials = await demoCredentials(sql, await openVault(config), config.dataDir, books)
      await books.connect(await openVault(config))
      const { tour: start, ...keys } = credentials
      const description = { url: server.url, ...keys, publicInvoiceUrl: server.url + start.publicInvoicePath }
      await writeFile(file, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 })
      if (json) console.log(JSON.stringify(description, null, 2))
      else
        console.log(
          `Balie's demo listens at ${server.url}; the APIs are described at ${server.url}/docs.\nKeys are in ${file}. Paste these lines into another terminal:\n\n${tour(server.url, credentials, books)}\n\nIn a browser: the desk at ${server.url}/desk, as ${credentials.staff.email} with the password ${credentials.staff.password},\nthe same invoice, to pay at the test bank, at ${server.url}${pageOf(start.publicInvoicePath)}\nand the mail that was sent at ${server.url}/dev/mail\n`,
        )
    })
