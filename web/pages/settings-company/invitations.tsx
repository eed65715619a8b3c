import { ActionIcon, Menu, Text, Title } from '@mantine/core'
import { IconDots, IconSend, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { Day, StateBadge } from '../../components/values.tsx'

type Invitation = components['schemas']['Invitation']

/** Who was asked to join and has not answered. */
export function Invitations(props: { invitations: Invitation[]; mayChange: boolean }) {
  const { t } = useTranslation('settings-company')
  const columns: Column<Invitation>[] = [
    { key: 'email', label: t('users.email'), cell: ({ email }) => email },
    { key: 'role', label: t('users.role'), cell: ({ role }) => t(`roles.${role}.name`) },
    {
      key: 'state',
      label: t('users.goodUntil'),
      cell: ({ expiresAt }) =>
        new Date(expiresAt) > new Date() ? (
          <Day at={expiresAt} />
        ) : (
          <StateBadge color="yellow">{t('users.over')}</StateBadge>
        ),
    },
  ]
  return (
    <section>
      <Title order={2} size="h4" mt="xl" mb="sm">
        {t('users.invitations')}
      </Title>
      <DataTable
        caption={t('users.invitations')}
        columns={columns}
        rows={props.invitations}
        rowKey={({ id }) => id}
        empty={null}
        {...(props.mayChange
          ? { after: (invitation: Invitation) => <InvitationMenu invitation={invitation} /> }
          : {})}
      />
    </section>
  )
}

function InvitationMenu({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('settings-company')
  const queries = useQueryClient()
  const [revoking, setRevoking] = useState(false)
  const { id, email, role } = invitation
  const refresh = () => queries.invalidateQueries({ queryKey: ['get', '/staff'] })
  const again = portal.useMutation('post', '/staff/invitations', {
    onSuccess: () => tell(t('users.invited', { email })),
    onSettled: refresh,
  })
  const revoke = portal.useMutation('delete', '/staff/invitations/{invitationId}')
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={again.isPending}
            aria-label={t('users.actions', { name: email })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={() => again.mutate({ body: { email, role } })}
          >
            {t('users.again')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setRevoking(true)}>
            {t('users.revoke')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={revoking}
        onClose={() => setRevoking(false)}
        title={t('users.revokeTitle')}
        action={t('users.revoke')}
        danger
        onConfirm={async () => {
          await revoke.mutateAsync({ params: { path: { invitationId: id } } })
          await refresh()
        }}
      >
        <Text>{t('users.revokeAbout', { email })}</Text>
      </ConfirmModal>
    </>
  )
}
