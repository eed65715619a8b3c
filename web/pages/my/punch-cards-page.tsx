import { Card, Group, Progress, SimpleGrid, Skeleton, Text, Title } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { Day, StateBadge } from '../../components/values.tsx'
import { MoreOfOwn } from './own-list.tsx'

const colorOf = { active: 'teal', expired: 'orange', fully_used: 'gray' }

/** Each card with what is left on it. */
export function PunchCardsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/punch-cards', { params: { query: {} } }, byNextCursor)
  const cards = rowsOf(list.data)
  return (
    <Page title={t('nav.punchCards')} narrow>
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!cards && !list.error && <Skeleton h={140} />}
      {cards?.length === 0 && <EmptyState icon={<IconTicket />} title={t('empty.punchCards')} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {cards?.map((card) => (
          <Card key={card.id} withBorder padding="lg">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Title order={2} size="h4">
                {card.name}
              </Title>
              <StateBadge color={colorOf[card.status]}>{t(`punchCard.states.${card.status}`)}</StateBadge>
            </Group>
            <Text fz={32} fw={700} mt="sm" lh={1.2}>
              {card.punchesLeft}
            </Text>
            <Text>{t('punchCard.left', { total: card.punches, label: card.punchLabel })}</Text>
            <Progress
              value={(100 * card.punchesLeft) / Math.max(1, card.punches)}
              mt="sm"
              aria-label={t('punchCard.left', { total: card.punches, label: card.punchLabel })}
            />
            {card.expiresAt !== null && (
              <Text size="sm" c="dimmed" mt="sm">
                {t('punchCard.until')} <Day at={card.expiresAt} />
              </Text>
            )}
          </Card>
        ))}
      </SimpleGrid>
      <MoreOfOwn list={list} />
    </Page>
  )
}
