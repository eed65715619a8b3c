import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { ConnectionCard } from './connection-card.tsx'

export function SmsCard({ sms }: Pick<components['schemas']['Connections'], 'sms'>) {
  const { t } = useTranslation('settings')
  return (
    <ConnectionCard
      name={t('con.sms')}
      service="MessageBird"
      about={t('con.smsAbout')}
      connected={sms === null ? undefined : t('con.smsFrom', { from: sms.originator })}
      testable={sms !== null}
      test={async () => (await portalFetch.POST('/settings/connections/sms/test')).data!}
      works={({ balance = '' }) => t('con.worksSms', { balance })}
      form={(close) => <SmsForm onClose={close} originator={sms?.originator ?? ''} />}
      disconnect={() => portalFetch.DELETE('/settings/connections/sms')}
      disconnectText={t('con.smsEnd')}
    />
  )
}

function SmsForm({ onClose, originator }: { onClose(): void; originator: string }) {
  const { t } = useTranslation('settings')
  const { t: account } = useTranslation('account')
  const form = useForm({ initialValues: { accessKey: '', originator } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        await portalFetch.PUT('/settings/connections/sms', { body })
        tell(t('con.done'))
        onClose()
      })}
    >
      <Stack>
        <PasswordInput
          label={t('con.accessKey')}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': account('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('accessKey')}
        />
        <TextInput
          label={t('con.originator')}
          description={t('con.originatorAbout')}
          maxLength={16}
          required
          withAsterisk={false}
          {...form.getInputProps('originator')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('con.connect')} busy={busy} onCancel={onClose} />
    </form>
  )
}
