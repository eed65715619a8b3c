import { ActionIcon, Menu } from '@mantine/core'
import { IconLanguage, IconLogout } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { AppearanceItems } from '../../components/appearance-items.tsx'

/** Language, light and dark; and the way out, for whoever is in. */
export function Settings({ email }: { email?: string }) {
  const { t } = useTranslation('my')
  const queries = useQueryClient()
  const leave = portal.useMutation('delete', '/my/session', {
    onSettled: () => queries.resetQueries(),
  })
  return (
    <Menu position="bottom-end" withinPortal width={240}>
      <Menu.Target>
        <ActionIcon variant="transparent" c="inherit" size="lg" radius="xl" aria-label={t('settings')}>
          <IconLanguage size={24} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <AppearanceItems />
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
