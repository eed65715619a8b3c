import { useTranslation } from 'react-i18next'
import type { ApiError } from '../../client/api-error.ts'

/** What the server refuses of an account's fields, in the reader's language. */
export function useAccountRefusals() {
  const { t } = useTranslation('account')
  return ({ field, message, status }: ApiError): string | undefined => {
    if (status === 429) return t('refused.often')
    if (status !== 422) return undefined
    if (field === 'token') return t('refused.link')
    if (field === 'email') return t('refused.email')
    if (field === 'name') return t('refused.name')
    if (field === 'code') return t('wrongCode')
    if (field === 'newPassword' || (field === 'password' && message.includes('guessed')))
      return t('refused.guessed')
    if (field === 'password') return t('refused.password')
    return undefined
  }
}

export const MIN_LENGTH = 12
