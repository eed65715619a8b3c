import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader takes it. */
export interface ReadPdf {
  /** One text per page, spaces as they are shown made plain. */
  pages: string[]
  title: string
  language: string | null
  links: string[]
  /** The types of the elements of its structure, in order. */
  structure: string[]
  /** What its figures are called. */
  figures: string[]
}

interface Node {
  role?: string
  alt?: string
  children?: Node[]
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  })
  const document = await task.promise
  const { info, metadata: _ } = await document.getMetadata()
  const read: ReadPdf = {
    pages: [],
    title: String((info as { Title?: string }).Title),
    language: (info as { Language?: string | null }).Language ?? null,
    links: [],
    structure: [],
    figures: [],
  }
  const walk = (node: Node) => {
    if (node.role !== undefined) read.structure.push(node.role)
    if (node.role === 'Figure') read.figures.push(node.alt ?? '')
    node.children?.forEach(walk)
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    read.pages.push(
      plain(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')),
    )
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) read.links.push(url)
    const tree = (await page.getStructTree()) as Node | null
    if (tree) walk(tree)
  }
  await task.destroy()
  return read
}
