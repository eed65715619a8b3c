import { Command, InvalidArgumentError } from 'commander'
import { findEndpoint, removeEndpoint, setEndpoint } from '../domain/notifications/endpoint.ts'
import { listRequests } from '../domain/notifications/request-log.ts'
import { beginRound } from '../domain/notifications/run-round.ts'
import { openVault } from '../runtime.ts'
import { print, withDatabase } from './with-database.ts'

interface SetOptions {
  json?: boolean
  url: string
  realtime?: boolean
  withoutApiKey?: boolean
}

function count(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be between 1 and 9999.')
  return Number(text)
}

/** `balie partners notifications …`; `idOf` reads a partner's id and throws a sentence. */
export function notificationsCommand(idOf: (text: string) => string): Command {
  const notifications = new Command('notifications').description(
    'where a partner is told which invoices and imports changed, and how payments ended: every ten minutes',
  )
  notifications
    .command('set <partner>')
    .description('say where and how the partner (its id) is told, in place of what was said before')
    .requiredOption('--url <url>', 'address that gets the POST requests; only status 200 confirms')
    .option('--realtime', 'tell each change of an invoice at once too')
    .option('--without-api-key', 'leave the key out of the bodies; the header X-Balie-Signature signs them')
    .option('--json', 'print the result as JSON')
    .action((partner: string, options: SetOptions) =>
      withDatabase(async (sql, config) => {
        const endpoint = await setEndpoint(sql, await openVault(config), new Date(), idOf(partner), {
          url: options.url,
          realtime: options.realtime === true,
          withApiKey: options.withoutApiKey !== true,
        })
        print(options.json, { ...endpoint })
      }),
    )
  notifications
    .command('show <partner>')
    .description('where and how the partner is told')
    .option('--json', 'print the result as JSON')
    .action((partner: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const endpoint = await findEndpoint(sql, idOf(partner))
        if (!endpoint) throw new Error('that partner is told nothing')
        print(json, { ...endpoint })
      }),
    )
  notifications
    .command('remove <partner>')
    .description('tell the partner nothing any more, and forget what it has not confirmed')
    .option('--json', 'print the result as JSON')
    .action((partner: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const removed = await removeEndpoint(sql, idOf(partner))
        if (!removed) throw new Error('that partner is told nothing')
        print(json, { partner, removed })
      }),
    )
  notifications
    .command('send <partner>')
    .description(
      'begin a round now instead of at the next ten minutes; a server with the role worker sends it',
    )
    .option('--json', 'print the result as JSON')
    .action((partner: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        if (!(await beginRound(sql, idOf(partner)))) throw new Error('that partner is told nothing')
        print(json, { partner, begun: true })
      }),
    )
  notifications
    .command('log <partner>')
    .description('the latest requests to the partner, newest first; they are kept for 30 days')
    .option('--limit <number>', 'how many', count, 50)
    .option('--json', 'print the result as JSON')
    .action((partner: string, { json, limit }: { json?: boolean; limit: number }) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listRequests(sql, idOf(partner), limit)).map((request) => ({ ...request })),
        ),
      ),
    )
  return notifications
}
