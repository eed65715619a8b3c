import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { chooseLanguage, languageNames, languages } from '../../i18n/i18n.ts'

const schemes: { value: MantineColorScheme; icon: typeof IconSun }[] = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
]

/** Language, light and dark; and the way out, for whoever is in. */
export function Settings({ email }: { email?: string }) {
  const { t, i18n } = useTranslation(['my', 'common'])
  const queries = useQueryClient()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const leave = portal.useMutation('delete', '/my/session', {
    onSettled: () => queries.resetQueries(),
  })
  const tick = <IconCheck size={16} aria-hidden />
  return (
    <Menu position="bottom-end" withinPortal width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" radius="xl" aria-label={t('settings')}>
          <IconLanguage size={24} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('common:language')}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? tick : null}
            onClick={() => void chooseLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {schemes.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={colorScheme === value ? tick : null}
            onClick={() => setColorScheme(value)}
            closeMenuOnClick={false}
          >
            {t(`common:${value}`)}
          </Menu.Item>
        ))}
        {email !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Label>{email}</Menu.Label>
            <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate({})}>
              {t('signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
