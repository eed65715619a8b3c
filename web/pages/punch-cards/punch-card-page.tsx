import { Button, Progress, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTicket } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { IssueModal } from './issue-modal.tsx'
import { punchCardRoute } from './routes.tsx'
import { SaleModal } from './sale-modal.tsx'
import { StampModal } from './stamp-modal.tsx'

type Issued = components['schemas']['PunchCardBought']

const colors = { active: 'green', expired: 'gray', fully_used: 'blue' } as const

/** A kind of card, and who holds one. */
export function PunchCardPage() {
  const { t } = useTranslation('punch-cards')
  const { may } = useMe()
  const { punchCardId } = punchCardRoute.useParams()
  const path = { punchCardId }
  const card = v1.useQuery('get', '/punch-cards/{punchCardId}', { params: { path } })
  const issued = v1.useInfiniteQuery(
    'get',
    '/punch-cards/{punchCardId}/issued',
    { params: { path, query: { per_page: 50 } } },
    byNumber,
  )
  const rows = rowsOf(issued.data)
  const { nameOf } = useCustomerNames(rows?.map(({ customerId }) => customerId) ?? [])
  const [issuing, issue] = useDisclosure()
  const [changing, change] = useDisclosure()
  const [stamped, setStamped] = useState<Issued>()
  const above = (
    <AnchorLink to="/desk/punch-cards" size="sm">
      {t('title')}
    </AnchorLink>
  )
  if (card.error)
    return (
      <Page title={t('one')} above={above}>
        <ErrorState error={card.error} onRetry={() => void card.refetch()} />
      </Page>
    )
  if (!card.data)
    return (
      <Page title={t('one')} above={above}>
        <Skeleton height={200} />
      </Page>
    )
  const { name, description, punches, punchLabel, forSale, price, vatRate } = card.data
  const mayWrite = may('punchcards:write')
  const issueButton = mayWrite && <Button onClick={issue.open}>{t('issue')}</Button>
  const columns: Column<Issued>[] = [
    {
      key: 'customer',
      label: t('holder'),
      cell: ({ customerId }) => (
        <AnchorLink to="/desk/customers/$customerId" params={{ customerId }}>
          {nameOf(customerId) ?? customerId}
        </AnchorLink>
      ),
    },
    {
      key: 'left',
      label: t('left'),
      cell: ({ punchesLeft }) => (
        <>
          <Text size="sm">{t('leftOf', { left: punchesLeft, all: punches })}</Text>
          <Progress value={(punchesLeft / punches) * 100} size="sm" aria-label={t('left')} w={140} />
        </>
      ),
    },
    {
      key: 'status',
      label: t('state'),
      cell: ({ status }) => <StateBadge color={colors[status]}>{t(`states.${status}`)}</StateBadge>,
    },
    {
      key: 'expires',
      label: t('expiresAt'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('never') : <Day at={expiresAt} />),
    },
    { key: 'issued', label: t('issuedAt'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
  ]
  return (
    <Page
      title={name}
      above={above}
      about={
        <>
          {punches} × {punchLabel}
          {forSale && price !== null && (
            <>
              {' · '}
              {t('forSale')}: <Amount value={price} /> ({t('inclVat', { rate: vatRate })})
            </>
          )}
          {description !== null && <div>{description}</div>}
        </>
      }
      actions={
        mayWrite && (
          <>
            <Button variant="default" onClick={change.open}>
              {t('changeSale')}
            </Button>
            {issueButton}
          </>
        )
      }
    >
      <DataTable
        caption={t('holders')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={issued.error}
        onRetry={() => void issued.refetch()}
        {...(mayWrite
          ? {
              after: (row: Issued) =>
                row.status === 'active' ? (
                  <Button
                    size="compact-sm"
                    variant="light"
                    onClick={() => setStamped(row)}
                    aria-label={`${t('stamp')}: ${nameOf(row.customerId) ?? row.customerId}`}
                  >
                    {t('stamp')}
                  </Button>
                ) : null,
            }
          : {})}
        empty={
          <EmptyState icon={<IconTicket />} title={t('noneIssued')} action={issueButton}>
            {t('noneIssuedText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={issued.hasNextPage ? () => void issued.fetchNextPage() : undefined}
        busy={issued.isFetchingNextPage}
      />
      <IssueModal card={card.data} opened={issuing} onClose={issue.close} />
      <SaleModal card={card.data} opened={changing} onClose={change.close} />
      <StampModal
        card={card.data}
        issued={stamped}
        holder={stamped ? (nameOf(stamped.customerId) ?? '') : ''}
        onClose={() => setStamped(undefined)}
      />
    </Page>
  )
}
