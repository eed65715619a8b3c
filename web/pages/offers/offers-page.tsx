import { Anchor, Button, Group, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileDescription, IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import { byCursor, rowsOf } from '../../client/pages.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { PaperForm } from '../papers/paper-form.tsx'
import { offerColors, offerState, offerStates, type Offer } from './offer-state.ts'
import { offersRoute } from './routes.tsx'

export function OffersPage() {
  const { t } = useTranslation(['offers', 'common'])
  const { may } = useMe()
  const { status, customer } = offersRoute.useSearch()
  const navigate = useNavigate({ from: offersRoute.fullPath })
  const [creating, { open, close }] = useDisclosure()
  const list = v1.useInfiniteQuery(
    'get',
    '/customer-offers',
    {
      params: {
        query: {
          sort: '-createdAt',
          per_page: 50,
          ...(status ? { status } : {}),
          ...(customer ? { customerId: customer } : {}),
        },
      },
    },
    { ...byCursor, placeholderData: (before) => before },
  )
  const rows = rowsOf(list.data)
  const { nameOf } = useCustomerNames((rows ?? []).map(({ customerId }) => customerId))
  const filtered = status !== undefined || customer !== undefined
  const create = may('offers:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<Offer>[] = [
    {
      key: 'number',
      label: t('number'),
      cell: ({ id, offerNumber }) => (
        <Anchor component={Link} to={`/desk/offers/${id}`}>
          {offerNumber}
        </Anchor>
      ),
    },
    {
      key: 'customer',
      label: t('customer'),
      cell: ({ customerId }) => (
        <Anchor component={Link} to={`/desk/customers/${customerId}`}>
          {nameOf(customerId) ?? '…'}
        </Anchor>
      ),
    },
    { key: 'issued', label: t('issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
    { key: 'until', label: t('until'), cell: ({ expiresAt }) => <Day at={expiresAt} /> },
    {
      key: 'state',
      label: t('state'),
      cell: (offer) => (
        <StateBadge color={offerColors[offerState(offer)]}>{t(`is.${offerState(offer)}`)}</StateBadge>
      ),
    },
    {
      key: 'amount',
      label: t('amount'),
      numeric: true,
      cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
    },
  ]
  return (
    <Page title={t('title')} actions={create}>
      <Group mb="md" gap="sm" align="flex-end">
        <Select
          label={t('state')}
          placeholder={t('any')}
          data={offerStates.map((state) => ({ value: state, label: t(`is.${state}`) }))}
          value={status ?? null}
          onChange={(next) =>
            void navigate({
              search: (old) => ({ ...old, status: next ?? undefined }),
            })
          }
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          w={{ base: '100%', xs: 200 }}
        />
        <CustomerPicker
          label={t('customer')}
          value={customer ?? null}
          onChange={(id) => void navigate({ search: (old) => ({ ...old, customer: id ?? undefined }) })}
          w={{ base: '100%', xs: 300 }}
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
            icon={<IconFileDescription />}
            title={filtered ? t('noneFound') : t('emptyTitle')}
            action={filtered ? undefined : create}
          >
            {filtered ? t('noneFoundText') : t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <PaperForm
        paper="offer"
        opened={creating}
        onClose={close}
        customerId={customer ?? null}
        onDone={(id) => void navigate({ to: '/desk/offers/$offerId', params: { offerId: id } })}
      />
    </Page>
  )
}
