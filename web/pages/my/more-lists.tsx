import { Anchor } from '@mantine/core'
import { IconCalendar, IconRefresh, IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, Moment, StateBadge } from '../../components/values.tsx'

export function AgreementsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/agreements', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.agreements')}>
      <DataTable
        caption={t('nav.agreements')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState icon={<IconSignature />} title={t('empty.agreements')} />}
        columns={[
          // Read and signed at a page of its own, which the server renders.
          {
            key: 'name',
            label: t('agreement.name'),
            cell: ({ name, href }) => <Anchor href={href}>{name}</Anchor>,
          },
          { key: 'signer', label: t('agreement.signer'), cell: ({ signer }) => signer },
          { key: 'at', label: t('agreement.from'), cell: ({ createdAt }) => <Day at={createdAt} /> },
          {
            key: 'state',
            label: t('state'),
            cell: ({ state }) => (
              <StateBadge color={state === 'to_sign' ? 'blue' : 'teal'}>
                {t(`agreement.states.${state}`)}
              </StateBadge>
            ),
          },
        ]}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

const colorOfAppointment = { pending: 'orange', scheduled: 'teal', canceled: 'gray' }

export function AppointmentsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/appointments', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.appointments')}>
      <DataTable
        caption={t('nav.appointments')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState icon={<IconCalendar />} title={t('empty.appointments')} />}
        columns={[
          { key: 'name', label: t('appointment.about'), cell: ({ name }) => name },
          { key: 'from', label: t('appointment.from'), cell: ({ startsAt }) => <Moment at={startsAt} /> },
          { key: 'until', label: t('appointment.until'), cell: ({ endsAt }) => <Moment at={endsAt} /> },
          {
            key: 'state',
            label: t('state'),
            cell: ({ status }) => (
              <StateBadge color={colorOfAppointment[status]}>{t(`appointment.states.${status}`)}</StateBadge>
            ),
          },
          {
            key: 'where',
            label: t('appointment.where'),
            cell: ({ onlineMeetingLink, name }) =>
              onlineMeetingLink === null ? (
                '–'
              ) : (
                <Anchor
                  href={onlineMeetingLink}
                  rel="noopener noreferrer"
                  aria-label={`${t('appointment.online')}: ${name}`}
                >
                  {t('appointment.online')}
                </Anchor>
              ),
          },
          {
            key: 'calendar',
            label: t('appointment.calendar'),
            cell: ({ id, name }) => (
              <Anchor
                href={`/api/portal/my/appointments/${id}/calendar.ics`}
                download
                aria-label={`${t('appointment.add')}: ${name}`}
              >
                {t('appointment.add')}
              </Anchor>
            ),
          },
        ]}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

const colorOfSubscription = { planned: 'blue', in_progress: 'teal', terminated: 'orange', ended: 'gray' }

export function SubscriptionsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/subscriptions', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.subscriptions')}>
      <DataTable
        caption={t('nav.subscriptions')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState icon={<IconRefresh />} title={t('empty.subscriptions')} />}
        columns={[
          { key: 'what', label: t('subscription.what'), cell: ({ description }) => description },
          { key: 'since', label: t('subscription.since'), cell: ({ startsAt }) => <Day at={startsAt} /> },
          {
            key: 'renews',
            label: t('subscription.renews'),
            cell: ({ renewsAt }) => (renewsAt === null ? '–' : <Day at={renewsAt} />),
          },
          {
            key: 'state',
            label: t('state'),
            cell: ({ status }) => (
              <StateBadge color={colorOfSubscription[status]}>
                {t(`subscription.states.${status}`)}
              </StateBadge>
            ),
          },
          {
            key: 'amount',
            label: t('amount'),
            numeric: true,
            cell: ({ amount, currency, every }) => (
              <>
                <Amount value={amount} currency={currency} /> {t(`subscription.every.${every}`)}
              </>
            ),
          },
        ]}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}
