import { Command } from 'commander'
import { connectSms, disconnectSms, findSmsConnection } from '../domain/sms/connect-sms.ts'
import { addresses } from '../providers/connectors.ts'
import { openVault } from '../runtime.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

interface ConnectOptions {
  json?: boolean
  accessKey: string
  originator: string
  baseUrl: string
}

export function smsCommand(): Command {
  const sms = new Command('sms').description('how a company sends text messages')
  sms
    .command('connect <company>')
    .description('connect MessageBird to a company (number, UUID or name); the key is stored encrypted')
    .requiredOption('--access-key <key>', "MessageBird's access key")
    .requiredOption(
      '--originator <name>',
      'whom messages come from: up to 11 letters and digits, or a number',
    )
    .option('--base-url <url>', 'of the MessageBird API', addresses.messagebird)
    .option('--json', 'print the result as JSON')
    .action((name: string, { json, accessKey, originator, baseUrl }: ConnectOptions) =>
      withDatabase(async (sql, config) => {
        const company = await companyNamed(sql, name)
        const connection = { provider: 'messagebird', baseUrl, originator, accessKey } as const
        await connectSms(operatorCtx(sql, company), await openVault(config), connection)
        print(json, { company: company.name, provider: 'messagebird', baseUrl, originator })
      }),
    )
  sms
    .command('disconnect <company>')
    .description('send no more text messages')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        if (!(await disconnectSms(operatorCtx(sql, company))))
          throw new Error(`${company.name} is not connected to a provider of text messages`)
        print(json, { company: company.name, provider: null })
      }),
    )
  sms
    .command('show <company>')
    .description('the connection, without its key')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        const company = await companyNamed(sql, name)
        const connection = await findSmsConnection(operatorCtx(sql, company))
        print(json, { company: company.name, ...(connection ?? { provider: null }) })
      }),
    )
  return sms
}
