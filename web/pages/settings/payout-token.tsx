import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'

/** The second token of Mollie, which reads what it paid out. */
export function PayoutToken({ known }: { known: boolean }) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const [open, setOpen] = useState<'form' | 'end'>()
  const again = () => queries.invalidateQueries(portal.queryOptions('get', '/settings/connections'))
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t(known ? 'con.token' : 'con.tokenNone')}</Text>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setOpen('form')}>
          {t(known ? 'con.tokenChange' : 'con.tokenSet')}
        </Button>
        {known && (
          <Button size="xs" variant="default" onClick={() => setOpen('end')}>
            {t('con.tokenRemove')}
          </Button>
        )}
      </Group>
      <FormModal opened={open === 'form'} onClose={() => setOpen(undefined)} title={t('con.tokenTitle')}>
        <TokenForm
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            void again()
          }}
        />
      </FormModal>
      <ConfirmModal
        opened={open === 'end'}
        onClose={() => setOpen(undefined)}
        title={t('con.tokenRemove')}
        action={t('con.tokenRemove')}
        danger
        onConfirm={async () => {
          await portalFetch.DELETE('/settings/connections/payments/payout-token')
          await again()
          tell(t('con.tokenRemoved'))
        }}
      >
        {t('con.tokenEnd')}
      </ConfirmModal>
    </Stack>
  )
}

function TokenForm({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const { t } = useTranslation('settings')
  const { t: account } = useTranslation('account')
  const form = useForm({ initialValues: { token: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        await portalFetch.PUT('/settings/connections/payments/payout-token', { body })
        tell(t('con.tokenSaved'))
        onDone()
      })}
    >
      <Stack>
        <PasswordInput
          label={t('con.tokenLabel')}
          description={t('con.tokenAbout')}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': account('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('token')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('con.connect')} busy={busy} onCancel={onClose} />
    </form>
  )
}
