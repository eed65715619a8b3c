import { Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useCustomerNames } from '../../client/customer-names.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { useRefreshSubscriptions } from './refresh.ts'
import { SubscriptionForm } from './subscription-form.tsx'
import { statusColors } from './colors.ts'
import { TerminateModal } from './terminate-modal.tsx'

type Payment = components['schemas']['CustomerSubscriptionPayment']

export function SubscriptionDrawer({ id, onClose }: { id: string | undefined; onClose(): void }) {
  const { t } = useTranslation(['subscriptions', 'common'])
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('one')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id !== undefined && <Subscription id={id} onGone={onClose} />}
    </Drawer>
  )
}

function Subscription({ id, onGone }: { id: string; onGone(): void }) {
  const { t } = useTranslation(['subscriptions', 'common'])
  const { may } = useMe()
  const refresh = useRefreshSubscriptions()
  const [changing, change] = useDisclosure()
  const [ending, end] = useDisclosure()
  const [deleting, deletion] = useDisclosure()
  const path = { params: { path: { subscriptionId: id } } }
  const { data, error, refetch } = v1.useQuery('get', '/customer-subscriptions/{subscriptionId}', path)
  const payments = v1.useQuery('get', '/customer-subscriptions/{subscriptionId}/payments', path)
  const { nameOf } = useCustomerNames([data?.customerId])
  const remove = v1.useMutation('delete', '/customer-subscriptions/{subscriptionId}')
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={160} />
  const { customerId, description, amount, currency, interval, status, startsAt, renewsAt, terminatedAt } =
    data
  const columns: Column<Payment>[] = [
    { key: 'term', label: t('term'), cell: ({ termStartsAt }) => <Day at={termStartsAt} /> },
    {
      key: 'amount',
      label: t('amount'),
      numeric: true,
      cell: (payment) => <Amount value={payment.amount} currency={payment.currency} />,
    },
    {
      key: 'status',
      label: t('status'),
      cell: (payment) => (
        <StateBadge color={payment.status === 'paid' ? 'green' : 'gray'}>
          {t(`payment.${payment.status}`)}
        </StateBadge>
      ),
    },
    {
      key: 'invoice',
      label: t('invoice'),
      cell: ({ invoiceId }) =>
        invoiceId === null ? (
          '–'
        ) : (
          <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId }}>
            {t('toInvoice')}
          </AnchorLink>
        ),
    },
  ]
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{description}</Text>
          <Text size="xl" fw={650}>
            <Amount value={amount} currency={currency} /> <Text span>{t(`every.${interval}`)}</Text>
          </Text>
        </div>
        <StateBadge color={statusColors[status]}>{t(`state.${status}`)}</StateBadge>
      </Group>
      <Text>
        <AnchorLink to="/desk/customers/$customerId" params={{ customerId }}>
          {nameOf(customerId) ?? customerId}
        </AnchorLink>
      </Text>
      <Text c="dimmed" size="sm">
        {t('starts')}: <Day at={startsAt} />
        {status !== 'ended' && (
          <>
            {' · '}
            {t('renews')}: <Day at={renewsAt} />
          </>
        )}
        {terminatedAt !== null && (
          <>
            {' · '}
            {t('terminatedAt')}: <Day at={terminatedAt} />
          </>
        )}
      </Text>
      {may('subscription:write') && (
        <Group gap="xs">
          {status !== 'ended' && (
            <>
              <Button variant="default" onClick={change.open}>
                {t('common:edit')}
              </Button>
              <Button variant="default" onClick={end.open}>
                {t('terminate')}
              </Button>
            </>
          )}
          <Button variant="subtle" color="red" onClick={deletion.open}>
            {t('common:delete')}
          </Button>
        </Group>
      )}
      <Title order={3} size="h4">
        {t('payments')}
      </Title>
      <DataTable
        caption={t('payments')}
        columns={columns}
        rows={payments.data?.data}
        rowKey={(payment) => payment.id}
        error={payments.error}
        onRetry={() => void payments.refetch()}
        empty={<Text c="dimmed">{t('noPayments')}</Text>}
      />
      <SubscriptionForm
        opened={changing}
        onClose={change.close}
        subscription={data}
        onDone={() => undefined}
      />
      <TerminateModal subscription={data} opened={ending} onClose={end.close} />
      <ConfirmModal
        opened={deleting}
        onClose={deletion.close}
        title={t('deleteTitle')}
        action={t('common:delete')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync(path)
          onGone()
          await refresh()
          tell(t('deleted'))
        }}
      >
        {t('deleteText')}
      </ConfirmModal>
    </Stack>
  )
}
