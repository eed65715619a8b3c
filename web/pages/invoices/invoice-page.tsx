import { Alert, Button, Grid, Group, Menu, Skeleton, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconDownload, IconMessage } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnchorLink, BackLink } from '../../components/links.tsx'
import { portal, v1Fetch } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { tell } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState, useErrorSentence } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { CollectionCard } from './collection-card.tsx'
import { ContactCard } from './contact-card.tsx'
import type { Invoice } from './invoice.ts'
import { InvoiceModal, type InvoiceAction } from './invoice-modal.tsx'
import { InvoiceState } from './invoice-state.tsx'
import { LinesCard } from './lines-card.tsx'
import { PaymentsCard } from './payments-card.tsx'
import { Timeline } from './timeline.tsx'

export function InvoicePage() {
  const { t } = useTranslation('invoices')
  const { invoiceId } = useParams({ strict: false }) as { invoiceId: string }
  const path = { params: { path: { invoiceId } } }
  const { data: invoice, error, refetch } = portal.useQuery('get', '/invoices/{invoiceId}', path)
  const back = <BackLink to="/desk/invoices">{t('title')}</BackLink>
  if (error)
    return (
      <Page title={t('one')} above={back}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!invoice)
    return (
      <Page title={t('one')} above={back}>
        <Stack role="status" aria-label={t('one')}>
          <Skeleton height={80} />
          <Skeleton height={240} />
        </Stack>
      </Page>
    )
  return <Loaded key={invoice.id} invoice={invoice} back={back} />
}

/** What can be done to it as it is now. */
function useActions(invoice: Invoice): InvoiceAction[] {
  const { may } = useMe()
  const isOpen = invoice.state === 'open' || invoice.state === 'overdue'
  const isPaused = invoice.collection.holds.some(({ kind }) => kind === 'pause')
  const collected = isOpen && invoice.collection.state !== 'draft'
  const of = (action: InvoiceAction, isPossible: boolean, allowed = may('invoices:write')) =>
    isPossible && allowed ? [action] : []
  return [
    ...of('pay', isOpen),
    ...of('credit', isOpen),
    ...of('pause', collected && !isPaused),
    ...of('resume', collected && isPaused),
    ...of('recipient', !invoice.retracted),
    ...of('message', !invoice.retracted, may('tickets:write')),
    ...of('retract', !invoice.retracted && invoice.state !== 'draft'),
    ...of('delete', invoice.state === 'draft'),
  ]
}

function Loaded({ invoice, back }: { invoice: Invoice; back: React.ReactNode }) {
  const { t } = useTranslation('invoices')
  const actions = useActions(invoice)
  const [action, setAction] = useState<InvoiceAction>()
  const [first, ...rest] = actions
  return (
    <Page
      title={t('numbered', { number: invoice.invoiceNumber })}
      above={back}
      about={
        <Group gap="xs">
          <InvoiceState invoice={invoice} />
          <AnchorLink to="/desk/customers/$customerId" params={{ customerId: invoice.customerId }}>
            {invoice.recipient}
          </AnchorLink>
          <AnchorLink to="/desk/imports/$importId" params={{ importId: invoice.importId }}>
            {invoice.importTitle ?? t('untitled')}
          </AnchorLink>
        </Group>
      }
      actions={
        <>
          <PdfButton invoiceId={invoice.id} />
          {invoice.ticketId !== null && (
            <Button
              component="a"
              href={`/desk/inbox/${invoice.ticketId}`}
              variant="default"
              leftSection={<IconMessage size={16} aria-hidden />}
            >
              {t('conversation')}
            </Button>
          )}
          {first && <Button onClick={() => setAction(first)}>{t(`action.${first}`)}</Button>}
          {rest.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                  {t('moreActions')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {rest.map((one) => (
                  <Menu.Item
                    key={one}
                    onClick={() => setAction(one)}
                    {...(one === 'retract' || one === 'delete' ? { color: 'red.9' } : {})}
                  >
                    {t(`action.${one}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <Head invoice={invoice} />
      <Grid gap="md" mt="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <LinesCard invoice={invoice} />
            <Timeline invoiceId={invoice.id} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <CollectionCard invoice={invoice} />
            <PaymentsCard invoice={invoice} />
            <ContactCard invoice={invoice} />
          </Stack>
        </Grid.Col>
      </Grid>
      {action !== undefined && (
        <InvoiceModal action={action} invoice={invoice} onClose={() => setAction(undefined)} />
      )}
    </Page>
  )
}

/** What is outstanding, and why. */
function Head({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const { currency, collection, outstanding, amount, dueAt, paidAt, retractionReason } = invoice
  const disputed = Number(collection.disputed) > 0
  return (
    <Stack gap="sm">
      <Group gap="xl" align="flex-start">
        <Fact label={t('column.outstanding')} large>
          <Amount value={outstanding} currency={currency} />
        </Fact>
        <Fact label={t('column.amount')}>
          <Amount value={amount} currency={currency} />
        </Fact>
        {disputed && (
          <Fact label={t('state.disputed')}>
            <Amount value={collection.disputed} currency={currency} />
          </Fact>
        )}
        <Fact label={t('column.dueAt')}>{dueAt === null ? '–' : <Day at={dueAt} />}</Fact>
        <Fact label={t('column.issuedAt')}>
          <Day at={invoice.issuedAt} />
        </Fact>
        {paidAt !== null && !invoice.retracted && (
          <Fact label={t('column.paidAt')}>
            <Day at={paidAt} />
          </Fact>
        )}
        <Fact label={t('column.reference')}>{invoice.reference}</Fact>
      </Group>
      {invoice.retracted && (
        <Alert color="gray" variant="light" title={t('retracted')}>
          {retractionReason}
        </Alert>
      )}
    </Stack>
  )
}

function Fact({
  label,
  large = false,
  children,
}: {
  label: string
  large?: boolean
  children: React.ReactNode
}) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="div" fw={600} fz={large ? 'xl' : 'md'}>
        {children}
      </Text>
    </div>
  )
}

function openBeside(path: string): void {
  const link = document.createElement('a')
  Object.assign(link, { href: path, target: '_blank', rel: 'noopener' })
  link.click()
}

/** The PDF comes by a link that lives five minutes: it is asked for when it is wanted. */
function PdfButton({ invoiceId }: { invoiceId: string }) {
  const sentence = useErrorSentence()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    try {
      const { data } = await v1Fetch.GET('/customer-invoices/{invoiceId}/pdf', {
        params: { path: { invoiceId } },
      })
      if (data) openBeside(new URL(data.link).pathname)
    } catch (error) {
      tell(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      loading={busy}
      onClick={() => void open()}
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      PDF
    </Button>
  )
}
