import { useTranslation } from 'react-i18next'
import { StateBadge } from '../../components/values.tsx'
import type { Webhook } from './webhook-type.ts'

export function WebhookState({ webhook: { enabled, disabledReason } }: { webhook: Webhook }) {
  const { t } = useTranslation('settings')
  if (enabled) return <StateBadge color="teal">{t('hooks.on')}</StateBadge>
  return (
    <StateBadge color={disabledReason === 'by_hand' ? 'gray' : 'red'}>
      {t(`hooks.${disabledReason ?? 'by_hand'}`)}
    </StateBadge>
  )
}
