import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { Section } from '../../components/section.tsx'
import { PasswordForm } from './password-form.tsx'
import type { Account } from './profile-section.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** There are codes as long as there is something to recover. */
export function RecoverySection({ account }: { account: Account }) {
  const { t } = useTranslation(['account', 'common'])
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [codes, setCodes] = useState<string[]>()
  const replace = portal.useMutation('post', '/account/recovery-codes')
  const close = () => {
    setOpened(false)
    setCodes(undefined)
    void queries.invalidateQueries({ queryKey: ['get', '/account'] })
  }
  if (!account.app && account.passkeys.length === 0) return null
  return (
    <Section title={t('recovery')} about={t('recoveryAbout')}>
      <Group justify="space-between">
        <Text fw={account.recoveryCodesLeft < 4 ? 600 : undefined}>
          {t('codesLeft', { count: account.recoveryCodesLeft })}
        </Text>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('newCodes')}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={t('newCodes')}
        closeOnClickOutside={!codes}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {codes ? (
          <RecoveryCodes codes={codes} onDone={close} />
        ) : (
          <PasswordForm
            action={t('newCodes')}
            onCancel={close}
            onPassword={async (password) =>
              setCodes((await replace.mutateAsync({ body: { password } })).recoveryCodes)
            }
          >
            <Text>{t('newCodesAbout')}</Text>
          </PasswordForm>
        )}
      </Modal>
    </Section>
  )
}
