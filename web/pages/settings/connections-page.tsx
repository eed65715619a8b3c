import { SimpleGrid, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { ErrorState } from '../../components/states.tsx'
import { BookkeepingCard } from './bookkeeping-card.tsx'
import { MailCard } from './mail-card.tsx'
import { PaymentsCard } from './payments-card.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { SmsCard } from './sms-card.tsx'

/** What the company is connected to: each card tells how it is, tries it, changes it. */
export function ConnectionsPage() {
  const { t } = useTranslation('settings')
  const { data, error, refetch } = portal.useQuery('get', '/settings/connections')
  return (
    <SettingsFrame title={t('place.connections.title')} about={t('con.about')}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {!data && !error && [0, 1, 2, 3].map((n) => <Skeleton key={n} height={180} />)}
        {data && (
          <>
            <PaymentsCard payments={data.payments} />
            <BookkeepingCard bookkeeping={data.bookkeeping} />
            <SmsCard sms={data.sms} />
            <MailCard mail={data.mail} />
          </>
        )}
      </SimpleGrid>
    </SettingsFrame>
  )
}
