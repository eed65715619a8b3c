import { ActionIcon, Menu, Stack, Text } from '@mantine/core'
import { IconDots, IconUserCog, IconUserMinus } from '@tabler/icons-react'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { RoleChoice } from './role-choice.tsx'
import type { Role } from './roles.tsx'
import type { Colleague } from './users-page.tsx'

/** What an owner does about a colleague. */
export function ColleagueMenu({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation('settings-company')
  const queries = useQueryClient()
  const [doing, setDoing] = useState<'role' | 'remove'>()
  const remove = portal.useMutation('delete', '/staff/{colleagueId}')
  const close = () => setDoing(undefined)
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('users.actions', { name: colleague.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserCog size={16} aria-hidden />} onClick={() => setDoing('role')}>
            {t('users.changeRole')}
          </Menu.Item>
          <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={() => setDoing('remove')}>
            {t('users.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <FormModal
        opened={doing === 'role'}
        onClose={close}
        title={t('users.roleOf', { name: colleague.name })}
      >
        <RoleForm colleague={colleague} onClose={close} />
      </FormModal>
      <ConfirmModal
        opened={doing === 'remove'}
        onClose={close}
        title={t('users.removeTitle', { name: colleague.name })}
        action={t('users.remove')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { colleagueId: colleague.id } } })
          await queries.invalidateQueries()
          tell(t('users.removed', { name: colleague.name }))
        }}
      >
        <Text>{t('users.removeAbout')}</Text>
      </ConfirmModal>
    </>
  )
}

function RoleForm({ colleague, onClose }: { colleague: Colleague; onClose(): void }) {
  const { t } = useTranslation(['settings-company', 'common'])
  const queries = useQueryClient()
  const form = useForm<{ role: Role }>({ initialValues: { role: colleague.role } })
  const { submit, busy, problem } = useSubmit(form)
  const change = portal.useMutation('patch', '/staff/{colleagueId}')
  return (
    <form
      onSubmit={submit(async (body) => {
        await change.mutateAsync({ params: { path: { colleagueId: colleague.id } }, body })
        await queries.invalidateQueries()
        tell(t('common:saved'))
        onClose()
      })}
    >
      <Stack>
        <RoleChoice {...(form.getInputProps('role') as { value: Role; onChange(role: Role): void })} />
        <FormProblem problem={problem} />
        <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
