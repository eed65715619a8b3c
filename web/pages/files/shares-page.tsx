import { Anchor, Button, Menu, Stack, Text } from '@mantine/core'
import { IconLink, IconShare, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { RowMenu } from '../../components/row-menu.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { useRefreshFiles } from './file.ts'
import { FilesTabs } from './files-tabs.tsx'

type FileShare = components['schemas']['FileShare']

export function SharesPage() {
  const { t } = useTranslation(['files', 'common'])
  const { may } = useMe()
  const refresh = useRefreshFiles()
  const [ending, setEnding] = useState<FileShare>()
  const list = v1.useInfiniteQuery('get', '/file-shares', { params: { query: { per_page: 50 } } }, byNumber)
  const remove = v1.useMutation('delete', '/file-shares/{shareId}')
  const rows = rowsOf(list.data)
  const { nameOf } = useCustomerNames((rows ?? []).map(({ sharedWithCustomerId }) => sharedWithCustomerId))
  const columns: Column<FileShare>[] = [
    {
      key: 'what',
      label: t('what'),
      cell: ({ sharedContent }) =>
        sharedContent.length === 0 ? (
          <Text c="dimmed">{t('gone')}</Text>
        ) : (
          <Stack gap={0}>
            {sharedContent.slice(0, 3).map(({ id, name }) => (
              <span key={id}>{name}</span>
            ))}
            {sharedContent.length > 3 && (
              <Text size="sm" c="dimmed">
                {t('andMore', { count: sharedContent.length - 3 })}
              </Text>
            )}
          </Stack>
        ),
    },
    {
      key: 'who',
      label: t('withWhom'),
      cell: ({ sharedWithCustomerId: id }) =>
        id === null ? (
          t('anyone')
        ) : (
          <Anchor component={Link} to={`/desk/customers/${id}`}>
            {nameOf(id) ?? '…'}
          </Anchor>
        ),
    },
    { key: 'since', label: t('since'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
  return (
    <Page title={t('title')}>
      <FilesTabs here="shares">
        <DataTable
          caption={t('shares')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState
              icon={<IconShare />}
              title={t('noShares')}
              action={
                may('fileshare:write') && (
                  <Button component={Link} to="/desk/files">
                    {t('chooseFiles')}
                  </Button>
                )
              }
            >
              {t('noSharesText')}
            </EmptyState>
          }
          after={(share) => (
            <RowMenu label={t('actionsOf', { name: share.sharedContent[0]?.name ?? t('gone') })}>
              <Menu.Item
                component="a"
                href={share.links.publicShare.href}
                target="_blank"
                rel="noreferrer"
                leftSection={<IconLink size={16} aria-hidden />}
              >
                {t('openLink')}
              </Menu.Item>
              {may('fileshare:write') && (
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => setEnding(share)}
                >
                  {t('endShare')}
                </Menu.Item>
              )}
            </RowMenu>
          )}
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </FilesTabs>
      <ConfirmModal
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t('endShareTitle')}
        action={t('endShare')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { shareId: ending!.id } } })
          tell(t('shareEnded'))
          await refresh()
        }}
      >
        {t('endShareText')}
      </ConfirmModal>
    </Page>
  )
}
