import { IconArrowLeft } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'

/** A page of the settings: with the way back to all of them. */
export function SettingsFrame(props: Omit<ComponentProps<typeof Page>, 'above'>) {
  const { t } = useTranslation('settings')
  return (
    <Page
      {...props}
      above={
        <AnchorLink
          to="/desk/settings"
          size="sm"
          mb="xs"
          display="inline-flex"
          style={{ alignItems: 'center', gap: 4 }}
        >
          <IconArrowLeft size={14} aria-hidden />
          {t('back')}
        </AnchorLink>
      }
    />
  )
}
