import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { tell } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { useDeviceName } from './device-name.ts'
import { PasskeyRow } from './passkey-row.tsx'
import { gaveUp, passkeysHere } from './passkeys.ts'
import { PasswordForm } from './password-form.tsx'
import type { Account } from './profile-section.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export function PasskeysSection({ account }: { account: Account }) {
  const { t } = useTranslation(['account', 'common'])
  const queries = useQueryClient()
  const deviceName = useDeviceName()
  const [opened, setOpened] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [codes, setCodes] = useState<string[]>()
  const begin = portal.useMutation('post', '/account/passkeys/options')
  const add = portal.useMutation('post', '/account/passkeys')
  const possible = account.passkeysPossible && passkeysHere()
  const close = () => {
    setOpened(false)
    setProblem(undefined)
    setCodes(undefined)
    void queries.invalidateQueries()
  }
  const make = async (password: string, name: string) => {
    setProblem(undefined)
    const { publicKey } = await begin.mutateAsync({ body: { password } })
    let response
    try {
      response = await startRegistration({
        optionsJSON: publicKey as unknown as PublicKeyCredentialCreationOptionsJSON,
      })
    } catch (error) {
      if (error instanceof Error && error.name === 'InvalidStateError') return setProblem(t('passkeyKnown'))
      if (gaveUp(error)) return setProblem(t('passkeyNotMade'))
      throw error
    }
    const { recoveryCodes } = await add.mutateAsync({ body: { name, response: response as never } })
    tell(t('passkeyAdded'))
    if (recoveryCodes) setCodes(recoveryCodes)
    else close()
  }
  return (
    <Section title={t('passkeys')} about={t('passkeysAbout')}>
      {account.passkeys.length > 0 && (
        <Stack gap={0} component="ul" className="rows">
          {account.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </Stack>
      )}
      {possible ? (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpened(true)}
          >
            {t('addPasskey')}
          </Button>
        </Group>
      ) : (
        <Alert color="gray" variant="light" role="note">
          {account.passkeysPossible ? t('passkeysNotHere') : t('passkeysNeedName')}
        </Alert>
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={codes ? t('recovery') : t('addPasskey')}
        closeOnClickOutside={!codes}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {codes ? (
          <RecoveryCodes codes={codes} onDone={close} />
        ) : (
          <PasswordForm
            action={t('common:next')}
            name={{ label: t('passkeyName'), initial: deviceName(navigator.userAgent) }}
            onCancel={close}
            onPassword={make}
          >
            <Text>{t('addPasskeyAbout')}</Text>
            {problem && (
              <Alert color="red" variant="light" role="alert">
                {problem}
              </Alert>
            )}
          </PasswordForm>
        )}
      </Modal>
    </Section>
  )
}
