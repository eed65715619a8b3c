import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1, v1Fetch } from '../../client/client.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { tell } from '../../components/form.tsx'
import { SecretOnce } from '../../components/secret-once.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Deliveries } from './deliveries.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { WebhookState } from './webhook-state.tsx'

const route = getRouteApi('/desk/settings/webhooks/$webhookId')

/** One webhook: tried, replayed, turned off, and all that was sent. */
export function WebhookPage() {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const { webhookId } = route.useParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const path = { webhookId }
  const options = v1.queryOptions('get', '/webhooks/{webhookId}', { params: { path } })
  const { data: webhook, error, refetch } = v1.useQuery('get', '/webhooks/{webhookId}', { params: { path } })
  const [open, setOpen] = useState<'secret' | 'rotate' | 'replay' | 'delete'>()
  const [since, setSince] = useState('')
  const close = () => setOpen(undefined)
  const again = async () => {
    await queries.invalidateQueries(options)
    await queries.invalidateQueries({ queryKey: ['get', '/webhooks/{webhookId}/deliveries'] })
  }
  const test = v1.useMutation('post', '/webhooks/{webhookId}/test', {
    onSuccess: async () => {
      tell(t('hooks.tested'))
      await again()
    },
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <SettingsFrame
      title={webhook?.type ?? t('place.webhooks.title')}
      about={<span style={{ overflowWrap: 'anywhere' }}>{webhook?.url}</span>}
      actions={
        <>
          <Button
            onClick={() => test.mutate({ params: { path } })}
            loading={test.isPending}
            disabled={webhook?.enabled !== true}
          >
            {t('hooks.test')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" aria-label={t('hooks.more')} px="xs">
                <IconDots size={18} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen('secret')}>{t('hooks.showSecret')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('rotate')}>{t('hooks.rotate')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('replay')}>{t('hooks.replay')}</Menu.Item>
              <Menu.Item
                onClick={() =>
                  void v1Fetch
                    .PATCH('/webhooks/{webhookId}', {
                      params: { path },
                      body: { enabled: webhook?.enabled !== true },
                    })
                    .then(again)
                }
              >
                {t(webhook?.enabled === true ? 'hooks.turnOff' : 'hooks.turnOn')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => setOpen('delete')}>{t('hooks.delete')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <Stack>
        <Group>{webhook && <WebhookState webhook={webhook} />}</Group>
        <Deliveries webhookId={webhookId} />
      </Stack>
      <Modal
        opened={open === 'secret'}
        onClose={close}
        title={t('hooks.secretTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <SecretOnce secret={webhook?.secret ?? ''} warning={t('hooks.secretAbout')} />
      </Modal>
      <ConfirmModal
        opened={open === 'rotate'}
        onClose={close}
        title={t('hooks.rotate')}
        action={t('hooks.rotate')}
        onConfirm={async () => {
          await v1Fetch.POST('/webhooks/{webhookId}/rotate-secret', { params: { path } })
          await again()
          // After the question has closed itself.
          setTimeout(() => setOpen('secret'))
        }}
      >
        {t('hooks.rotateText')}
      </ConfirmModal>
      <ConfirmModal
        opened={open === 'replay'}
        onClose={close}
        title={t('hooks.replay')}
        action={t('hooks.resend')}
        onConfirm={async () => {
          const { data } = await v1Fetch.POST('/webhooks/{webhookId}/replay', {
            params: { path },
            body: { since: new Date(since).toISOString() },
          })
          tell(t('hooks.replayed', { count: data!.events }))
          await again()
        }}
      >
        <Stack>
          <Text>{t('hooks.replayAbout')}</Text>
          <TextInput
            type="datetime-local"
            label={t('hooks.replaySince')}
            required
            withAsterisk={false}
            value={since}
            onChange={({ currentTarget: { value } }) => setSince(value)}
          />
        </Stack>
      </ConfirmModal>
      <ConfirmModal
        opened={open === 'delete'}
        onClose={close}
        title={t('hooks.delete')}
        action={common('delete')}
        danger
        onConfirm={async () => {
          await v1Fetch.DELETE('/webhooks/{webhookId}', { params: { path } })
          await queries.invalidateQueries({ queryKey: ['get', '/webhooks'] })
          await navigate({ to: '/desk/settings/webhooks' })
        }}
      >
        {t('hooks.deleteText')}
      </ConfirmModal>
    </SettingsFrame>
  )
}
