import { Avatar, Badge, Box, Button, Group, Text } from '@mantine/core'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { ColleagueMenu } from './colleague-menu.tsx'
import { InviteModal } from './invite-modal.tsx'
import { Invitations } from './invitations.tsx'
import { ReadOnly } from './read-only.tsx'
import { Roles } from './roles.tsx'

export type Colleague = components['schemas']['Colleague']

/** Who works for the company, what each may, and who was asked to. */
export function UsersPage() {
  const { t } = useTranslation('settings-company')
  const { may, user } = useMe()
  const [inviting, setInviting] = useState(false)
  const { data, error, refetch } = portal.useQuery('get', '/staff')
  const mayChange = may('staff:write')
  const columns: Column<Colleague>[] = [
    {
      key: 'name',
      label: t('users.name'),
      cell: ({ name, email, userId }) => (
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Avatar name={name} color="balie" size="sm" aria-hidden />
          <Box miw={0}>
            <Group gap={6}>
              <span>{name}</span>
              {userId === user.id && (
                <Badge variant="default" tt="none" fw={600}>
                  {t('users.you')}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed" fw={400}>
              {email}
            </Text>
          </Box>
        </Group>
      ),
    },
    { key: 'role', label: t('users.role'), cell: ({ role }) => t(`roles.${role}.name`) },
    {
      key: 'factor',
      label: t('users.secondFactor'),
      cell: ({ secondFactor }) => (
        <StateBadge color={secondFactor ? 'teal' : 'yellow'}>
          {secondFactor ? t('users.protected') : t('users.passwordOnly')}
        </StateBadge>
      ),
    },
    {
      key: 'seen',
      label: t('users.lastSeen'),
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('users.never') : <Moment at={lastSeenAt} ago />),
    },
  ]
  return (
    <SettingsFrame
      title={t('users.title')}
      about={t('users.about')}
      actions={
        mayChange && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('users.invite')}
          </Button>
        )
      }
    >
      {!mayChange && <ReadOnly />}
      <DataTable
        caption={t('users.title')}
        columns={columns}
        rows={data?.colleagues}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState icon={<IconUsers />} title={t('users.title')} />}
        {...(mayChange ? { after: (colleague: Colleague) => <ColleagueMenu colleague={colleague} /> } : {})}
      />
      {data && data.invitations.length > 0 && (
        <Invitations invitations={data.invitations} mayChange={mayChange} />
      )}
      <Roles />
      <InviteModal opened={inviting} onClose={() => setInviting(false)} />
    </SettingsFrame>
  )
}
