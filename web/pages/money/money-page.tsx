import '@mantine/charts/styles.css'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ButtonLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { AgeingCard } from './ageing-card.tsx'
import { CollectedPicture, MethodsPicture } from './collected-picture.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MoneyTabs } from './money-tabs.tsx'
import { barsOf, rangeOf } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { FeesCard, ReturnsCard } from './returns-card.tsx'
import { SeasonMenu } from './season-menu.tsx'

export function MoneyPage() {
  const { t } = useTranslation('money')
  const { may } = useMe()
  const search = useSearch({ from: '/desk/money' })
  const navigate = useNavigate()
  const attention = portal.useQuery('get', '/attention')
  const season = portal.useQuery('get', '/money/season')
  const outstanding = portal.useQuery('get', '/money/outstanding')
  const range = season.data && rangeOf(search, season.data)
  const by = range ? barsOf(search, range) : 'month'
  const collected = portal.useQuery(
    'get',
    '/money/collected',
    { params: { query: { from: range?.from ?? '', to: range?.to ?? '', by } } },
    { enabled: range !== undefined, placeholderData: (known) => known },
  )
  const data = collected.data
  const failed = [season, outstanding, collected].find(({ error }) => error)
  if (attention.data?.beginning.hasInvoices === false)
    return (
      <Page title={t('title')}>
        <MoneyTabs />
        <EmptyState
          icon={<IconCoins size={28} stroke={1.5} />}
          title={t('empty.title')}
          action={may('invoices:write') && <ButtonLink to="/desk/imports">{t('empty.action')}</ButtonLink>}
        >
          {t('empty.text')}
        </EmptyState>
      </Page>
    )
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={may('company:write') && <SeasonMenu startMonth={season.data?.startMonth} />}
    >
      <MoneyTabs />
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      <Stack gap="lg">
        <KeyFigures outstanding={outstanding.data} collected={data} />
        <AgeingCard data={outstanding.data} />
        {range && <PeriodPicker search={search} range={range} page="/desk/money" />}
        <CollectedPicture
          data={data}
          by={by}
          onBy={(value) =>
            void navigate({
              to: '/desk/money',
              search: { ...search, by: value },
              replace: true,
              resetScroll: false,
            })
          }
        />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
          <MethodsPicture data={data} />
          <Stack gap="lg">
            <ReturnsCard data={data} />
            <FeesCard data={data} />
          </Stack>
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('footnote')}
        </Text>
      </Stack>
    </Page>
  )
}
