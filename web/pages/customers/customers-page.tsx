import { Anchor, Button, Group, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { useMe } from '../../client/me.ts'
import { byCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { CustomerForm } from './customer-form.tsx'
import { GroupBadges } from './group-badges.tsx'
import { customersRoute } from './routes.tsx'
import { useGroups } from './use-groups.ts'

type Customer = components['schemas']['Customer']

export function CustomersPage() {
  const { t } = useTranslation(['customers', 'common'])
  const { may } = useMe()
  const { q, group, sort = 'companyName' } = customersRoute.useSearch()
  const navigate = useNavigate({ from: customersRoute.fullPath })
  const [creating, { open, close }] = useDisclosure()
  const groups = useGroups()
  const list = v1.useInfiniteQuery(
    'get',
    '/customers',
    {
      params: {
        query: {
          sort,
          per_page: 50,
          ...(q ? { search: q } : {}),
          ...(group ? { customerGroupId: group } : {}),
        },
      },
    },
    { ...byCursor, placeholderData: (before) => before },
  )
  const rows = rowsOf(list.data)
  const filtered = q !== undefined || group !== undefined
  const create = may('customers:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<Customer>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, companyName }) => (
        <Anchor component={Link} to={`/desk/customers/${id}`}>
          {companyName}
        </Anchor>
      ),
    },
    { key: 'email', label: t('email'), cell: ({ primaryEmail }) => primaryEmail || '–' },
    { key: 'city', label: t('city'), cell: ({ city }) => city || '–' },
    {
      key: 'groups',
      label: t('groups'),
      cell: ({ customerGroups }) => <GroupBadges ids={customerGroups} groups={groups.list} />,
    },
    { key: 'since', label: t('since'), cell: ({ createdAt }) => <Day at={createdAt.slice(0, 10)} /> },
  ]
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button
            component={Link}
            to="/desk/groups"
            variant="default"
            leftSection={<IconUsersGroup size={16} aria-hidden />}
          >
            {t('groups')}
          </Button>
          {create}
        </>
      }
    >
      <Group mb="md" gap="sm">
        <SearchField
          label={t('find')}
          value={q}
          onSearch={(words) => void navigate({ search: (old) => ({ ...old, q: words }), replace: true })}
        />
        <Select
          aria-label={t('group')}
          placeholder={t('anyGroup')}
          data={groups.list.map(({ id, name }) => ({ value: id, label: name }))}
          value={group ?? null}
          onChange={(id) => void navigate({ search: (old) => ({ ...old, group: id ?? undefined }) })}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          searchable
          w={{ base: '100%', xs: 220 }}
        />
        <Select
          aria-label={t('sort')}
          data={[
            { value: 'companyName', label: t('byName') },
            { value: '-createdAt', label: t('byNewest') },
          ]}
          value={sort}
          allowDeselect={false}
          onChange={(order) =>
            void navigate({ search: (old) => ({ ...old, sort: order === '-createdAt' ? order : undefined }) })
          }
          w={{ base: '100%', xs: 180 }}
        />
      </Group>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState
            icon={<IconUsers />}
            title={filtered ? t('nobodyFound') : t('emptyTitle')}
            action={filtered ? undefined : create}
          >
            {filtered ? t('nobodyFoundText') : t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <CustomerForm
        opened={creating}
        onClose={close}
        onDone={({ id }) =>
          void navigate({ to: '/desk/customers/$customerId', params: { customerId: id }, search: {} })
        }
      />
    </Page>
  )
}
