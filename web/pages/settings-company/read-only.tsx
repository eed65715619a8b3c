import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** To who may look but not change: whom to ask. */
export function ReadOnly() {
  const { t } = useTranslation('settings-company')
  return (
    <Alert color="gray" variant="light" role="note" mb="md">
      {t('readOnly')}
    </Alert>
  )
}
