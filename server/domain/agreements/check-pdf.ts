import type { PDFDocument } from 'pdf-lib'
import { invalid } from '../../kernel/errors.ts'
import { isExplosive } from './explosive.ts'

/** More than any contract; each of them is held in memory while the document is sealed. */
const MAX_PAGES = 2000

/** Refuses what could not be sealed later. `field` names it in the refusal. Throws `invalid`. */
export async function checkPdf(bytes: Uint8Array, field: string): Promise<void> {
  // Readers take up to a kilobyte of something else before the header.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw invalid(field, 'must be a PDF')
  if (isExplosive(bytes)) throw invalid(field, 'must not unpack to more than 200 MB')
  const pages = await load(bytes).then(
    (document) => (document.isEncrypted ? 'encrypted' : document.getPageCount()),
    () => 'broken',
  )
  if (pages === 'encrypted')
    throw invalid(field, 'must not be encrypted: save it without a password and upload it again')
  if (typeof pages === 'string' || pages === 0)
    throw invalid(field, 'must be a PDF that can be opened; this one is damaged')
  if (pages > MAX_PAGES) throw invalid(field, `must have at most ${MAX_PAGES} pages`)
}

/** Copies a page too, which resolves the whole tree of pages: a document that survives this can be sealed. */
async function load(bytes: Uint8Array): Promise<PDFDocument> {
  const pdfLib = await import('pdf-lib')
  const document = await pdfLib.PDFDocument.load(bytes, {
    ignoreEncryption: true,
    throwOnInvalidObject: true,
    updateMetadata: false,
  })
  document.getPages().forEach((page) => page.getSize())
  return document
}
