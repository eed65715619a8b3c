import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { byNumber, rowsOf } from '../../../client/pages.ts'
import { Day, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

/** Signers are no customers: those are meant who were invited at the customer's address. */
export function AgreementsTab({ email }: { email: string }) {
  const { t } = useTranslation('customers')
  const list = v1.useInfiniteQuery(
    'get',
    '/agreements',
    { params: { query: { signerEmail: email, per_page: 25 } } },
    { ...byNumber, enabled: email !== '' },
  )
  if (email === '')
    return (
      <Text c="dimmed" py="lg">
        {t('none.agreements')}
      </Text>
    )
  return (
    <TabList
      tab="agreements"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        {
          key: 'what',
          label: t('what'),
          cell: ({ id, name }) => (
            <Anchor component={Link} to={`/desk/agreements/${id}`}>
              {name}
            </Anchor>
          ),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status, signatureCount, signerCount }) => (
            <StateBadge color={status === 'signed' ? 'teal' : 'balie'}>
              {status === 'signed'
                ? t('signed')
                : t('signedOf', { signed: signatureCount, all: signerCount })}
            </StateBadge>
          ),
        },
        { key: 'made', label: t('made'), cell: ({ createdAt }) => <Day at={createdAt.slice(0, 10)} /> },
      ]}
    />
  )
}
