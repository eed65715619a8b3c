import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { useAccountRefusals } from './refusals.ts'

interface PasswordFormProps {
  children?: ReactNode
  action: string
  /** A name to give as well, with what it is at first. */
  name?: { label: string; initial: string }
  onCancel(): void
  onPassword(password: string, name: string): Promise<unknown>
}

/** Asks for the password again, before what only its owner may do. */
export function PasswordForm({ children, action, name, onCancel, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { name: name?.initial ?? '', password: '' } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  return (
    <form onSubmit={submit((values) => onPassword(values.password, values.name))}>
      <Stack>
        {children}
        {name && (
          <TextInput
            label={name.label}
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
        )}
        <PasswordInput
          label={t('presentPassword')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={name ? undefined : true}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={action} busy={busy} onCancel={onCancel} />
      </Stack>
    </form>
  )
}
