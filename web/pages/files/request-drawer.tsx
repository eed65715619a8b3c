import { Anchor, Button, Card, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useDownload } from '../../client/download.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { CopyLink } from '../../components/copy-link.tsx'
import { tell } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { useRefreshFiles } from './file.ts'
import { RequestState } from './request-state.tsx'

interface RequestDrawerProps {
  /** Undefined: closed. */
  requestId: string | undefined
  onClose(): void
}

/** What was asked, and what of it came. */
export function RequestDrawer({ requestId, onClose }: RequestDrawerProps) {
  const { t } = useTranslation(['files', 'common'])
  const found = v1.useQuery(
    'get',
    '/file-requests/{requestId}',
    { params: { path: { requestId: requestId ?? '' } } },
    { enabled: requestId !== undefined },
  )
  return (
    <Drawer
      opened={requestId !== undefined}
      onClose={onClose}
      position="right"
      title={found.data?.name ?? t('request')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Skeleton height={200} />}
      {found.data && <Details request={found.data} onClose={onClose} />}
    </Drawer>
  )
}

function Details({ request, onClose }: { request: components['schemas']['FileRequest']; onClose(): void }) {
  const { t } = useTranslation(['files', 'common'])
  const { may } = useMe()
  const { download } = useDownload()
  const refresh = useRefreshFiles()
  const [asking, setAsking] = useState(false)
  const remove = v1.useMutation('delete', '/file-requests/{requestId}')
  return (
    <Stack gap="md">
      <div>
        <RequestState request={request} />
      </div>
      {request.description && <Text style={{ whiteSpace: 'pre-wrap' }}>{request.description}</Text>}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {request.requestedFiles.map(({ id, name, description, required, uploadedFileId }) => (
          <Card key={id} component="li" withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text fw={600}>{name}</Text>
                <Text size="sm" c="dimmed">
                  {required ? t('required') : t('common:optional')}
                  {description && ` · ${description}`}
                </Text>
              </div>
              {uploadedFileId ? (
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => void download(`/files/${uploadedFileId}/download`)}
                >
                  <Group gap={4} component="span" wrap="nowrap">
                    <IconDownload size={16} aria-hidden />
                    {t('download')}
                  </Group>
                </Anchor>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('notYet')}
                </Text>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
      <CopyLink label={t('link')} href={request.links.publicRequest.href} />
      {may('filerequest:write') && (
        <Group>
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('withdraw')}
          </Button>
        </Group>
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdrawTitle', { name: request.name })}
        action={t('withdraw')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { requestId: request.id } } })
          tell(t('withdrawn'))
          onClose()
          await refresh()
        }}
      >
        {t('withdrawText')}
      </ConfirmModal>
    </Stack>
  )
}
