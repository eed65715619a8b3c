import { Alert, Anchor, Button, Center, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../client/api-error.ts'
import { brokenRule, refusedBecause } from '../i18n/refusals.ts'

/** What went wrong, in a sentence for a person. */
export function useErrorSentence() {
  const { t } = useTranslation()
  return (error: unknown): ReactNode => {
    const refused = asApiError(error)
    if (!refused) return error instanceof TypeError ? t('error.offline') : t('error.server')
    const { status, code, reason, field, message } = refused
    const known = refusedBecause(reason ?? code)
    if (known !== undefined) return known
    if (status === 401) return t('error.signedOut')
    if (status === 403) return t('error.forbidden')
    if (status === 404) return t('error.missing')
    if (status === 426) return t('plan.text')
    if (status === 429) return t('error.busy')
    if (status >= 500) return t('error.server')
    return (
      (field !== undefined && brokenRule(message, field)) || (
        <>
          {t('error.check')} <span lang="en">{message}</span>
        </>
      )
    )
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
