import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'

/** A page of the settings: with the way back to all of them. */
export function SettingsFrame(props: Omit<ComponentProps<typeof Page>, 'above'>) {
  const { t } = useTranslation('settings')
  return <Page {...props} above={<BackLink to="/desk/settings">{t('back')}</BackLink>} />
}
