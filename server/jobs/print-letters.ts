import { Readable } from 'node:stream'
import type { Task } from 'graphile-worker'
import { ZipFile } from 'yazl'
import type { PrintLettersJob } from '../domain/collection/letter-run.ts'
import { printLetterRun, type LetterToPrint } from '../domain/collection/print-letter-run.ts'
import type { Letterhead } from '../domain/companies/letterhead.ts'
import type { JobDeps } from './tasks.ts'

/** One PDF per letter, each made when it is its turn, so that no more than one is in memory. */
export function bundleLetters(
  letters: LetterToPrint[],
  from: Letterhead,
  timeZone: string,
  publicUrl: string,
): Readable {
  const zip = new ZipFile()
  async function* pdfOf(letter: LetterToPrint) {
    const { renderLetter } = await import('../rendering/letter-pdf.ts')
    yield await renderLetter(letter, from, timeZone, publicUrl)
  }
  const width = String(letters.length).length
  letters.forEach((letter, i) => {
    const number = letter.says.number.replace(/[^\w.-]+/g, '_').slice(0, 60)
    // A PDF is compressed already.
    zip.addReadStreamLazy(
      `${String(i + 1).padStart(width, '0')}-${number}.pdf`,
      { mtime: new Date(`${letter.on}T12:00:00Z`), compress: false },
      (take) => take(null, Readable.from(pdfOf(letter))),
    )
  })
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  zip.end()
  return output
}

/** Prints the letters of a run. What breaks off is printed anew by the job's next attempt. */
export const printLettersTask =
  ({ sql, storage, clock, log }: JobDeps, publicUrl: () => string): Task =>
  async (payload) => {
    const job = payload as PrintLettersJob
    const bundle = (letters: LetterToPrint[], from: Letterhead, timeZone: string) =>
      bundleLetters(letters, from, timeZone, publicUrl())
    const letters = await printLetterRun({ sql, storage, now: clock.now(), bundle }, job)
    log.info({ ...job, letters }, 'letters printed')
  }
