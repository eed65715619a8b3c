import { Button, Group, Skeleton, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { InvoicesStep } from './invoices-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ProgressStep } from './progress-step.tsx'
import { importSteps, type ImportStep } from './routes.tsx'
import { SettingsStep } from './settings-step.tsx'
import { TransmitStep } from './transmit-step.tsx'
import { useImportAgain, type Import } from './use-import.ts'

export function ImportPage() {
  const { t } = useTranslation('imports')
  const { importId } = useParams({ strict: false }) as { importId: string }
  const { data, error, refetch } = portal.useQuery('get', '/imports/{importId}', {
    params: { path: { importId } },
  })
  const back = <BackLink to="/desk/imports">{t('title')}</BackLink>
  if (data) return <Loaded key={data.id} batch={data} back={back} />
  return (
    <Page title={t('one')} above={back}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Stack role="status" aria-label={t('one')}>
          <Skeleton height={60} />
          <Skeleton height={240} />
        </Stack>
      )}
    </Page>
  )
}

function Loaded({ batch, back }: { batch: Import; back: React.ReactNode }) {
  const { t } = useTranslation('imports')
  const { may } = useMe()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { step?: ImportStep; invoice?: string }
  const isDraft = batch.transmittedAt === null
  const steps = importSteps.filter((step) => step !== (isDraft ? 'progress' : 'transmit'))
  const wanted = search.step ?? (isDraft ? 'invoices' : 'progress')
  const step = steps.includes(wanted) ? wanted : isDraft ? 'transmit' : 'progress'
  const go = (next: ImportStep, invoice?: string) =>
    void navigate({
      to: '/desk/imports/$importId',
      params: { importId: batch.id },
      search: { step: next, ...(invoice === undefined ? {} : { invoice }) },
      resetScroll: false,
    })
  return (
    <Page
      title={batch.title ?? t('untitled')}
      above={back}
      about={
        <Group gap="sm">
          <StateBadge color={isDraft ? 'gray' : 'green'}>
            {isDraft ? t('state.draft') : t('state.sent')}
          </StateBadge>
          {batch.transmittedAt !== null && <Day at={batch.transmittedAt} />}
          <Text span>{t('count', { count: batch.invoices })}</Text>
          <Text span>
            {t('column.amount')} <Amount value={batch.amount} currency={batch.currency} />
          </Text>
          <Text span>
            {t('column.outstanding')} <Amount value={batch.outstanding} currency={batch.currency} />
          </Text>
        </Group>
      }
      actions={isDraft && may('invoices:write') ? <DraftActions batch={batch} /> : undefined}
    >
      <Tabs value={step} onChange={(value) => go(value as ImportStep)} keepMounted={false}>
        <Tabs.List aria-label={t('step.label')} style={{ overflowX: 'auto', flexWrap: 'nowrap' }} mb="md">
          {steps.map((one, i) => (
            <Tabs.Tab key={one} value={one} style={{ whiteSpace: 'nowrap' }}>
              {i + 1}. {t(`step.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="invoices">
          <InvoicesStep batch={batch} onNext={() => go('settings')} onPreview={(id) => go('preview', id)} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsStep batch={batch} onNext={() => go('preview')} />
        </Tabs.Panel>
        <Tabs.Panel value="preview">
          <PreviewStep batch={batch} invoiceId={search.invoice} onInvoice={(id) => go('preview', id)} />
        </Tabs.Panel>
        {isDraft ? (
          <Tabs.Panel value="transmit">
            <TransmitStep batch={batch} onSent={() => go('progress')} />
          </Tabs.Panel>
        ) : (
          <Tabs.Panel value="progress">
            <ProgressStep batch={batch} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  )
}

function DraftActions({ batch }: { batch: Import }) {
  const { t } = useTranslation('imports')
  const [asked, setAsked] = useState<'rename' | 'delete'>()
  const remove = portal.useMutation('delete', '/imports/{importId}')
  const navigate = useNavigate()
  const close = () => setAsked(undefined)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setAsked('rename')}
      >
        {t('rename.action')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsked('delete')}
      >
        {t('delete.action')}
      </Button>
      <FormModal opened={asked === 'rename'} onClose={close} title={t('rename.action')}>
        <RenameForm batch={batch} onClose={close} />
      </FormModal>
      <ConfirmModal
        opened={asked === 'delete'}
        onClose={close}
        title={t('delete.action')}
        action={t('delete.action')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { importId: batch.id } } })
          await navigate({ to: '/desk/imports' })
        }}
      >
        {t('delete.text', { count: batch.invoices, title: batch.title ?? t('untitled') })}
      </ConfirmModal>
    </>
  )
}

function RenameForm({ batch, onClose }: { batch: Import; onClose(): void }) {
  const { t } = useTranslation(['imports', 'common'])
  const change = portal.useMutation('patch', '/imports/{importId}')
  const again = useImportAgain()
  const form = useForm({ initialValues: { title: batch.title ?? '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        await change.mutateAsync({ params: { path: { importId: batch.id } }, body })
        await again()
        onClose()
      })}
    >
      <Stack gap="md">
        <TextInput
          label={t('create.name')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
