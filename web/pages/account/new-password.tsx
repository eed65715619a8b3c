import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MIN_LENGTH } from './refusals.ts'

/** A field for a new password: password managers know it as one. */
export function NewPassword(props: PasswordInputProps) {
  const { t } = useTranslation('account')
  return (
    <PasswordInput
      label={t('newPassword')}
      description={t('newPasswordAbout', { count: MIN_LENGTH })}
      autoComplete="new-password"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      {...props}
    />
  )
}

export function useLongEnough() {
  const { t } = useTranslation('account')
  return (value: string) =>
    Array.from(value.normalize('NFKC')).length < MIN_LENGTH ? t('refused.short', { count: MIN_LENGTH }) : null
}
