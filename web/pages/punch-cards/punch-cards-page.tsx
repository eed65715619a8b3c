import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, StateBadge } from '../../components/values.tsx'
import { PunchCardForm } from './punch-card-form.tsx'
import { punchCardsRoute } from './routes.tsx'

type PunchCard = components['schemas']['PunchCard']

export function PunchCardsPage() {
  const { t } = useTranslation('punch-cards')
  const { may } = useMe()
  const navigate = punchCardsRoute.useNavigate()
  const [creating, { open, close }] = useDisclosure()
  const list = v1.useInfiniteQuery('get', '/punch-cards', { params: { query: { per_page: 50 } } }, byNumber)
  const create = may('punchcards:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<PunchCard>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name }) => (
        <AnchorLink to="/desk/punch-cards/$punchCardId" params={{ punchCardId: id }}>
          {name}
        </AnchorLink>
      ),
    },
    { key: 'punches', label: t('holds'), cell: ({ punches, punchLabel }) => `${punches} × ${punchLabel}` },
    {
      key: 'expiry',
      label: t('validity'),
      cell: ({ expiryValue, expiryPeriode }) =>
        expiryValue === null || expiryPeriode === null
          ? t('forEver')
          : t(`period.${expiryPeriode}`, { count: expiryValue }),
    },
    {
      key: 'sale',
      label: t('sale'),
      cell: ({ forSale }) => (
        <StateBadge color={forSale ? 'green' : 'gray'}>{forSale ? t('forSale') : t('notForSale')}</StateBadge>
      ),
    },
    {
      key: 'price',
      label: t('price'),
      numeric: true,
      cell: ({ price }) => (price === null ? '–' : <Amount value={price} />),
    },
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
          <EmptyState icon={<IconTicket />} title={t('emptyTitle')} action={create}>
            {t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <PunchCardForm
        opened={creating}
        onClose={close}
        onDone={({ id }) =>
          void navigate({ to: '/desk/punch-cards/$punchCardId', params: { punchCardId: id } })
        }
      />
    </Page>
  )
}
