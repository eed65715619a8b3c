import { Skeleton, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ButtonLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { AwaitingList } from './awaiting-list.tsx'
import { FailedList } from './failed-list.tsx'
import { MoneyTabs } from './money-tabs.tsx'
import { PayoutDrawer } from './payout-drawer.tsx'
import { PayoutList } from './payout-list.tsx'
import { PayoutNotice } from './payout-notice.tsx'
import { usePayoutState } from './payout-state.ts'
import { ProviderDays } from './provider-days.tsx'
import { useWords } from './use-words.ts'

/** What came on the bank account, what is still to come, and what moved through the provider. */
export function PayoutsPage() {
  const { payout } = useSearch({ from: '/desk/money/payouts' })
  const navigate = useNavigate({ from: '/desk/money/payouts' })
  const state = usePayoutState()
  const { t } = useWords()
  return (
    <Page
      title={t('payouts.title')}
      about={t('payouts.about')}
      actions={
        <ButtonLink
          to="/desk/money/export"
          search={{ what: 'payouts' }}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('tab.export')}
        </ButtonLink>
      }
    >
      <MoneyTabs />
      <Stack gap="xl">
        {state.error && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
        {!state.data && !state.error && <Skeleton height={200} />}
        {state.data && (
          <section aria-label={t('payouts.title')}>
            <Stack gap="sm">
              {state.data.provider !== null && <PayoutNotice state={state.data} />}
              <PayoutList state={state.data} />
            </Stack>
          </section>
        )}
        {state.data && state.data.readAt !== null && <AwaitingList state={state.data} />}
        <ProviderDays />
        <FailedList />
      </Stack>
      <PayoutDrawer
        id={payout}
        onClose={() => void navigate({ search: ({ payout: _closed, ...rest }) => rest })}
      />
    </Page>
  )
}
