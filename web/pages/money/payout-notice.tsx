import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { FormProblem } from '../../components/form.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import type { PayoutState } from './payout-state.ts'
import { useWords } from './use-words.ts'

/** When the provider was asked for payouts last, and where it said no, how to mend that. */
export function PayoutNotice({ state }: { state: PayoutState }) {
  const { t, provider } = useWords()
  const { may } = useMe()
  const { failure, message, lookedAt } = state
  const name = provider(state.provider ?? '')
  return (
    <Stack gap="sm">
      {failure === 'unauthorized' && (
        <Alert
          icon={<IconInfoCircle aria-hidden />}
          variant="light"
          title={t('payouts.refusedTitle', { provider: name })}
        >
          <Stack align="flex-start" gap="sm">
            <Text size="sm">{t('payouts.refused', { provider: name })}</Text>
            {may('settings:write') ? (
              <ButtonLink to="/desk/settings/connections" size="xs" variant="default">
                {t('payouts.toConnections')}
              </ButtonLink>
            ) : (
              <Text size="sm">{t('payouts.askOwner')}</Text>
            )}
          </Stack>
        </Alert>
      )}
      {failure !== null && failure !== 'unauthorized' && (
        <Alert
          icon={<IconAlertTriangle aria-hidden />}
          color="yellow"
          variant="light"
          title={t('payouts.unreadTitle', { provider: name })}
        >
          <Text size="sm" c="var(--mantine-color-text)">
            {message} {t('payouts.againSoon')}
          </Text>
        </Alert>
      )}
      <Group gap="sm" justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {state.asked ? (
            t('payouts.looking', { provider: name })
          ) : lookedAt === null ? (
            t('payouts.neverLooked')
          ) : (
            <>
              {t('payouts.lookedAt')} <Moment at={lookedAt} />
            </>
          )}
        </Text>
        {may('invoices:write') && <LookNow asked={state.asked} />}
      </Group>
    </Stack>
  )
}

function LookNow({ asked }: { asked: boolean }) {
  const { t } = useWords()
  const sentence = useErrorSentence()
  const queries = useQueryClient()
  const look = portal.useMutation('post', '/money/payout-state/look')
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={look.isPending || asked}
        onClick={() =>
          look.mutate(
            {},
            {
              onSuccess: () => void queries.invalidateQueries({ queryKey: ['get', '/money/payout-state'] }),
            },
          )
        }
      >
        {t('payouts.lookNow')}
      </Button>
      <FormProblem problem={look.error ? sentence(look.error) : undefined} />
    </Stack>
  )
}
