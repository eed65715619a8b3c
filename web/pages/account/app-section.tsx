import { Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { StateBadge } from '../../components/values.tsx'
import { PasswordForm } from './password-form.tsx'
import type { Account } from './profile-section.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useAccountRefusals } from './refusals.ts'

/** An authenticator app that shows codes: set up with a QR code, switched on by its first code. */
export function AppSection({ account }: { account: Account }) {
  const { t } = useTranslation(['account', 'common'])
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [secret, setSecret] = useState<{ secret: string; uri: string }>()
  const [codes, setCodes] = useState<string[]>()
  const begin = portal.useMutation('post', '/account/second-factor')
  const disable = portal.useMutation('post', '/account/second-factor/disable')
  const refresh = () => queries.invalidateQueries()
  const close = () => {
    setOpened(false)
    setSecret(undefined)
    setCodes(undefined)
    void refresh()
  }
  const title = account.app ? t('appOff') : t('appOn')
  return (
    <Section
      title={t('app')}
      about={t('appAbout')}
      badge={
        <StateBadge color={account.app ? 'teal' : 'gray'}>{account.app ? t('on') : t('off')}</StateBadge>
      }
    >
      <Group>
        <Button variant="default" onClick={() => setOpened(true)}>
          {title}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={codes ? t('recovery') : title}
        closeOnClickOutside={!codes}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {codes ? (
          <RecoveryCodes codes={codes} onDone={close} />
        ) : secret ? (
          <ConfirmApp
            {...secret}
            onCancel={close}
            onDone={(issued) => {
              tell(t('appIsOn'))
              if (issued.length > 0) setCodes(issued)
              else close()
            }}
          />
        ) : (
          <PasswordForm
            action={account.app ? t('appOff') : t('common:next')}
            onCancel={close}
            onPassword={async (password) => {
              if (!account.app) return setSecret(await begin.mutateAsync({ body: { password } }))
              await disable.mutateAsync({ body: { password } })
              tell(t('appIsOff'))
              close()
            }}
          >
            {account.app && <Text>{t('appOffAbout')}</Text>}
          </PasswordForm>
        )}
      </Modal>
    </Section>
  )
}

interface ConfirmAppProps {
  secret: string
  uri: string
  onCancel(): void
  onDone(codes: string[]): void
}

function ConfirmApp({ secret, uri, onCancel, onDone }: ConfirmAppProps) {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { code: '' } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const confirm = portal.useMutation('post', '/account/second-factor/confirm')
  return (
    <form onSubmit={submit(async (body) => onDone((await confirm.mutateAsync({ body })).recoveryCodes))}>
      <Stack>
        <Text>{t('appScan')}</Text>
        <QrCode text={uri} label={t('qrCode')} />
        <Text size="sm" component="div">
          {t('appType')} <Code>{secret.replace(/.{4}(?=.)/g, '$& ')}</Code>
        </Text>
        <TextInput
          label={t('appCode')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('code')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={t('appOn')} busy={busy} onCancel={onCancel} />
      </Stack>
    </form>
  )
}
