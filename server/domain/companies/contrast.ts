type Rgb = [number, number, number]

const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((part) => {
    const c = part / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** What WCAG asks for of text of any size (1.4.3). */
const ENOUGH = 4.5

/** White or black, whichever is read better: one of them has 4.58:1 on any colour. */
export const textOn = (ground: string): string =>
  contrast(ground, '#ffffff') >= contrast(ground, '#000000') ? '#ffffff' : '#000000'

/** The colour, darkened or lightened just as much as text of it needs to be read on each of the grounds, which are all light or all dark. */
export function readableOn(grounds: string[], colour: string): string {
  const end = rgbOf(textOn(grounds[0]!))
  const from = rgbOf(colour)
  for (let step = 0; step <= 50; step += 1) {
    const mixed = hexOf(from.map((part, i) => part + ((end[i]! - part) * step) / 50) as Rgb)
    if (grounds.every((ground) => contrast(ground, mixed) >= ENOUGH)) return mixed
  }
  return hexOf(end)
}
