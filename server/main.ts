#!/usr/bin/env node
import { Command } from 'commander'
import { bookkeepingCommand } from './commands/bookkeeping.ts'
import { collectionCommand } from './commands/collection.ts'
import { companiesCommand } from './commands/companies.ts'
import { demoCommand } from './commands/demo.ts'
import { keysCommand } from './commands/keys.ts'
import { lettersCommand } from './commands/letters.ts'
import { mailsCommand } from './commands/mails.ts'
import { migrateCommand } from './commands/migrate.ts'
import { oauthCommand } from './commands/oauth.ts'
import { openapiCommand } from './commands/openapi.ts'
import { partnersCommand } from './commands/partners.ts'
import { paymentsCommand } from './commands/payments.ts'
import { plansCommand } from './commands/plans.ts'
import { serveCommand } from './commands/serve.ts'
import { smsCommand } from './commands/sms.ts'
import { usersCommand } from './commands/users.ts'

const program = new Command('balie')
  .description(
    'A front desk for invoices and the questions about them. Settings come from the environment: see README.md.',
  )
  .showHelpAfterError()
for (const command of [
  serveCommand,
  demoCommand,
  migrateCommand,
  companiesCommand,
  plansCommand,
  partnersCommand,
  usersCommand,
  keysCommand,
  oauthCommand,
  bookkeepingCommand,
  mailsCommand,
  paymentsCommand,
  collectionCommand,
  smsCommand,
  lettersCommand,
  openapiCommand,
])
  program.addCommand(command())

try {
  await program.parseAsync()
} catch (error) {
  console.error(`balie: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
