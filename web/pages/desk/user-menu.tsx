import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useSession } from '../../client/me.ts'
import { chooseLanguage, languageNames, languages } from '../../i18n/i18n.ts'

const schemes: { value: MantineColorScheme; icon: typeof IconSun }[] = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
]

export function UserMenu() {
  const { t, i18n } = useTranslation(['desk', 'common', 'account'])
  const { me } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = portal.useMutation('delete', '/session', {
    onSettled: () => {
      queries.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  if (!me) return null
  const { user } = me
  const tick = <IconCheck size={16} aria-hidden />
  return (
    <Menu position="bottom-end" withinPortal width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          radius="xl"
          aria-label={t('account', { name: user.name })}
        >
          <IconUserCircle size={26} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        {me.company && (
          <Menu.Item
            component={Link}
            to="/desk/account"
            leftSection={<IconUserCircle size={16} aria-hidden />}
          >
            {t('account:title')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
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
        <Menu.Divider />
        <Menu.Label>{t('common:language')}</Menu.Label>
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
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate({})}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
