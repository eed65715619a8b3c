import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1, v1Fetch } from '../../client/client.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { WebhookState } from './webhook-state.tsx'
import { webhookTypes, type Webhook } from './webhook-type.ts'

/** Where which events are sent. */
export function WebhooksPage() {
  const { t } = useTranslation('settings')
  const [making, setMaking] = useState(false)
  const list = v1.useInfiniteQuery('get', '/webhooks', { params: { query: { per_page: 50 } } }, byNumber)
  const columns: Column<Webhook>[] = [
    {
      key: 'type',
      label: t('hooks.type'),
      cell: ({ id, type }) => (
        <AnchorLink to="/desk/settings/webhooks/$webhookId" params={{ webhookId: id }}>
          {type}
        </AnchorLink>
      ),
    },
    {
      key: 'url',
      label: t('hooks.url'),
      cell: ({ url }) => <span style={{ overflowWrap: 'anywhere' }}>{url}</span>,
    },
    { key: 'made', label: t('keys.made'), cell: ({ createdAt }) => <Day at={createdAt} /> },
    { key: 'state', label: t('hooks.state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
  ]
  const rows = rowsOf(list.data)
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('hooks.new')}
    </Button>
  )
  return (
    <SettingsFrame
      title={t('place.webhooks.title')}
      about={t('hooks.about')}
      actions={rows && rows.length > 0 ? add : undefined}
    >
      <DataTable
        caption={t('place.webhooks.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<IconWebhook />} title={t('hooks.emptyTitle')} action={add}>
            {t('hooks.empty')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <FormModal opened={making} onClose={() => setMaking(false)} title={t('hooks.new')}>
        <WebhookForm onCancel={() => setMaking(false)} />
      </FormModal>
    </SettingsFrame>
  )
}

function WebhookForm({ onCancel }: { onCancel(): void }) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const form = useForm({ initialValues: { type: 'invoice-paid' as Webhook['type'], url: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        const { data } = await v1Fetch.POST('/webhooks', { body })
        await navigate({ to: '/desk/settings/webhooks/$webhookId', params: { webhookId: data!.id } })
      })}
    >
      <Stack>
        <Select
          label={t('hooks.type')}
          data={[...webhookTypes]}
          allowDeselect={false}
          searchable
          {...form.getInputProps('type')}
        />
        <TextInput
          label={t('hooks.url')}
          description={t('hooks.urlAbout')}
          placeholder="https://"
          required
          withAsterisk={false}
          {...form.getInputProps('url')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('hooks.new')} busy={busy} onCancel={onCancel} />
    </form>
  )
}
