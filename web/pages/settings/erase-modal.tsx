import { Alert, List, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { ErrorState } from '../../components/states.tsx'
import { ErasureItems } from './erasure-items.tsx'

interface EraseModalProps {
  customerId: string
  opened: boolean
  onClose(): void
  onErased(): void
}

/** What an erasure would do, thing by thing, before the name is typed; or what stands in its way. */
export function EraseModal({ customerId, opened, onClose, onErased }: EraseModalProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const { data, error, refetch } = portal.useQuery(
    'get',
    '/privacy/customers/{customerId}/erasure',
    { params: { path: { customerId } } },
    { enabled: opened, staleTime: 0 },
  )
  const blocked = !data || data.erased || data.obstacles.length > 0
  if (blocked)
    return (
      <Modal
        opened={opened}
        onClose={onClose}
        title={data ? t('privacy.eraseTitle', { name: data.name }) : t('privacy.erase')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={120} />}
        {data?.erased === true && <Text>{t('privacy.alreadyErased')}</Text>}
        {data && !data.erased && (
          <Alert color="yellow" variant="light" title={t('privacy.obstacles')}>
            <List>
              {data.obstacles.map(({ kind, count }) => (
                <List.Item key={kind}>{t(`privacy.${kind}`, { n: count })}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Modal>
    )
  return (
    <ConfirmModal
      opened={opened}
      onClose={onClose}
      title={t('privacy.eraseTitle', { name: data.name })}
      action={t('privacy.eraseVerb')}
      danger
      typed={data.name}
      onConfirm={async () => {
        await portalFetch.POST('/privacy/erasures', { body: { customerId, confirm: data.name } })
        onErased()
      }}
    >
      <Stack gap="sm">
        <Text>{t('privacy.eraseText')}</Text>
        <ErasureItems items={data.items} heading={t('privacy.fate')} />
      </Stack>
    </ConfirmModal>
  )
}
