import { Command } from 'commander'
import { listMails } from '../domain/mails/list-mails.ts'
import type { MailState } from '../domain/mails/mail.ts'
import { recordMailReport } from '../domain/mails/record-mail-report.ts'
import { reportSecret } from '../domain/mails/report-address.ts'
import { retryMails } from '../domain/mails/retry-mails.ts'
import { isUuid } from '../kernel/ids.ts'
import { MAX_REPORT_BYTES, readReport } from '../mail/in/report.ts'
import { openVault } from '../runtime.ts'
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
  mails
    .command('reports')
    .description('the address that takes reports of mail servers: what came back, and complaints')
    .option('--renew', 'make another one; the one before is good no more')
    .option('--json', 'print the result as JSON')
    .action(({ renew, json }: { renew?: boolean; json?: boolean }) =>
      withDatabase(async (sql, config) => {
        const vault = await openVault(config)
        const secret = await reportSecret({ sql, vault, now: new Date() }, { renew: renew ?? false })
        const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
        print(json, { url: `${publicUrl}/webhooks/mail-reports/${secret}` })
      }),
    )
  mails
    .command('report')
    .description('take a report from standard input, as the alias of a mail server pipes it; 75: try again')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const report = await readReport(await readInput(MAX_REPORT_BYTES))
      // Whatever it says, the mail server is done with it: an error would be mailed to whoever wrote it.
      if (!report) return print(json, { status: 'ignored' })
      try {
        await withDatabase(async (sql) =>
          print(json, { status: await recordMailReport({ sql, now: new Date() }, report) }),
        )
      } catch (error) {
        console.error((error as Error).message)
        process.exitCode = EX_TEMPFAIL
      }
    })
  return mails
}

/** By which a mail server knows to try again later (sysexits.h). */
const EX_TEMPFAIL = 75

/** Standard input to its end, and of that the beginning. */
async function readInput(most: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    if (length < most) parts.push(part.subarray(0, most - length))
    length += part.length
  }
  return Buffer.concat(parts)
}
