import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { BookkeepingUpdates } from './bookkeeping-updates.tsx'
import { ConnectionCard } from './connection-card.tsx'

export function BookkeepingCard({ bookkeeping }: Pick<components['schemas']['Connections'], 'bookkeeping'>) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const queries = useQueryClient()
  const [shown, setShown] = useState(false)
  const retry = portal.useMutation('post', '/settings/connections/bookkeeping/retry', {
    onSuccess: async () => {
      tell(t('con.retried'))
      await queries.invalidateQueries(portal.queryOptions('get', '/settings/connections'))
      await queries.invalidateQueries(portal.queryOptions('get', '/settings/connections/bookkeeping/updates'))
    },
  })
  return (
    <ConnectionCard
      name={t('con.books')}
      service="Moneybird"
      about={t('con.booksAbout')}
      connected={bookkeeping === null ? undefined : t('con.booksOf', { id: bookkeeping.administrationId })}
      testable={bookkeeping !== null}
      test={async () => (await portalFetch.POST('/settings/connections/bookkeeping/test')).data!}
      works={({ administration = '' }) => t('con.worksBooks', { name: administration })}
      form={(close) => (
        <MoneybirdForm onClose={close} administrationId={bookkeeping?.administrationId ?? ''} />
      )}
      disconnect={() => portalFetch.DELETE('/settings/connections/bookkeeping')}
      disconnectText={t('con.booksEnd')}
    >
      {bookkeeping && (
        <Group gap="xs">
          <Text size="sm">
            {t('con.waiting', { pending: bookkeeping.pending, failed: bookkeeping.failed })}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(true)}>
            {t('con.updates')}
          </Button>
          {bookkeeping.pending + bookkeeping.failed > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={retry.isPending}
              onClick={() => retry.mutate({})}
            >
              {t('con.retry')}
            </Button>
          )}
        </Group>
      )}
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={t('con.updates')}
        size="xl"
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <BookkeepingUpdates />
      </Modal>
    </ConnectionCard>
  )
}

function MoneybirdForm({ onClose, administrationId }: { onClose(): void; administrationId: string }) {
  const { t } = useTranslation('settings')
  const { t: account } = useTranslation('account')
  const form = useForm({ initialValues: { administrationId, token: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        await portalFetch.PUT('/settings/connections/bookkeeping', { body })
        tell(t('con.done'))
        onClose()
      })}
    >
      <Stack>
        <TextInput
          label={t('con.administration')}
          description={t('con.administrationAbout')}
          inputMode="numeric"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('administrationId')}
        />
        <PasswordInput
          label={t('con.token')}
          description={t('con.tokenAbout')}
          autoComplete="off"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': account('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('token')}
        />
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('con.connect')} busy={busy} onCancel={onClose} />
    </form>
  )
}
