import { Alert, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { tell } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { SettingsForm } from './settings-form.tsx'
import { useImportAgain, type Import } from './use-import.ts'

/** What an import is collected with. Once it was transmitted, only what moves no step and no amount can be changed. */
export function SettingsStep({ batch, onNext }: { batch: Import; onNext(): void }) {
  const { t } = useTranslation(['imports', 'common'])
  const { may } = useMe()
  const client = useQueryClient()
  const path = { params: { path: { importId: batch.id } } }
  const { data, error, refetch } = portal.useQuery('get', '/imports/{importId}/settings', path)
  const change = portal.useMutation('patch', '/imports/{importId}/settings')
  const again = useImportAgain()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const isSent = batch.transmittedAt !== null
  return (
    <Stack gap="md">
      {isSent && (
        <Alert variant="light" color="blue">
          {t('settings.sent')}
        </Alert>
      )}
      <SettingsForm
        settings={data}
        currency={batch.currency}
        harmlessOnly={isSent}
        readOnly={!may('invoices:write')}
        action={isSent ? t('common:save') : t('settings.saveAndNext')}
        onSave={async (settings) => {
          await change.mutateAsync({ ...path, body: { settings } })
          await client.invalidateQueries({ queryKey: ['get', '/imports/{importId}/settings'] })
          await again()
          tell(t('common:saved'))
          if (!isSent) onNext()
        }}
      />
    </Stack>
  )
}
