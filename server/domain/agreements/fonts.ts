import { fileURLToPath } from 'node:url'

/** From the packages that carry them, all under the SIL Open Font License. */
const path = (packageName: string, file: string): string =>
  fileURLToPath(new URL(file, import.meta.resolve(packageName)))

const latin = '@expo-google-fonts/noto-sans/package.json'

export const regular = path(latin, './400Regular/NotoSans_400Regular.ttf')
export const semiBold = path(latin, './600SemiBold/NotoSans_600SemiBold.ttf')

/** For the letters that those lack: Latin, Greek, Cyrillic and Devanagari are in them. */
const others: { letters: RegExp; font: string }[] = [
  {
    letters: /[\p{Script=Arabic}]/u,
    font: path('@embedpdf/fonts-arabic', '../fonts/NotoNaskhArabic-Regular.ttf'),
  },
  {
    letters: /[\p{Script=Hebrew}]/u,
    font: path('@embedpdf/fonts-hebrew', '../fonts/NotoSansHebrew-Regular.ttf'),
  },
  {
    letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
    font: path('@embedpdf/fonts-sc', '../fonts/NotoSansHans-Regular.otf'),
  },
]

/** A stretch of text of one font; `undefined` is the font at hand. */
export interface Run {
  text: string
  font: string | undefined
}

/** Cuts a text where another font is needed. Blanks and marks stay with what they follow. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    const font =
      last && /[\s\p{Mark}\p{Join_Control}]/u.test(letter)
        ? last.font
        : others.find(({ letters }) => letters.test(letter))?.font
    if (last && last.font === font) last.text += letter
    else runs.push({ text: letter, font })
  }
  return runs
}
