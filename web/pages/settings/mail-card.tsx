import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { StateBadge } from '../../components/values.tsx'

const LOOK_AGAIN_MS = 1500

/** How mail leaves, as the operator has set it; and a test that is watched until its end. */
export function MailCard({ mail }: Pick<components['schemas']['Connections'], 'mail'>) {
  const { t } = useTranslation('settings')
  const [testId, setTestId] = useState<string>()
  const send = portal.useMutation('post', '/settings/connections/mail/test', {
    onSuccess: ({ id }) => setTestId(id),
  })
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="connection-mail">
      <Stack h="100%">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4" id="connection-mail">
            {t('con.mail')}
          </Title>
          <StateBadge color={{ smtp: 'teal', catch: 'yellow', none: 'red' }[mail.state]}>
            {mail.state === 'smtp' ? 'SMTP' : mail.state === 'catch' ? '/dev/mail' : t('con.notConnected')}
          </StateBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {t('con.mailAbout')}
        </Text>
        <Text size="sm">{t(`con.${mail.state}`, { from: mail.from ?? '' })}</Text>
        <div role="status">{testId !== undefined && <Outcome id={testId} />}</div>
        <Group mt="auto">
          <Button variant="default" loading={send.isPending} onClick={() => send.mutate({})}>
            {t('con.mailTest')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

function Outcome({ id }: { id: string }) {
  const { t } = useTranslation('settings')
  const { data } = portal.useQuery(
    'get',
    '/settings/connections/mail/test/{mailId}',
    { params: { path: { mailId: id } } },
    { refetchInterval: ({ state }) => (state.data?.state === 'pending' ? LOOK_AGAIN_MS : false) },
  )
  if (!data) return null
  const { to, state, lastError } = data
  const error = lastError ?? ''
  if (state === 'sent')
    return (
      <Alert color="teal" variant="light">
        {t('con.mailSent', { to })}
      </Alert>
    )
  if (state === 'failed')
    return (
      <Alert color="red" variant="light">
        {t('con.mailFailed', { to, error })}
      </Alert>
    )
  return (
    <Alert color={lastError === null ? 'blue' : 'yellow'} variant="light">
      {lastError === null ? t('con.mailPending', { to }) : t('con.mailWaits', { to, error })}
    </Alert>
  )
}
