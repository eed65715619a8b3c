import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { AppSection } from './app-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { RecoverySection } from './recovery-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

export const useAccount = () => portal.useQuery('get', '/account')

/** One's own account: who one is, how one proves it, and where one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const { data: account, error, refetch } = useAccount()
  return (
    <Page title={t('title')} about={t('about')} narrow>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : account ? (
        <Stack gap="lg">
          <ProfileSection account={account} />
          <PasswordSection />
          <PasskeysSection account={account} />
          <AppSection account={account} />
          <RecoverySection account={account} />
          <SessionsSection />
        </Stack>
      ) : (
        <Stack gap="lg">
          <Skeleton height={180} />
          <Skeleton height={140} />
          <Skeleton height={220} />
        </Stack>
      )}
    </Page>
  )
}
