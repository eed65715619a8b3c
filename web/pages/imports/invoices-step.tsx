import { ActionIcon, Button, Group, Menu, Stack } from '@mantine/core'
import { IconDots, IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import type { components } from '../../client/portal.generated.ts'
import { AddInvoiceForm } from './add-invoice-form.tsx'
import { useImportAgain, type Import } from './use-import.ts'

type Row = components['schemas']['InvoiceOverview']

interface Props {
  batch: Import
  onNext(): void
  onPreview(invoiceId: string): void
}

/** The invoices of an import, added by hand here. */
export function InvoicesStep({ batch, onNext, onPreview }: Props) {
  const { t } = useTranslation('imports')
  const { may } = useMe()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Row>()
  const mayChange = batch.transmittedAt === null && may('invoices:write')
  const list = portal.useInfiniteQuery(
    'get',
    '/invoices',
    { params: { query: { importId: batch.id, limit: 50 } } },
    byNextCursor,
  )
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('invoice.number'),
      cell: ({ id, invoiceNumber }) => (
        <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId: id }}>
          {invoiceNumber}
        </AnchorLink>
      ),
    },
    { key: 'recipient', label: t('invoice.recipient'), cell: ({ recipient }) => recipient },
    { key: 'email', label: t('invoice.email'), cell: ({ email }) => email || '–' },
    {
      key: 'dueAt',
      label: t('invoice.dueAt'),
      cell: ({ dueAt }) => (dueAt === null ? t('invoice.bySettings') : <Day at={dueAt} />),
    },
    {
      key: 'amount',
      label: t('column.amount'),
      numeric: true,
      cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
    },
  ]
  const add = mayChange && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add.action')}
    </Button>
  )
  return (
    <Stack gap="md">
      {batch.invoices > 0 && (
        <Group justify="space-between">
          {add}
          {mayChange && (
            <Button variant="default" onClick={onNext}>
              {t('step.next', { step: t('step.settings') })}
            </Button>
          )}
        </Group>
      )}
      <DataTable
        caption={t('step.invoices')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<IconFileInvoice />} title={t('add.none')} action={add}>
            {t('add.noneText')}
          </EmptyState>
        }
        after={(row) => (
          <RowMenu
            row={row}
            onPreview={() => onPreview(row.id)}
            onDelete={mayChange ? () => setLeaving(row) : undefined}
          />
        )}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <FormModal opened={adding} onClose={() => setAdding(false)} title={t('add.action')} size="xl">
        <AddInvoiceForm batch={batch} onClose={() => setAdding(false)} />
      </FormModal>
      <DeleteModal row={leaving} onClose={() => setLeaving(undefined)} />
    </Stack>
  )
}

function RowMenu(props: { row: Row; onPreview(): void; onDelete: (() => void) | undefined }) {
  const { t } = useTranslation('imports')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('invoice.actions', { number: props.row.invoiceNumber })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={props.onPreview}>{t('invoice.preview')}</Menu.Item>
        {props.onDelete && (
          <Menu.Item color="red.9" onClick={props.onDelete}>
            {t('invoice.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function DeleteModal({ row, onClose }: { row: Row | undefined; onClose(): void }) {
  const { t } = useTranslation('imports')
  const again = useImportAgain()
  const remove = portal.useMutation('delete', '/invoices/{invoiceId}')
  return (
    <ConfirmModal
      opened={row !== undefined}
      onClose={onClose}
      title={t('invoice.delete')}
      action={t('invoice.delete')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync({ params: { path: { invoiceId: row!.id } } })
        await again()
      }}
    >
      {t('invoice.deleteText', { number: row?.invoiceNumber })}
    </ConfirmModal>
  )
}
