import { useTranslation } from 'react-i18next'
import type { ApiError } from '../../client/api-error.ts'

/** What the server refuses of an account's fields, in the reader's language. */
export function useAccountRefusals() {
  const { t } = useTranslation('account')
  return ({ field, status }: ApiError): string | undefined => {
    if (status === 429) return t('refused.often')
    if (status !== 422) return undefined
    if (field === 'token') return t('refused.link')
    if (field === 'code') return t('wrongCode')
    return undefined
  }
}

export const MIN_LENGTH = 12
