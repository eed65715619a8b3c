import type { Audit } from './audit-page.ts'

/** The document with the page about its signatures behind its own. What it held before stays as it was drawn. */
export async function sealPdf(original: Uint8Array, audit: Audit): Promise<Uint8Array> {
  const [{ PDFDocument }, { renderAuditPage }] = await Promise.all([
    import('pdf-lib'),
    import('./audit-page.ts'),
  ])
  const document = await PDFDocument.load(original, { updateMetadata: false })
  const page = await PDFDocument.load(await renderAuditPage(audit))
  for (const copy of await document.copyPages(page, page.getPageIndices())) document.addPage(copy)
  return document.save()
}
