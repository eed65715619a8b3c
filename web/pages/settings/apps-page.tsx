import { Button, Stack, Text } from '@mantine/core'
import { IconApps } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day, Moment } from '../../components/values.tsx'
import { Scopes } from './scopes.tsx'
import { SettingsFrame } from './settings-frame.tsx'

type App = components['schemas']['App']

/** The apps of third parties that were let in. */
export function AppsPage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const { data, error, refetch } = portal.useQuery('get', '/settings/apps')
  const [ending, setEnding] = useState<App>()
  const columns: Column<App>[] = [
    {
      key: 'name',
      label: t('keys.name'),
      cell: ({ name, host }) => (
        <Stack gap={0}>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {host}
          </Text>
        </Stack>
      ),
    },
    { key: 'may', label: t('apps.may'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
    { key: 'by', label: t('apps.by'), cell: ({ grantedBy }) => grantedBy ?? t('apps.operator') },
    { key: 'since', label: t('apps.since'), cell: ({ grantedAt }) => <Day at={grantedAt} /> },
    {
      key: 'last',
      label: t('apps.lastToken'),
      cell: ({ lastTokenAt }) => (lastTokenAt === null ? t('keys.never') : <Moment at={lastTokenAt} ago />),
    },
  ]
  return (
    <SettingsFrame title={t('place.apps.title')} about={t('apps.about')}>
      <DataTable
        caption={t('place.apps.title')}
        columns={columns}
        rows={data?.data}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState icon={<IconApps />} title={t('apps.emptyTitle')}>
            {t('apps.empty')}
          </EmptyState>
        }
        after={(app) => (
          <Button size="compact-sm" variant="default" onClick={() => setEnding(app)}>
            {t('apps.revoke')}
          </Button>
        )}
      />
      <Text size="sm" c="dimmed" mt="md">
        {t('apps.own')}
      </Text>
      <ConfirmModal
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t('apps.revokeTitle', { name: ending?.name ?? '' })}
        action={t('apps.revoke')}
        danger
        onConfirm={async () => {
          await portalFetch.DELETE('/settings/apps/{appId}', { params: { path: { appId: ending!.id } } })
          await queries.invalidateQueries(portal.queryOptions('get', '/settings/apps'))
        }}
      >
        {t('apps.revokeText')}
      </ConfirmModal>
    </SettingsFrame>
  )
}
