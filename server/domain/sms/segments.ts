/** GSM 03.38, the basic table without its escape, and what the escape adds, which counts twice. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '\f^{}\\[~]|€'

/** Parts that a text is sent in, and whether it needs UCS-2. A single part holds 160 septets or 70 UTF-16 units. */
export function segmentsOf(text: string): { segments: number; unicode: boolean } {
  const characters = Array.from(text)
  const unicode = characters.some((character) => !BASIC.includes(character) && !EXTENDED.includes(character))
  if (unicode) return { segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67), unicode }
  const septets = characters.reduce((sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1), 0)
  return { segments: septets <= 160 ? 1 : Math.ceil(septets / 153), unicode }
}
