import { PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ConnectionCard } from './connection-card.tsx'
import { PayoutToken } from './payout-token.tsx'

export function PaymentsCard({ payments }: Pick<components['schemas']['Connections'], 'payments'>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const own = payments !== null && payments.connectedAt !== null ? payments.connectedAt : undefined
  return (
    <ConnectionCard
      name={t('con.payments')}
      service="Mollie"
      about={t('con.paymentsAbout')}
      connected={own && t('con.connected', { at: format.day(own) })}
      testable={payments !== null}
      test={async () => (await portalFetch.POST('/settings/connections/payments/test')).data!}
      works={({ live, methods = [] }) =>
        t(live === true ? 'con.worksLive' : 'con.worksTest', { methods: methods.join(', ') || '–' })
      }
      form={(close) => <MollieForm onClose={close} />}
      disconnect={() => portalFetch.DELETE('/settings/connections/payments')}
      disconnectText={t('con.paymentsEnd')}
    >
      {payments !== null && own !== undefined && <PayoutToken known={payments.payoutToken} />}
      {payments?.provider === 'sandbox' && <Text size="sm">{t('con.sandbox')}</Text>}
    </ConnectionCard>
  )
}

function MollieForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings')
  const { t: account } = useTranslation('account')
  const form = useForm({ initialValues: { apiKey: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        await portalFetch.PUT('/settings/connections/payments', { body })
        tell(t('con.done'))
        onClose()
      })}
    >
      <Stack>
        <PasswordInput
          label={t('con.mollieKey')}
          description={t('con.mollieKeyAbout')}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': account('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('apiKey')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('con.connect')} busy={busy} onCancel={onClose} />
    </form>
  )
}
