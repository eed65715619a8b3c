import { Button, Code, Modal, Stack, Text } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { SecretOnce } from '../../components/secret-once.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day, Moment, StateBadge } from '../../components/values.tsx'
import { KeyForm } from './key-form.tsx'
import { Scopes } from './scopes.tsx'
import { SettingsFrame } from './settings-frame.tsx'

type ApiKey = components['schemas']['ApiKey']

/** The company's keys for `/v1`. */
export function KeysPage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const { data, error, refetch } = portal.useQuery('get', '/settings/keys')
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const [revoking, setRevoking] = useState<ApiKey>()
  const again = () => queries.invalidateQueries(portal.queryOptions('get', '/settings/keys'))
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      label: t('keys.name'),
      cell: ({ name, hint }) => (
        <Stack gap={0}>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed">
            …{hint}
          </Text>
        </Stack>
      ),
    },
    { key: 'scopes', label: t('keys.scopes'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
    { key: 'made', label: t('keys.made'), cell: ({ createdAt }) => <Day at={createdAt} /> },
    {
      key: 'used',
      label: t('keys.lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('keys.never') : <Moment at={lastUsedAt} ago />),
    },
    {
      key: 'state',
      label: t('keys.state'),
      cell: ({ revokedAt }) =>
        revokedAt === null ? (
          <StateBadge color="teal">{t('keys.valid')}</StateBadge>
        ) : (
          <StateBadge color="gray">{t('keys.revoked')}</StateBadge>
        ),
    },
  ]
  const newKey = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('keys.new')}
    </Button>
  )
  return (
    <SettingsFrame
      title={t('place.keys.title')}
      about={<Trans t={t} i18nKey="keys.about" values={{ path: '/v1' }} />}
      actions={data && data.data.length > 0 ? newKey : undefined}
    >
      <DataTable
        caption={t('place.keys.title')}
        columns={columns}
        rows={data?.data}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState icon={<IconKey />} title={t('keys.emptyTitle')} action={newKey}>
            {t('keys.empty')}
          </EmptyState>
        }
        after={(key) =>
          key.revokedAt === null ? (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setRevoking(key)}
              aria-label={t('keys.revokeTitle', { name: key.name })}
            >
              {t('keys.revoke')}
            </Button>
          ) : null
        }
      />
      <FormModal opened={making} onClose={() => setMaking(false)} title={t('keys.new')} size="lg">
        <KeyForm
          onCancel={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false)
            setSecret(key)
            void again()
          }}
        />
      </FormModal>
      <Modal
        opened={secret !== undefined}
        onClose={() => setSecret(undefined)}
        title={t('keys.madeTitle')}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <SecretOnce secret={secret ?? ''} warning={t('keys.once')} />
        <Text size="sm" mt="md" c="dimmed">
          <Code>Authorization: Bearer …</Code>
        </Text>
        <Button mt="md" fullWidth onClick={() => setSecret(undefined)}>
          {t('keys.done')}
        </Button>
      </Modal>
      <ConfirmModal
        opened={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={t('keys.revokeTitle', { name: revoking?.name ?? '' })}
        action={t('keys.revoke')}
        danger
        {...(revoking ? { typed: revoking.name } : {})}
        onConfirm={async () => {
          await portalFetch.DELETE('/settings/keys/{keyId}', { params: { path: { keyId: revoking!.id } } })
          await again()
          tell(t('keys.revokedDone'))
        }}
      >
        {t('keys.revokeText')}
      </ConfirmModal>
    </SettingsFrame>
  )
}
