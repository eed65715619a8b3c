import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, StateBadge } from '../../components/values.tsx'
import { PackageForm } from './package-form.tsx'
import { useRefreshSubscriptions } from './refresh.ts'
import { SignUpModal } from './sign-up-modal.tsx'

type Package = components['schemas']['CustomerSubscriptionPackage']

export function PackagesPage() {
  const { t } = useTranslation(['subscriptions', 'common'])
  const { may } = useMe()
  const refresh = useRefreshSubscriptions()
  const [creating, { open, close }] = useDisclosure()
  const [changed, setChanged] = useState<Package>()
  const [deleted, setDeleted] = useState<Package>()
  const [signed, setSigned] = useState<Package>()
  const list = v1.useInfiniteQuery(
    'get',
    '/customer-subscription-packages',
    { params: { query: { per_page: 50 } } },
    byNumber,
  )
  const remove = v1.useMutation('delete', '/customer-subscription-packages/{packageId}')
  const mayWrite = may('subscription:write')
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('newPackage')}
    </Button>
  )
  const columns: Column<Package>[] = [
    { key: 'name', label: t('name'), cell: ({ name }) => name },
    { key: 'description', label: t('description'), cell: ({ description }) => description ?? '–' },
    {
      key: 'amount',
      label: t('amount'),
      numeric: true,
      cell: ({ amount, currency, interval }) => (
        <>
          <Amount value={amount} currency={currency} /> {t(`every.${interval}`)}
        </>
      ),
    },
    {
      key: 'sale',
      label: t('sale'),
      cell: ({ availableForSale }) => (
        <StateBadge color={availableForSale ? 'green' : 'gray'}>
          {availableForSale ? t('forSale') : t('notForSale')}
        </StateBadge>
      ),
    },
  ]
  const after = (row: Package) => (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => setSigned(row)}
        aria-label={`${t('signUp')}: ${row.name}`}
      >
        {t('signUp')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setChanged(row)}
        aria-label={`${t('common:edit')}: ${row.name}`}
      >
        {t('common:edit')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => setDeleted(row)}
        aria-label={`${t('common:delete')}: ${row.name}`}
      >
        {t('common:delete')}
      </Button>
    </Group>
  )
  return (
    <Page
      title={t('packages')}
      about={t('packagesAbout')}
      above={
        <AnchorLink to="/desk/subscriptions" size="sm">
          {t('title')}
        </AnchorLink>
      }
      actions={create}
    >
      <DataTable
        caption={t('packages')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        {...(mayWrite ? { after } : {})}
        empty={
          <EmptyState icon={<IconPackage />} title={t('noPackages')} action={create}>
            {t('noPackagesText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <PackageForm
        opened={creating || changed !== undefined}
        onClose={() => {
          close()
          setChanged(undefined)
        }}
        changed={changed}
      />
      <SignUpModal chosen={signed} onClose={() => setSigned(undefined)} />
      <ConfirmModal
        opened={deleted !== undefined}
        onClose={() => setDeleted(undefined)}
        title={t('deletePackage')}
        action={t('common:delete')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { packageId: deleted!.id } } })
          await refresh()
          tell(t('packageDeleted'))
        }}
      >
        {t('deletePackageText')}
      </ConfirmModal>
    </Page>
  )
}
