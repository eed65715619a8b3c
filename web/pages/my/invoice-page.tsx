import { Alert, Anchor, Button, Card, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { Page } from '../../components/page.tsx'
import { ErrorState, useErrorSentence } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { Attachments } from './attachments.tsx'
import { BackTo } from './back-to.tsx'
import { PlanSection } from './plan-section.tsx'
import { Said } from './said.tsx'
import { Say } from './say.tsx'
import { useThingId } from './use-my.ts'

const route = getRouteApi('/my/$company/invoices/$id')

export type Invoice = components['schemas']['PublicInvoice']

/** One invoice: what is left and the way to pay it, what it is for, what was said. */
export function InvoicePage() {
  const { t } = useTranslation('my')
  const id = useThingId()
  const { payment } = route.useSearch()
  const query = payment === undefined ? {} : { payment }
  const invoice = portal.useQuery('get', '/my/invoices/{id}', { params: { path: { id }, query } })
  const { data, refetch } = invoice
  const waits = data?.payment === 'pending' || data?.payment === 'open' || data?.payment === 'created'
  useEffect(() => {
    if (!waits) return undefined
    const timer = setInterval(() => void refetch(), 5000)
    return () => clearInterval(timer)
  }, [waits, refetch])
  return (
    <Page
      narrow
      title={data ? `${t('invoice.title')} ${data.invoiceNumber}` : t('invoice.title')}
      about={data?.recipient}
      above={<BackTo to="/my/$company/invoices" label="invoices" />}
    >
      {invoice.error && <ErrorState error={invoice.error} onRetry={() => void refetch()} />}
      {!data && !invoice.error && <Skeleton h={220} />}
      {data && (
        <>
          {data.payment && (
            <Alert
              role="status"
              mb="md"
              variant="light"
              color={
                data.payment === 'paid' ? 'teal' : waits || data.payment === 'authorized' ? 'blue' : 'red'
              }
            >
              {t(`payment.states.${data.payment}`)}
            </Alert>
          )}
          <Pay invoice={data} id={id} onChanged={() => void refetch()} />
          <Lines invoice={data} />
          <Conversation invoice={data} id={id} onSaid={() => void refetch()} />
        </>
      )}
    </Page>
  )
}

function Pay({ invoice, id, onChanged }: { invoice: Invoice; id: string; onChanged(): void }) {
  const { t } = useTranslation('my')
  const sentence = useErrorSentence()
  const pay = portal.useMutation('post', '/my/invoices/{id}/payments', {
    onSuccess: ({ checkoutUrl }) => window.location.assign(checkoutUrl),
  })
  const left = Math.max(0, Number(invoice.outstanding)).toFixed(2)
  const payable = left !== '0.00' && !invoice.retracted && invoice.paymentMethods.length > 0
  return (
    <>
      <Card withBorder padding="lg" mb="lg">
        <Text c="dimmed">{t('invoice.outstanding')}</Text>
        <Text fz={36} fw={700} lh={1.2}>
          <Amount value={invoice.retracted ? '0.00' : left} currency={invoice.currency} />
        </Text>
        {invoice.dueAt !== null && left !== '0.00' && !invoice.retracted && (
          <Text>
            {t('invoice.due')} <Day at={invoice.dueAt} />
          </Text>
        )}
        {invoice.retracted && (
          <Text>
            {t('invoice.retracted')} {invoice.retractionReason}
          </Text>
        )}
        {left === '0.00' && !invoice.retracted && <Text>{t('invoice.settled')}</Text>}
        {pay.error && (
          <Alert role="alert" color="red" variant="light" mt="sm">
            {sentence(pay.error)}
          </Alert>
        )}
        <Group mt="md">
          {payable && invoice.state === 'open' && (
            <Button
              size="md"
              loading={pay.isPending || pay.isSuccess}
              onClick={() => pay.mutate({ params: { path: { id } } })}
            >
              {t('invoice.pay')}
            </Button>
          )}
          <Anchor href={`/api/portal/my/invoices/${id}/pdf`} download>
            <IconFileDownload size={18} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
            {t('invoice.pdf')}
          </Anchor>
        </Group>
      </Card>
      <PlanSection invoice={invoice} id={id} onChanged={onChanged} />
    </>
  )
}

function Lines({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('my')
  const { lines, currency } = invoice
  const nameOf = ({ description, kind, subtype }: Invoice['lines'][number]) =>
    description || (subtype === null ? t(`line.kinds.${kind}`) : t(`line.subtypes.${subtype as 'donation'}`))
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {t('line.title')}
      </Title>
      <Table mb="xl" verticalSpacing="sm" aria-label={t('line.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('line.description')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, i) => (
            <Table.Tr key={i}>
              <Table.Td>
                {nameOf(line)}
                {line.kind !== 'charge' && (
                  <Text size="sm" c="dimmed">
                    <Day at={line.occurredAt} />
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                <Amount value={line.amount} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('invoice.outstanding')}</Table.Th>
            <Table.Td ta="right" fw={700}>
              <Amount value={Math.max(0, Number(invoice.outstanding)).toFixed(2)} currency={currency} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </>
  )
}

function Conversation({ invoice, id, onSaid }: { invoice: Invoice; id: string; onSaid(): void }) {
  const { t } = useTranslation('my')
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {t('invoice.questions')}
      </Title>
      {invoice.conversation.length === 0 && (
        <Text c="dimmed" mb="sm">
          {t('invoice.nothingAsked')}
        </Text>
      )}
      <Stack gap="sm" component="ul" p={0} m={0} mb="lg" style={{ listStyle: 'none' }}>
        {invoice.conversation.map((message) => (
          <Said
            key={message.id}
            mine={message.from === 'customer'}
            author={message.from === 'customer' ? t('you') : invoice.company.name}
            at={message.postedAt}
          >
            <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{message.message}</Text>
            <Attachments of={message.attachments} base={`/api/portal/my/invoices/${id}/attachments`} />
          </Said>
        ))}
      </Stack>
      <Say path={`/api/portal/my/invoices/${id}/messages`} label={t('invoice.ask')} onSaid={onSaid} />
    </>
  )
}
