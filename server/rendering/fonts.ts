import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const read = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`))

let loaded: { regular: Buffer; bold: Buffer } | undefined

/**
 * Noto Sans (SIL Open Font License): Latin with all its accents, Greek, Cyrillic and Devanagari, so that a name prints as
 * it is written. The fonts that every PDF reader has know Western Europe only. Read once, when first needed.
 */
export const fonts = (): { regular: Buffer; bold: Buffer } =>
  (loaded ??= {
    regular: read('400Regular/NotoSans_400Regular.ttf'),
    bold: read('700Bold/NotoSans_700Bold.ttf'),
  })
