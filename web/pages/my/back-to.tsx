import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
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
    <Anchor
      renderRoot={(props) => <Link to={to} params={{ company }} {...props} />}
      size="sm"
      mb="xs"
      display="inline-block"
    >
      ← {t(`nav.${label}`)}
    </Anchor>
  )
}
