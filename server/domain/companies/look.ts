import type { Look } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { readableOn, textOn } from './contrast.ts'

/** The blue of a company that chose no colour. */
const ACCENT = '#1a4f8b'

/** The grounds that text stands on, in the light and in the dark: those of our pages (api/portal/html.ts) and mails. */
const LIGHT = ['#ffffff', '#f2f5f9', '#e3f4e6', '#fbe9e7']
const DARK = ['#12161b', '#1d232b', '#17341d', '#40201c']

/** What follows from a company's two colours. All are `#rrggbb`, and every text on its ground has 4.5:1 (WCAG 2.2, 1.4.3). */
export interface Palette {
  /** Buttons. */
  accent: string
  onAccent: string
  /** The accent as links and outlines have it, in the light and in the dark. */
  inkOnLight: string
  inkOnDark: string
  /** Behind name and logo; null: none. */
  band: string | null
  onBand: string | null
}

export function paletteOf({ accent, band }: Pick<Look, 'accent' | 'band'>): Palette {
  const chosen = accent ?? ACCENT
  return {
    accent: chosen,
    onAccent: textOn(chosen),
    inkOnLight: readableOn(LIGHT, chosen),
    inkOnDark: readableOn(DARK, chosen),
    band,
    onBand: band === null ? null : textOn(band),
  }
}

/** As it is kept. Throws `invalid`. */
export function checkColour(field: 'accent' | 'band', given: string | null): string | null {
  if (given !== null && !/^#[0-9a-f]{6}$/i.test(given))
    throw invalid(field, 'must be a colour such as #1a4f8b')
  return given?.toLowerCase() ?? null
}

/** Where the bytes of a logo are: an address that changes with them, so that they may be kept for ever. */
export const logoPath = (companyId: number, { hash }: { hash: string }): string =>
  `/api/portal/logos/${companyId}/${hash}`
