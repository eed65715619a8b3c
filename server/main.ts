#!/usr/bin/env node
import { Command } from 'commander'

/** Each with what it needs: `balie keys` has no use for the server, nor it for them. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(),
  companies: async () => (await import('./commands/companies.ts')).companiesCommand(),
  plans: async () => (await import('./commands/plans.ts')).plansCommand(),
  partners: async () => (await import('./commands/partners.ts')).partnersCommand(),
  users: async () => (await import('./commands/users.ts')).usersCommand(),
  keys: async () => (await import('./commands/keys.ts')).keysCommand(),
  oauth: async () => (await import('./commands/oauth.ts')).oauthCommand(),
  bookkeeping: async () => (await import('./commands/bookkeeping.ts')).bookkeepingCommand(),
  mails: async () => (await import('./commands/mails.ts')).mailsCommand(),
  payments: async () => (await import('./commands/payments.ts')).paymentsCommand(),
  collection: async () => (await import('./commands/collection.ts')).collectionCommand(),
  sms: async () => (await import('./commands/sms.ts')).smsCommand(),
  letters: async () => (await import('./commands/letters.ts')).lettersCommand(),
  openapi: async () => (await import('./commands/openapi.ts')).openapiCommand(),
}

const program = new Command('balie')
  .description(
    'A front desk for invoices and the questions about them. Settings come from the environment: see README.md.',
  )
  .showHelpAfterError()
const named = process.argv[2] ?? ''
for (const name of Object.hasOwn(commands, named) ? [named] : Object.keys(commands))
  program.addCommand(await commands[name]!())

try {
  await program.parseAsync()
} catch (error) {
  console.error(`balie: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
