import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { getLetterZip } from '../domain/collection/get-letter-zip.ts'
import { listLetterRuns } from '../domain/collection/list-letter-runs.ts'
import { storageKey } from '../kernel/storage.ts'
import { openBytes } from '../runtime.ts'
import { companyNamed, operatorCtx, print, withDatabase } from './with-database.ts'

export function lettersCommand(): Command {
  const letters = new Command('letters').description('letters to print and post')
  letters
    .command('list <company>')
    .description('the letter runs of a company (number, UUID or name), newest first')
    .option('--json', 'print the result as JSON')
    .action((name: string, { json }: { json?: boolean }) =>
      withDatabase(async (sql) => {
        print(json, (await listLetterRuns(operatorCtx(sql, await companyNamed(sql, name)))) as never)
      }),
    )
  letters
    .command('download <company> <run>')
    .description('write the ZIP of a run, one PDF per letter')
    .option('--output <file>', 'where to; else the name that it has')
    .action((name: string, run: string, { output }: { output?: string }) =>
      withDatabase(async (sql, config) => {
        const company = await companyNamed(sql, name)
        const document = await getLetterZip(operatorCtx(sql, company), run)
        const file = output ?? document.name
        await pipeline(
          await (await openBytes(config)).get(storageKey(company.companyId, document.id)),
          createWriteStream(file, { flags: 'wx' }),
        )
        console.log(file)
      }),
    )
  return letters
}
