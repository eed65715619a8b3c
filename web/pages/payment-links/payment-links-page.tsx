import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, Moment, StateBadge } from '../../components/values.tsx'
import { linkColors } from './colors.ts'
import { PaymentLinkDrawer } from './payment-link-drawer.tsx'
import { PaymentLinkForm } from './payment-link-form.tsx'
import { paymentLinksRoute } from './routes.tsx'

type PaymentLink = components['schemas']['PaymentLink']

export function PaymentLinksPage() {
  const { t } = useTranslation('payment-links')
  const { may } = useMe()
  const { link: looked } = paymentLinksRoute.useSearch()
  const navigate = paymentLinksRoute.useNavigate()
  const [creating, { open, close }] = useDisclosure()
  const list = v1.useInfiniteQuery('get', '/payment-links', { params: { query: { per_page: 50 } } }, byNumber)
  const look = (link: string | undefined) => void navigate({ search: { link } })
  const create = may('paymentlinks:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<PaymentLink>[] = [
    {
      key: 'description',
      label: t('description'),
      cell: ({ id, description }) => (
        <AnchorLink to="/desk/payment-links" search={{ link: id }}>
          {description}
        </AnchorLink>
      ),
    },
    {
      key: 'amount',
      label: t('amount'),
      numeric: true,
      cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
    },
    {
      key: 'status',
      label: t('status'),
      cell: ({ status }) => <StateBadge color={linkColors[status]}>{t(`state.${status}`)}</StateBadge>,
    },
    { key: 'times', label: t('times'), cell: ({ reusable }) => (reusable ? t('reusable') : t('once')) },
    {
      key: 'expires',
      label: t('expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('never') : <Moment at={expiresAt} />),
    },
    { key: 'created', label: t('created'), cell: ({ createdAt }) => <Day at={createdAt} /> },
  ]
  return (
    <Page title={t('title')} about={t('about')} actions={create}>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<IconLink />} title={t('emptyTitle')} action={create}>
            {t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <PaymentLinkForm opened={creating} onClose={close} onDone={({ id }) => look(id)} />
      <PaymentLinkDrawer id={looked} onClose={() => look(undefined)} />
    </Page>
  )
}
