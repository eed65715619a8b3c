import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

export const languages = ['nl', 'en', 'de', 'fr', 'it'] as const
export type Language = (typeof languages)[number]

/** In their own words, as a list of languages shows them. */
export const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
}

/** How dates and amounts are written in it: English as Europe writes it, days before months. */
export const languageTag = (language: string): string => (language === 'en' ? 'en-GB' : language)

const KEPT_AS = 'balie.language'
const files = import.meta.glob<object>(['../words/**/*.json', '../pages/*/words/*.json'], {
  import: 'default',
})

/** Every other namespace is a folder of pages. */
const FOLDERS: Record<string, string> = {
  common: '../words',
  events: '../words/events',
  refused: '../words/refused',
  rules: '../words/rules',
}

const isLanguage = (value: string | null | undefined): value is Language =>
  (languages as readonly (string | null | undefined)[]).includes(value)

const chosen = (): Language | undefined => {
  const kept = localStorage.getItem(KEPT_AS)
  return isLanguage(kept) ? kept : undefined
}

const ofBrowser = (): Language =>
  navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'

/** A file of words is fetched when a page first wants it, in the one language that is spoken. */
const backend = {
  type: 'backend',
  init() {},
  async read(language: string, namespace: string) {
    const load = files[`${FOLDERS[namespace] ?? `../pages/${namespace}/words`}/${language}.json`]
    if (!load) throw new Error(`There are no words of ${namespace} in ${language}`)
    return load()
  },
} as unknown as BackendModule

export async function startTranslating(): Promise<void> {
  const keepTag = (language: string) => void (document.documentElement.lang = language)
  i18next.on('languageChanged', keepTag)
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chosen() ?? ofBrowser(),
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}

/** What somebody chose stays, on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language)
  await i18next.changeLanguage(language)
}

/** The company's language, for whoever has not chosen one. */
export async function suggestLanguage(language: string): Promise<void> {
  if (!chosen() && isLanguage(language) && i18next.language !== language)
    await i18next.changeLanguage(language)
}
