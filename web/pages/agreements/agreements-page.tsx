import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSignature } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { AgreementForm } from './agreement-form.tsx'
import { agreementsRoute } from './routes.tsx'

type Agreement = components['schemas']['Agreement']

export function AgreementsPage() {
  const { t } = useTranslation(['agreements', 'common'])
  const { may } = useMe()
  const { status } = agreementsRoute.useSearch()
  const navigate = useNavigate({ from: agreementsRoute.fullPath })
  const [creating, { open, close }] = useDisclosure()
  const list = v1.useInfiniteQuery(
    'get',
    '/agreements',
    { params: { query: { per_page: 50, ...(status ? { status } : {}) } } },
    { ...byNumber, placeholderData: (before) => before },
  )
  const create = may('agreements:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  )
  const columns: Column<Agreement>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name }) => (
        <Anchor component={Link} to={`/desk/agreements/${id}`}>
          {name}
        </Anchor>
      ),
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ status: state, signatureCount, signerCount }) => (
        <StateBadge color={state === 'signed' ? 'teal' : signatureCount > 0 ? 'yellow' : 'balie'}>
          {state === 'signed' ? t('signed') : t('signedOf', { signed: signatureCount, all: signerCount })}
        </StateBadge>
      ),
    },
    { key: 'by', label: t('byUs'), cell: ({ signerName }) => signerName },
    { key: 'since', label: t('sent'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
  ]
  return (
    <Page title={t('title')} actions={create}>
      <SegmentedControl
        mb="md"
        aria-label={t('state')}
        value={status ?? 'all'}
        onChange={(next) =>
          void navigate({
            search: { status: next === 'all' ? undefined : next },
            replace: true,
          })
        }
        data={[
          { value: 'all', label: t('all') },
          { value: 'sent', label: t('waiting') },
          { value: 'signed', label: t('signed') },
        ]}
      />
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState
            icon={<IconSignature />}
            title={status ? t('noneFound') : t('emptyTitle')}
            action={status ? undefined : create}
          >
            {status ? t('noneFoundText') : t('emptyText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <AgreementForm
        opened={creating}
        onClose={close}
        onDone={(id) => void navigate({ to: '/desk/agreements/$agreementId', params: { agreementId: id } })}
      />
    </Page>
  )
}
