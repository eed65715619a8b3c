import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, languageNames, languages } from '../i18n/i18n.ts'

const schemes: { value: MantineColorScheme; icon: typeof IconSun }[] = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
]

const tick = <IconCheck size={16} aria-hidden />

/** The part of a menu that says how all pages look: light or dark, and in which language. */
export function AppearanceItems() {
  const { t, i18n } = useTranslation('common')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('theme')}</Menu.Label>
      {schemes.map(({ value, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} aria-hidden />}
          rightSection={colorScheme === value ? tick : null}
          onClick={() => setColorScheme(value)}
          closeMenuOnClick={false}
        >
          {t(value)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('language')}</Menu.Label>
      {languages.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          rightSection={i18n.language === language ? tick : null}
          onClick={() => void chooseLanguage(language)}
          closeMenuOnClick={false}
        >
          {languageNames[language]}
        </Menu.Item>
      ))}
    </>
  )
}
