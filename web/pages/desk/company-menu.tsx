import { Button, Menu, Text } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useSession } from '../../client/me.ts'

/** Whom one works for at the moment; a menu for who works for several. */
export function CompanyMenu() {
  const { t } = useTranslation('desk')
  const { me } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const choose = portal.useMutation('put', '/session/company', {
    // Nothing of the one may be seen at the other.
    onSuccess: () => {
      queries.clear()
      void navigate({ to: '/desk' })
    },
  })
  if (!me) return null
  const { company, companies } = me
  const name = company?.name ?? t('choose')
  if (companies.length < 2)
    return (
      <Text fw={650} truncate>
        {name}
      </Text>
    )
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          miw={0}
          rightSection={<IconSelector size={16} aria-hidden />}
          loading={choose.isPending}
        >
          <Text fw={650} truncate>
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('companies')}</Menu.Label>
        {companies.map(({ id, name: title }) => (
          <Menu.Item
            key={id}
            onClick={() => choose.mutate({ body: { companyId: id } })}
            rightSection={id === company?.id ? <IconCheck size={16} aria-hidden /> : null}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
