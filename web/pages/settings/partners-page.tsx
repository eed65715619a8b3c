import { Alert, Button, List, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal, portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { SettingsFrame } from './settings-frame.tsx'

type Partner = components['schemas']['Partner']

/** Which vendors' software may act for the company. */
export function PartnersPage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const { data, error, refetch } = portal.useQuery('get', '/settings/partners')
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Partner>()
  const again = () => queries.invalidateQueries(portal.queryOptions('get', '/settings/partners'))
  const columns: Column<Partner>[] = [
    { key: 'name', label: t('keys.name'), cell: ({ name }) => <Text fw={600}>{name}</Text> },
    { key: 'since', label: t('partners.since'), cell: ({ grantedAt }) => <Day at={grantedAt} /> },
    {
      key: 'hosts',
      label: t('partners.hosts'),
      cell: ({ redirectHosts }) =>
        redirectHosts.length === 0 ? t('partners.noHosts') : redirectHosts.join(', '),
    },
    { key: 'told', label: t('partners.told'), cell: (partner) => <Told partner={partner} /> },
  ]
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('partners.add')}
    </Button>
  )
  return (
    <SettingsFrame
      title={t('place.partners.title')}
      about={t('partners.about', { path: '/api/v2' })}
      actions={data && data.data.length > 0 ? add : undefined}
    >
      <DataTable
        caption={t('place.partners.title')}
        columns={columns}
        rows={data?.data}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState icon={<IconHeartHandshake />} title={t('partners.emptyTitle')} action={add}>
            {t('partners.empty')}
          </EmptyState>
        }
        after={(partner) => (
          <Button size="compact-sm" variant="default" onClick={() => setEnding(partner)}>
            {t('partners.end')}
          </Button>
        )}
      />
      {data && data.data.length > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {t('partners.operator')}
        </Text>
      )}
      <FormModal opened={adding} onClose={() => setAdding(false)} title={t('partners.add')}>
        <PartnerForm
          onCancel={() => setAdding(false)}
          onAdded={(name) => {
            setAdding(false)
            tell(t('partners.added', { name }))
            void again()
          }}
        />
      </FormModal>
      <ConfirmModal
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t('partners.endTitle', { name: ending?.name ?? '' })}
        action={t('partners.end')}
        danger
        {...(ending ? { typed: ending.name } : {})}
        onConfirm={async () => {
          await portalFetch.DELETE('/settings/partners/{partnerId}', {
            params: { path: { partnerId: ending!.id } },
          })
          await again()
        }}
      >
        {t('partners.endText')}
      </ConfirmModal>
    </SettingsFrame>
  )
}

function Told({ partner: { notifications } }: { partner: Partner }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  if (!notifications) return <>{t('partners.notTold')}</>
  const { url, realtime, failingSince } = notifications
  return (
    <List size="sm" listStyleType="none">
      <List.Item style={{ overflowWrap: 'anywhere' }}>
        {t(realtime ? 'partners.realtime' : 'partners.rounds', { url })}
      </List.Item>
      {failingSince !== null && (
        <List.Item>{t('partners.failing', { at: format.moment(failingSince) })}</List.Item>
      )}
    </List>
  )
}

function PartnerForm({ onCancel, onAdded }: { onCancel(): void; onAdded(name: string): void }) {
  const { t } = useTranslation('settings')
  const form = useForm({ initialValues: { partnerId: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        try {
          const { data } = await portalFetch.POST('/settings/partners', { body })
          onAdded(data!.name)
        } catch (error) {
          if (asApiError(error)?.status !== 404) throw error
          form.setFieldError('partnerId', t('partners.missing'))
        }
      })}
    >
      <Stack>
        <Alert color="yellow" variant="light" role="note">
          {t('partners.about', { path: '/api/v2' })}
        </Alert>
        <TextInput
          label={t('partners.id')}
          description={t('partners.idAbout')}
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('partnerId')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('partners.add')} busy={busy} onCancel={onCancel} />
    </form>
  )
}
