import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { Page } from '../../components/page.tsx'

export function HomePage() {
  const { t } = useTranslation('desk')
  const { user, company } = useMe()
  return (
    <Page title={company.name} narrow>
      <p>{t('welcome', { name: user.name })}</p>
    </Page>
  )
}
