import { Alert, Anchor, Button, Center, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../client/api-error.ts'

/** What went wrong, in a sentence for a person. */
export function useErrorSentence() {
  const { t, i18n } = useTranslation()
  return (error: unknown): string => {
    const refused = asApiError(error)
    if (!refused) return error instanceof TypeError ? t('error.offline') : t('error.server')
    if (refused.status === 403) return t('error.forbidden')
    if (refused.status === 404) return t('error.missing')
    if (refused.status === 429) return t('error.busy')
    if (refused.status >= 500) return t('error.server')
    const reason = `refused.${refused.code}`
    return i18n.exists(reason) ? t(reason as 'refused.customer_in_use') : refused.message
  }
}

/** Where something could not be shown. A plan that lacks it is said kindly. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation()
  const sentence = useErrorSentence()
  if (asApiError(error)?.status === 426) return <NotInPlan />
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('error.title')}
      my="md"
    >
      <Stack align="flex-start" gap="sm">
        <Text size="sm" c="var(--mantine-color-text)">
          {sentence(error)}
        </Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

/** Where there is nothing yet: what it is for, and how to begin. */
export function EmptyState(props: {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <Center mih="40vh" p="md">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {props.icon}
        </ThemeIcon>
        <Title order={2} size="h3">
          {props.title}
        </Title>
        {props.children && (
          <Text component="div" c="dimmed">
            {props.children}
          </Text>
        )}
        {props.action}
      </Stack>
    </Center>
  )
}

export function NotInPlan() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<IconLock />} title={t('plan.title')}>
      {t('plan.text')}
    </EmptyState>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<IconAlertTriangle />}
      title={t('error.notFoundTitle')}
      action={<Anchor href="/">{t('error.home')}</Anchor>}
    >
      {t('error.missing')}
    </EmptyState>
  )
}
