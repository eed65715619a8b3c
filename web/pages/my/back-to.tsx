import { useTranslation } from 'react-i18next'
import { BackLink } from '../../components/links.tsx'
import { useCompanyId } from './use-my.ts'

interface BackToProps {
  to:
    | '/my/$company/invoices'
    | '/my/$company/offers'
    | '/my/$company/file-shares'
    | '/my/$company/file-requests'
    | '/my/$company/conversations'
  label: 'invoices' | 'offers' | 'fileShares' | 'fileRequests' | 'conversations'
}

/** The way back from one thing to the list of them. */
export function BackTo({ to, label }: BackToProps) {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  return (
    <BackLink to={to} params={{ company }}>
      {t(`nav.${label}`)}
    </BackLink>
  )
}
