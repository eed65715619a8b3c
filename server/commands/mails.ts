import { Command } from 'commander'
import { listMails } from '../domain/mails/list-mails.ts'
import type { MailState } from '../domain/mails/mail.ts'
import { retryMails } from '../domain/mails/retry-mails.ts'
import { isUuid } from '../kernel/ids.ts'
import { print, withDatabase } from './with-database.ts'

const states: readonly string[] = ['pending', 'sent', 'failed'] satisfies MailState[]

export function mailsCommand(): Command {
  const mails = new Command('mails').description('mail to customers, and what became of it')
  mails
    .command('list')
    .description('the last of it, newest first')
    .option('--state <state>', 'pending, sent or failed only')
    .option('--json', 'print the result as JSON')
    .action(({ state, json }: { state?: string; json?: boolean }) =>
      withDatabase(async (sql) => {
        if (state !== undefined && !states.includes(state))
          throw new Error('the state must be pending, sent or failed')
        const rows = await listMails(sql, { state: (state ?? null) as MailState | null, limit: 50 })
        print(
          json,
          rows.map((row) => ({ ...row })),
        )
      }),
    )
  mails
    .command('retry [id]')
    .description('try mail again that has failed: the one, or all of it')
    .option('--json', 'print the result as JSON')
    .action((id: string | undefined, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        if (id !== undefined && !isUuid(id)) throw new Error('the id must be a UUID, as list shows it')
        const count = await retryMails(sql, new Date(), id)
        if (id !== undefined && count === 0) throw new Error('there is no failed mail with that id')
        print(json, { retried: count })
      }),
    )
  return mails
}
