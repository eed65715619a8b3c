import { Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { CopyLink } from '../../components/copy-link.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Moment, StateBadge } from '../../components/values.tsx'
import { linkColors } from './colors.ts'

type Payment = components['schemas']['PaymentLinkPayment']

/** One link: to be handed out, what was paid by it, and its end. */
export function PaymentLinkDrawer({ id, onClose }: { id: string | undefined; onClose(): void }) {
  const { t } = useTranslation(['payment-links', 'common'])
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('one')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id !== undefined && <PaymentLink id={id} />}
    </Drawer>
  )
}

function PaymentLink({ id }: { id: string }) {
  const { t } = useTranslation('payment-links')
  const { may } = useMe()
  const queries = useQueryClient()
  const [closing, { open, close }] = useDisclosure()
  const path = { params: { path: { linkId: id } } }
  const link = v1.useQuery('get', '/payment-links/{linkId}', path)
  const payments = v1.useQuery('get', '/payment-links/{linkId}/payments', path)
  const end = v1.useMutation('delete', '/payment-links/{linkId}')
  if (link.error) return <ErrorState error={link.error} onRetry={() => void link.refetch()} />
  if (!link.data) return <Skeleton height={160} />
  const { description, amount, currency, status, checkoutUrl, expiresAt, reusable } = link.data
  const columns: Column<Payment>[] = [
    { key: 'at', label: t('paidAt'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { key: 'by', label: t('payer'), cell: ({ payersName }) => payersName ?? '–' },
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
  ]
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{description}</Text>
          <Text size="xl" fw={650}>
            <Amount value={amount} currency={currency} />
          </Text>
        </div>
        <StateBadge color={linkColors[status]}>{t(`state.${status}`)}</StateBadge>
      </Group>
      <Text c="dimmed" size="sm">
        {reusable ? t('reusable') : t('once')}
        {expiresAt !== null && (
          <>
            {' · '}
            {t('expires')}: <Moment at={expiresAt} />
          </>
        )}
      </Text>
      {checkoutUrl !== null && <CopyLink label={t('address')} href={checkoutUrl} />}
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
      {status === 'open' && may('paymentlinks:write') && (
        <Group>
          <Button variant="default" onClick={open}>
            {t('closeLink')}
          </Button>
        </Group>
      )}
      <ConfirmModal
        opened={closing}
        onClose={close}
        title={t('closeLink')}
        action={t('closeLink')}
        danger
        onConfirm={async () => {
          await end.mutateAsync(path)
          await Promise.all([
            queries.invalidateQueries({ queryKey: ['get', '/payment-links'] }),
            queries.invalidateQueries({ queryKey: ['get', '/payment-links/{linkId}'] }),
          ])
          tell(t('closedNow'))
        }}
      >
        {t('closeAbout')}
      </ConfirmModal>
    </Stack>
  )
}
