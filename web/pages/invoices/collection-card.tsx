import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconMail, IconMessage2, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Moment, StateBadge } from '../../components/values.tsx'
import type { Invoice } from './invoice.ts'
import { Section } from './section.tsx'

const icons = { EMAIL: IconMail, SMS: IconMessage2, LETTER: IconPrinter }
const colors = { queued: 'gray', sending: 'blue', sent: 'green', failed: 'red' } as const

/** What was sent, what comes next, and why it stands still. */
export function CollectionCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const { collection } = invoice
  const isOpen = invoice.state === 'open' || invoice.state === 'overdue'
  return (
    <Section title={t('collection.title')}>
      <Stack gap="sm">
        {collection.holds.map((hold) => (
          <Alert
            key={hold.kind}
            color="yellow"
            variant="light"
            title={t(`hold.${hold.kind}` as 'hold.pause')}
          >
            {hold.kind === 'pause' && <Text size="sm">{hold.reason}</Text>}
            <Text size="sm" c="dimmed" component="div">
              {t('collection.since')} <Moment at={hold.since} />
            </Text>
          </Alert>
        ))}
        <Next invoice={invoice} isOpen={isOpen} />
        {collection.messages.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('collection.nothingSent')}
          </Text>
        ) : (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {collection.messages.map((message) => {
              const Icon = icons[message.channel]
              return (
                <Group key={message.id} component="li" wrap="nowrap" gap="sm" align="flex-start">
                  <Icon
                    size={18}
                    role="img"
                    aria-label={t(`channel.${message.channel}`)}
                    style={{ flexShrink: 0 }}
                  />
                  <div style={{ minWidth: 0, flex: 1 }}>
                    <Text size="sm">{t(`step.${message.step}` as 'step.request1')}</Text>
                    <Text size="sm" c="dimmed" component="div">
                      {message.sentAt !== null && <Moment at={message.sentAt} />} {message.to?.split('\n')[0]}
                    </Text>
                    {message.error !== null && <Text size="sm">{message.error}</Text>}
                  </div>
                  <StateBadge color={message.report === 'bounced' ? 'red' : colors[message.state]}>
                    {t(`messageState.${message.report === 'bounced' ? 'bounced' : message.state}`)}
                  </StateBadge>
                </Group>
              )
            })}
          </Stack>
        )}
      </Stack>
    </Section>
  )
}

function Next({ invoice, isOpen }: { invoice: Invoice; isOpen: boolean }) {
  const { t } = useTranslation('invoices')
  const { nextStep, nextAt, holds } = invoice.collection
  if (invoice.state === 'draft') return <Text size="sm">{t('collection.draft')}</Text>
  if (!isOpen) return null
  if (nextStep === null) return <Text size="sm">{t('collection.nothingNext')}</Text>
  const step = t(`step.${nextStep}` as 'step.request1')
  if (holds.length > 0) return <Text size="sm">{t('collection.held', { step })}</Text>
  return (
    <Text size="sm" component="div">
      {t('collection.next', { step })} {nextAt === null ? t('collection.soon') : <Moment at={nextAt} />}
    </Text>
  )
}
