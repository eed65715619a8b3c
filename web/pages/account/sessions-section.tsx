import { Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { tell } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { ErrorState } from '../../components/states.tsx'
import { StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useDeviceName } from './device-name.ts'

/** Where one is signed in; each but this one can be signed out. */
export function SessionsSection() {
  const { t } = useTranslation('account')
  const format = useFormat()
  const deviceName = useDeviceName()
  const queries = useQueryClient()
  const { data, error, refetch } = portal.useQuery('get', '/sessions')
  const end = portal.useMutation('delete', '/sessions/{sessionId}', {
    onSuccess: () => tell(t('signedOut')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/sessions'] }),
  })
  return (
    <Section title={t('sessions')} about={t('sessionsAbout')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Stack gap={0} component="ul" className="rows">
          {data.data.map(({ id, current, userAgent, address, lastSeenAt }) => {
            const Icon = /iPhone|Android|Mobile/.test(userAgent) ? IconDeviceMobile : IconDeviceDesktop
            const device = deviceName(userAgent)
            return (
              <Group key={id} component="li" justify="space-between" py="sm">
                <Group wrap="nowrap" miw={0} gap="sm" flex="1 1 12rem">
                  <Icon size={22} stroke={1.5} aria-hidden style={{ flexShrink: 0 }} />
                  <Box miw={0}>
                    <Group gap="xs">
                      <Text fw={600}>{device}</Text>
                      {current && <StateBadge color="teal">{t('thisDevice')}</StateBadge>}
                    </Group>
                    <Text size="sm" c="dimmed">
                      {t('lastSeen', { ago: format.ago(lastSeenAt), address })}
                    </Text>
                  </Box>
                </Group>
                {!current && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('signOutOf', { device })}
                    onClick={() => end.mutate({ params: { path: { sessionId: id } } })}
                  >
                    {t('signOut')}
                  </Button>
                )}
              </Group>
            )
          })}
        </Stack>
      ) : (
        <Skeleton height={120} />
      )}
    </Section>
  )
}
