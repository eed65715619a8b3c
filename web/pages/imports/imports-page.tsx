import { Button, NumberInput, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconSend } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'

type Import = components['schemas']['Import']

export function ImportsPage() {
  const { t } = useTranslation('imports')
  const { may } = useMe()
  const [shown, setShown] = useState<'all' | 'draft' | 'sent'>('all')
  const [creating, setCreating] = useState(false)
  const list = portal.useInfiniteQuery(
    'get',
    '/imports',
    { params: { query: { limit: 25, ...(shown === 'all' ? {} : { transmitted: shown === 'sent' }) } } },
    byNextCursor,
  )
  const create = may('invoices:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('create.action')}
    </Button>
  )
  const rows = rowsOf(list.data)
  return (
    <Page title={t('title')} about={t('about')} actions={rows?.length === 0 ? undefined : create}>
      <Stack gap="md" align="stretch">
        <SegmentedControl
          aria-label={t('shown.label')}
          style={{ alignSelf: 'flex-start' }}
          value={shown}
          onChange={(value) => setShown(value)}
          data={(['all', 'draft', 'sent'] as const).map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
        <DataTable
          caption={t('title')}
          columns={useColumns()}
          rows={rows}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState icon={<IconSend />} title={t('empty.title')} action={create}>
              {t('empty.text')}
            </EmptyState>
          }
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </Stack>
      <CreateModal opened={creating} onClose={() => setCreating(false)} />
    </Page>
  )
}

function useColumns(): Column<Import>[] {
  const { t } = useTranslation('imports')
  return [
    {
      key: 'title',
      label: t('column.title'),
      cell: ({ id, title }) => (
        <AnchorLink to="/desk/imports/$importId" params={{ importId: id }}>
          {title ?? t('untitled')}
        </AnchorLink>
      ),
    },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ transmittedAt }) => (
        <StateBadge color={transmittedAt === null ? 'gray' : 'green'}>
          {transmittedAt === null ? t('state.draft') : t('state.sent')}
        </StateBadge>
      ),
    },
    { key: 'invoices', label: t('column.invoices'), numeric: true, cell: ({ invoices }) => invoices },
    { key: 'paid', label: t('column.paid'), numeric: true, cell: ({ paid }) => paid },
    {
      key: 'amount',
      label: t('column.amount'),
      numeric: true,
      cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
    },
    {
      key: 'outstanding',
      label: t('column.outstanding'),
      numeric: true,
      cell: ({ outstanding, currency }) => <Amount value={outstanding} currency={currency} />,
    },
    {
      key: 'date',
      label: t('column.date'),
      cell: ({ transmittedAt, createdAt }) => <Day at={transmittedAt ?? createdAt} />,
    },
  ]
}

interface ModalProps {
  opened: boolean
  onClose(): void
}

function CreateModal(props: ModalProps) {
  const { t } = useTranslation('imports')
  return (
    <FormModal {...props} title={t('create.title')}>
      <CreateForm onClose={props.onClose} />
    </FormModal>
  )
}

function CreateForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['imports', 'common'])
  const navigate = useNavigate()
  const create = portal.useMutation('post', '/imports')
  const form = useForm<{ title: string; expectedInvoices: number | string }>({
    initialValues: { title: '', expectedInvoices: '' },
    validate: { title: (title) => (title.trim() === '' ? t('common:required') : null) },
  })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async ({ title, expectedInvoices }) => {
        const { id } = await create.mutateAsync({
          body: { title, ...(expectedInvoices === '' ? {} : { expectedInvoices: Number(expectedInvoices) }) },
        })
        await navigate({ to: '/desk/imports/$importId', params: { importId: id } })
      })}
    >
      <Stack gap="md">
        <TextInput
          label={t('create.name')}
          description={t('create.nameHint')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <NumberInput
          label={t('create.expected')}
          description={t('create.expectedHint')}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('expectedInvoices')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={t('create.action')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
