import PDFDocument from 'pdfkit'
import { fonts } from './fonts.ts'

export type Doc = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** A4 in points, and what stays white around what is written. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 56, bottom: 770 }
export const WIDTH = PAGE.right - PAGE.left

export const INK = '#1c232b'
export const SOFT = '#5b6672'
export const RULE = '#c9d0d8'

interface Place {
  x: number
  y: number
  width: number
  align?: 'left' | 'right'
}

/**
 * A tagged PDF (ISO 32000-1, 14.8) that is written from top to bottom: what is drawn belongs to an element of its structure, or is an
 * artifact that a screen reader skips. The same content makes the same bytes: nothing in it depends on when or where it is made.
 */
export interface Sheet {
  doc: Doc
  /** Where the next thing is drawn. */
  y: number
  /** An element inside another, or of the document itself. */
  element(type: string, parent?: Element): Element
  /** Draws as the content of a new element. `alt` says it to those who cannot see it. */
  tagged(type: string, parent: Element, draw: () => void, alt?: string): void
  /** Draws what has no meaning of its own. */
  artifact(draw: () => void): void
  /** Writes one text at a place and answers its height. */
  write(text: string, place: Place & { size?: number; bold?: boolean; color?: string; link?: string }): number
  heightOf(text: string, width: number, size?: number, bold?: boolean): number
  newPage(): void
  /** Numbers the pages and ends the document. */
  finish(footer: (page: number, pages: number) => string): Promise<Buffer>
}

export function openSheet(about: { title: string; author: string; language: string; at: Date }): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: about.language,
    bufferPages: true,
    info: {
      Title: about.title,
      Author: about.author,
      Creator: 'Balie',
      Producer: 'Balie',
      CreationDate: about.at,
      ModDate: about.at,
    },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  // Its types do not know yet that it takes opened fonts.
  doc.registerFont('regular', fonts().regular as never)
  doc.registerFont('bold', fonts().bold as never)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const elements: Element[] = [root]
  const choose = (size: number, bold: boolean) => doc.font(bold ? 'bold' : 'regular').fontSize(size)

  const sheet: Sheet = {
    doc,
    y: PAGE.top,
    element(type, parent = root) {
      const made = doc.struct(type)
      parent.add(made)
      elements.push(made)
      return made
    },
    tagged(type, parent, draw, alt) {
      const made = doc.struct(type, alt === undefined ? {} : { alt })
      parent.add(made)
      made.add(draw)
      made.end()
    },
    artifact(draw) {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    write(text, { x, y, width, align = 'left', size = 9.5, bold = false, color = INK, link }) {
      const height = choose(size, bold).heightOfString(text, { width, align })
      doc
        .fillColor(color)
        .text(text, x, y, { width, align, ...(link === undefined ? {} : { link, underline: true }) })
      return height
    },
    heightOf: (text, width, size = 9.5, bold = false) => choose(size, bold).heightOfString(text, { width }),
    newPage() {
      doc.addPage({ size: 'A4', margin: 0 })
      sheet.y = PAGE.top
    },
    async finish(footer) {
      const { count } = doc.bufferedPageRange()
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(page)
        sheet.artifact(() =>
          sheet.write(footer(page + 1, count), {
            x: PAGE.left,
            y: 802,
            width: WIDTH,
            align: 'right',
            size: 8,
            color: SOFT,
          }),
        )
      }
      for (const element of elements.reverse()) element.end()
      doc.end()
      return ended
    },
  }
  return sheet
}
