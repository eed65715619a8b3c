import { Box, Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPackage, IconPlus, IconRepeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink, ButtonLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { statusColors } from './colors.ts'
import { subscriptionsRoute } from './routes.tsx'
import { SubscriptionDrawer } from './subscription-drawer.tsx'
import { SubscriptionForm } from './subscription-form.tsx'

type Subscription = components['schemas']['CustomerSubscription']

export function SubscriptionsPage() {
  const { t } = useTranslation('subscriptions')
  const { may } = useMe()
  const { customer, subscription } = subscriptionsRoute.useSearch()
  const navigate = subscriptionsRoute.useNavigate()
  const [creating, { open, close }] = useDisclosure()
  const query = { per_page: 50, ...(customer === undefined ? {} : { customerId: customer }) }
  const list = v1.useInfiniteQuery('get', '/customer-subscriptions', { params: { query } }, byNumber)
  const rows = rowsOf(list.data)
  const { nameOf } = useCustomerNames(rows?.map(({ customerId }) => customerId) ?? [])
  const look = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, subscription: id }) })
  const create = may('subscription:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<Subscription>[] = [
    {
      key: 'description',
      label: t('description'),
      cell: ({ id, description }) => (
        <AnchorLink to="/desk/subscriptions" search={{ customer, subscription: id }}>
          {description}
        </AnchorLink>
      ),
    },
    {
      key: 'customer',
      label: t('customer'),
      cell: ({ customerId }) => (
        <AnchorLink to="/desk/customers/$customerId" params={{ customerId }}>
          {nameOf(customerId) ?? customerId}
        </AnchorLink>
      ),
    },
    {
      key: 'amount',
      label: t('amount'),
      numeric: true,
      cell: ({ amount, currency, interval }) => (
        <>
          <Amount value={amount} currency={currency} />
          <Text size="xs" c="dimmed">
            {t(`every.${interval}`)}
          </Text>
        </>
      ),
    },
    {
      key: 'status',
      label: t('status'),
      cell: ({ status }) => <StateBadge color={statusColors[status]}>{t(`state.${status}`)}</StateBadge>,
    },
    {
      key: 'renews',
      label: t('renews'),
      cell: ({ renewsAt, status }) => (status === 'ended' ? '–' : <Day at={renewsAt} />),
    },
  ]
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ButtonLink
            to="/desk/packages"
            variant="default"
            leftSection={<IconPackage size={16} aria-hidden />}
          >
            {t('packages')}
          </ButtonLink>
          {create}
        </>
      }
    >
      <Box maw={360} mb="md">
        <CustomerPicker
          label={t('ofCustomer')}
          value={customer ?? null}
          onChange={(id) => void navigate({ search: { customer: id ?? undefined } })}
        />
      </Box>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<IconRepeat />} title={customer ? t('noneOf') : t('emptyTitle')} action={create}>
            {customer ? t('noneOfText') : t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <SubscriptionForm
        opened={creating}
        onClose={close}
        customerId={customer}
        onDone={({ id }) => look(id)}
      />
      <SubscriptionDrawer id={subscription} onClose={() => look(undefined)} />
    </Page>
  )
}
