import { useTranslation } from 'react-i18next'

const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameOf = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** What a browser says it is, for a person: `Firefox on Windows`. */
export function useDeviceName() {
  const { t } = useTranslation('account')
  return (userAgent: string): string => {
    const [browser, system] = [nameOf(browsers, userAgent), nameOf(systems, userAgent)]
    return browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknownDevice'))
  }
}
