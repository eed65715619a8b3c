import { ActionIcon, Box, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconDots, IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { PasswordForm } from './password-form.tsx'
import type { Account } from './profile-section.tsx'
import { useAccountRefusals } from './refusals.ts'

type Passkey = Account['passkeys'][number]

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation(['account', 'common'])
  const format = useFormat()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<'rename' | 'remove'>()
  const remove = portal.useMutation('post', '/account/passkeys/{passkeyId}/remove')
  const close = () => setDoing(undefined)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py="sm">
      <Group wrap="nowrap" miw={0} gap="sm">
        <IconFingerprint size={22} stroke={1.5} aria-hidden style={{ flexShrink: 0 }} />
        <Box miw={0}>
          <Group gap="xs">
            <Text fw={600}>{passkey.name}</Text>
            {passkey.synced && <StateBadge color="blue">{t('synced')}</StateBadge>}
          </Group>
          <Text size="sm" c="dimmed">
            {t('madeOn', { day: format.day(passkey.createdAt) })} ·{' '}
            {passkey.lastUsedAt === null
              ? t('neverUsed')
              : t('usedAgo', { ago: format.ago(passkey.lastUsedAt) })}
          </Text>
        </Box>
      </Group>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('passkeyActions', { name: passkey.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDoing('rename')}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setDoing('remove')}>
            {t('common:delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={doing !== undefined}
        onClose={close}
        title={doing === 'rename' ? t('renamePasskey') : t('removePasskey')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {doing === 'rename' ? (
          <RenameForm passkey={passkey} onDone={close} />
        ) : (
          <PasswordForm
            action={t('common:delete')}
            onCancel={close}
            onPassword={async (password) => {
              const params = { path: { passkeyId: passkey.id } }
              await remove.mutateAsync({ params, body: { password } })
              await queries.invalidateQueries()
              tell(t('passkeyRemoved'))
            }}
          >
            <Text>{t('removePasskeyAbout', { name: passkey.name })}</Text>
          </PasswordForm>
        )}
      </Modal>
    </Group>
  )
}

function RenameForm({ passkey, onDone }: { passkey: Passkey; onDone(): void }) {
  const { t } = useTranslation(['account', 'common'])
  const queries = useQueryClient()
  const form = useForm({ initialValues: { name: passkey.name } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const rename = portal.useMutation('patch', '/account/passkeys/{passkeyId}')
  return (
    <form
      onSubmit={submit(async (body) => {
        await rename.mutateAsync({ params: { path: { passkeyId: passkey.id } }, body })
        await queries.invalidateQueries({ queryKey: ['get', '/account'] })
        onDone()
      })}
    >
      <Stack>
        <TextInput
          label={t('passkeyName')}
          required
          withAsterisk={false}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={t('common:save')} busy={busy} onCancel={onDone} />
      </Stack>
    </form>
  )
}
