import { Alert, Anchor, Card, Group, Select, Stack, Tabs, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMail, IconMessage2, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Amount, Moment } from '../../components/values.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import type { Import } from './use-import.ts'

type Preview = components['schemas']['MessagePreview']
type Message = Preview['messages'][number]

interface Props {
  batch: Import
  invoiceId: string | undefined
  onInvoice(id: string): void
}

/** Every message of the flow, as the customer of one invoice will see it. */
export function PreviewStep({ batch, invoiceId, onInvoice }: Props) {
  const { t } = useTranslation('imports')
  const { data, error, refetch } = portal.useQuery('get', '/imports/{importId}/messages', {
    params: { path: { importId: batch.id }, query: invoiceId === undefined ? {} : { invoiceId } },
  })
  if (error)
    return asApiError(error)?.status === 404 ? (
      <EmptyState icon={<IconMail />} title={t('preview.none')}>
        {t('preview.noneText')}
      </EmptyState>
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  if (!data) return <Waiting />
  return (
    <Stack gap="md">
      <Text>{t('preview.about')}</Text>
      <InvoiceChoice batch={batch} preview={data} onInvoice={onInvoice} />
      <Text size="sm" c="dimmed">
        {t('preview.language', { language: languageNames[data.locale] })}
      </Text>
      {data.messages.map((message) => (
        <MessageCard key={message.step} message={message} batch={batch} preview={data} />
      ))}
    </Stack>
  )
}

function InvoiceChoice({
  batch,
  preview,
  onInvoice,
}: {
  batch: Import
  preview: Preview
  onInvoice(id: string): void
}) {
  const { t } = useTranslation('imports')
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 250)
  const shown = `${preview.invoiceNumber} · ${preview.recipient}`
  const query = words === '' || words === shown ? {} : { q: words }
  const { data } = portal.useQuery('get', '/invoices', {
    params: { query: { importId: batch.id, limit: 20, ...query } },
  })
  const found = (data?.data ?? []).map(({ id, invoiceNumber, recipient }) => ({
    value: id,
    label: `${invoiceNumber} · ${recipient}`,
  }))
  const own = { value: preview.invoiceId, label: shown }
  return (
    <Select
      label={t('preview.invoice')}
      searchable
      maw={480}
      allowDeselect={false}
      filter={({ options }) => options}
      nothingFoundMessage={t('preview.notFound')}
      value={preview.invoiceId}
      onChange={(id) => id !== null && onInvoice(id)}
      onSearchChange={setTyped}
      data={found.some(({ value }) => value === own.value) ? found : [own, ...found]}
    />
  )
}

function MessageCard({ message, batch, preview }: { message: Message; batch: Import; preview: Preview }) {
  const { t } = useTranslation('imports')
  const { email, sms, letter, step, at, amount } = message
  const ways = [email && 'email', sms && 'sms', letter && 'letter'].filter((way) => way !== null) as (
    'email' | 'sms' | 'letter'
  )[]
  const icons = { email: IconMail, sms: IconMessage2, letter: IconPrinter }
  return (
    <Card withBorder component="section" aria-label={t(`messageStep.${step}`)}>
      <Group justify="space-between" mb="xs">
        <Text fw={600} component="h2" m={0} fz="md">
          {t(`messageStep.${step}`)}
        </Text>
        <Group gap="md">
          <Text size="sm" c="dimmed" component="div">
            {at === null ? t(`preview.when.${step}` as 'preview.when.chargeback') : <Moment at={at} />}
          </Text>
          <Amount value={amount} currency={batch.currency} />
        </Group>
      </Group>
      {ways.length === 0 ? (
        <Alert color="yellow" variant="light">
          {t('preview.noWay')}
        </Alert>
      ) : (
        <Tabs defaultValue={ways[0]}>
          <Tabs.List aria-label={t('preview.channels')}>
            {ways.map((way) => {
              const Icon = icons[way]
              return (
                <Tabs.Tab key={way} value={way} leftSection={<Icon size={16} aria-hidden />}>
                  {t(`channel.${way}`)}
                </Tabs.Tab>
              )
            })}
          </Tabs.List>
          {email && (
            <Tabs.Panel value="email" pt="sm">
              <Email email={email} title={t(`messageStep.${step}`)} />
            </Tabs.Panel>
          )}
          {sms && (
            <Tabs.Panel value="sms" pt="sm">
              <Text size="sm" c="dimmed">
                {t('preview.to', { to: sms.to })} · {t('preview.segments', { count: sms.segments })}
              </Text>
              <Text mt={4}>{sms.text}</Text>
            </Tabs.Panel>
          )}
          {letter && (
            <Tabs.Panel value="letter" pt="sm">
              <Text size="sm" c="dimmed">
                {t('preview.to', { to: letter.to.join(', ') })}
              </Text>
              <Anchor
                href={`/api/portal/imports/${batch.id}/messages/${step}/letter?invoiceId=${preview.invoiceId}`}
                target="_blank"
                rel="noopener"
              >
                {t('preview.letter')}
              </Anchor>
            </Tabs.Panel>
          )}
        </Tabs>
      )}
    </Card>
  )
}

/** As programs that show HTML do, and as those do that do not. The frame can run and reach nothing. */
function Email({ email, title }: { email: NonNullable<Message['email']>; title: string }) {
  const { t } = useTranslation('imports')
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('preview.to', { to: email.to })}
      </Text>
      <Text fw={600}>{email.subject}</Text>
      <Tabs defaultValue="html" variant="pills">
        <Tabs.List aria-label={t('preview.formats')}>
          <Tabs.Tab value="html">{t('preview.html')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('preview.text')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" pt="xs">
          <iframe
            title={`${title}: ${email.subject}`}
            sandbox=""
            srcDoc={email.html}
            style={{ width: '100%', height: 480, border: '1px solid var(--mantine-color-default-border)' }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="xs">
          <Text component="pre" ff="monospace" fz="sm" style={{ whiteSpace: 'pre-wrap' }} m={0}>
            {email.text}
          </Text>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
