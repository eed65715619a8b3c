import { Command } from 'commander'
import { readConfig } from '../config.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { migrate } from '../database/migrate.ts'
import { print } from './with-database.ts'

export const migrateCommand = () =>
  new Command('migrate')
    .description("bring the database to this program's schema (serve does so too)")
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig()
      const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres(config) : undefined
      try {
        print(json, { applied: await migrate(config.databaseUrl ?? embedded!.url) })
      } finally {
        await embedded?.stop()
      }
    })
