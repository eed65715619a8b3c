import { Center, Paper, Text, Title } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import { ErrorState } from '../../components/states.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useMySession } from './use-my.ts'

/** Whoever comes without the name of a company: on to their own, or to the only one there is. */
export function StartPage() {
  const { t } = useTranslation('my')
  const { my, error, retry } = useMySession()
  const only = portal.useQuery(
    'get',
    '/my/companies/{companyId}',
    { params: { path: { companyId: 'only' } } },
    { enabled: my === null },
  )
  useEffect(() => {
    document.title = t('title')
  }, [t])
  if (my) return <Navigate to="/my/$company" params={{ company: my.company.id }} replace />
  if (only.data) return <Navigate to="/my/$company" params={{ company: only.data.id }} replace />
  const failed = error ?? (asApiError(only.error)?.status === 404 ? null : only.error)
  if (failed) return <ErrorState error={failed} onRetry={my === null ? () => void only.refetch() : retry} />
  if (my === undefined || only.isPending) return <Waiting />
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper w="100%" maw={440} p="lg" withBorder>
        <Title order={1} size="h2" mb="sm">
          {t('title')}
        </Title>
        <Text>{t('whichCompany')}</Text>
      </Paper>
    </Center>
  )
}
