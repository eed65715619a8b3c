import { Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { AnchorLink } from '../../components/links.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount } from '../../components/values.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Section } from '../invoices/section.tsx'
import type { Import } from './use-import.ts'

const LOOK_MS = 2000

/** How far the collection is: messages that leave, invoices that are paid. Looks anew while something is on its way. */
export function ProgressStep({ batch }: { batch: Import }) {
  const { t } = useTranslation('imports')
  const { data, error, refetch } = portal.useQuery(
    'get',
    '/imports/{importId}/progress',
    { params: { path: { importId: batch.id } } },
    {
      refetchInterval: ({ state }) => {
        const messages = state.data?.messages
        // Just transmitted: the first messages are about to be queued.
        const begins = messages?.total === 0
        return messages && (begins || messages.queued + messages.sending > 0) ? LOOK_MS : 15_000
      },
    },
  )
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const { messages, invoices, paid, paused, overdue } = data
  const share = (count: number, of: number) => (100 * count) / Math.max(1, of)
  const said = t('progress.messages', { sent: messages.sent, total: messages.total })
  const paidText = t('progress.paid', { paid, total: invoices })
  return (
    <Stack gap="md">
      <Section title={t('progress.messagesTitle')}>
        <Progress.Root size="lg" aria-label={said}>
          <Progress.Section
            value={share(messages.sent, messages.total)}
            color="teal"
            aria-label={t('progress.sent')}
          />
          <Progress.Section
            value={share(messages.sending, messages.total)}
            color="gray.5"
            striped
            aria-label={t('progress.sending')}
          />
          <Progress.Section
            value={share(messages.failed, messages.total)}
            color="red"
            aria-label={t('progress.failed')}
          />
        </Progress.Root>
        <Text size="sm" mt="xs" aria-live="polite">
          {said}
        </Text>
        <Group gap="lg" mt="xs">
          {(['queued', 'sending', 'failed', 'bounced'] as const)
            .filter((name) => messages[name] > 0)
            .map((name) => (
              <Text key={name} size="sm">
                {t(`progress.${name}`)}: {messages[name]}
              </Text>
            ))}
        </Group>
      </Section>
      <Section title={t('progress.invoicesTitle')}>
        <Progress.Root size="lg" aria-label={paidText}>
          <Progress.Section value={share(paid, invoices)} color="teal" aria-label={t('progress.paidPart')} />
        </Progress.Root>
        <Text size="sm" mt="xs">
          {paidText}
        </Text>
        <SimpleGrid cols={{ base: 2, sm: 4 }} mt="sm">
          <Link batch={batch} state="open" label={t('column.outstanding')}>
            <Amount value={batch.outstanding} currency={batch.currency} />
          </Link>
          <Link batch={batch} state="overdue" label={t('progress.overdue')}>
            {overdue}
          </Link>
          <Link batch={batch} state="paused" label={t('progress.paused')}>
            {paused}
          </Link>
          <Link batch={batch} state="retracted" label={t('progress.retracted')}>
            {batch.retracted}
          </Link>
        </SimpleGrid>
      </Section>
    </Stack>
  )
}

interface LinkProps {
  batch: Import
  state: 'open' | 'overdue' | 'paused' | 'retracted'
  label: string
  children: React.ReactNode
}

/** A number that leads to the invoices that it counts. */
function Link({ batch, state, label, children }: LinkProps) {
  return (
    <div>
      <AnchorLink to="/desk/invoices" search={{ importId: batch.id, state }} size="sm">
        {label}
      </AnchorLink>
      <Text component="div" fw={600}>
        {children}
      </Text>
    </div>
  )
}
