import { ActionIcon, Menu } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useSession } from '../../client/me.ts'
import { AppearanceItems } from '../../components/appearance-items.tsx'

export function UserMenu() {
  const { t } = useTranslation(['desk', 'account'])
  const { me } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = portal.useMutation('delete', '/session', {
    onSettled: () => {
      queries.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  if (!me) return null
  const { user } = me
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
        <AppearanceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate({})}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
