import { Alert, Button, Card, FileInput, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconFileUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal, sendForm } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import type { components } from '../../client/portal.generated.ts'
import { Page } from '../../components/page.tsx'
import { EmptyState, ErrorState, useErrorSentence } from '../../components/states.tsx'
import { Day, StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { BackTo } from './back-to.tsx'
import { OwnLink, OwnList } from './own-list.tsx'
import { useThingId } from './use-my.ts'

export function FileRequestsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/file-requests', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.fileRequests')}
      list={list}
      empty={<EmptyState icon={<IconFileUpload />} title={t('empty.fileRequests')} />}
      columns={[
        {
          key: 'names',
          label: t('file.names'),
          cell: ({ id, names }) => (
            <OwnLink to="/my/$company/file-requests/$id" id={id}>
              {names.join(', ')}
            </OwnLink>
          ),
        },
        { key: 'at', label: t('file.askedAt'), cell: ({ createdAt }) => <Day at={createdAt} /> },
        {
          key: 'state',
          label: t('state'),
          cell: ({ missing, completedAt }) => (
            <StateBadge color={completedAt === null ? 'blue' : 'teal'}>
              {completedAt === null ? t('file.missing', { count: missing }) : t('file.complete')}
            </StateBadge>
          ),
        },
      ]}
    />
  )
}

export function FileRequestPage() {
  const { t } = useTranslation('my')
  const id = useThingId()
  const request = portal.useQuery('get', '/my/file-requests/{id}', { params: { path: { id } } })
  const { data } = request
  return (
    <Page
      title={t('file.request')}
      narrow
      above={<BackTo to="/my/$company/file-requests" label="fileRequests" />}
    >
      {request.error && <ErrorState error={request.error} onRetry={() => void request.refetch()} />}
      {!data && !request.error && <Skeleton h={160} />}
      {data && data.completedAt !== null && (
        <Alert color="teal" variant="light" mb="md" icon={<IconCheck aria-hidden />} role="status">
          {t('file.completeText', { name: data.company })}
        </Alert>
      )}
      {data && data.description !== null && (
        <Text mb="md" style={{ whiteSpace: 'pre-line' }}>
          {data.description}
        </Text>
      )}
      <Stack>
        {data?.requestedFiles.map((asked) => (
          <Asked key={asked.id} asked={asked} requestId={id} onSent={() => void request.refetch()} />
        ))}
      </Stack>
    </Page>
  )
}

function Asked(props: {
  asked: components['schemas']['PublicFileRequest']['requestedFiles'][number]
  requestId: string
  onSent(): void
}) {
  const { asked, requestId, onSent } = props
  const { t } = useTranslation(['my', 'common'])
  const format = useFormat()
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const most = format.bytes(asked.maxFileSize * 1024)
  const send = async () => {
    if (!file) return
    const form = new FormData()
    form.append('file', file)
    setBusy(true)
    setError(undefined)
    try {
      await sendForm('POST', `/api/portal/my/file-requests/${requestId}/files/${asked.id}`, form)
      onSent()
      void queries.invalidateQueries({ queryKey: ['get', '/my'] })
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4">
          {asked.name}
        </Title>
        {!asked.required && (
          <Text size="sm" c="dimmed">
            {t('common:optional')}
          </Text>
        )}
      </Group>
      {asked.description !== null && <Text size="sm">{asked.description}</Text>}
      {asked.uploaded ? (
        <Group gap="xs" mt="sm">
          <IconCheck size={18} aria-hidden />
          <Text>{t('file.received')}</Text>
        </Group>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <FileInput
            mt="sm"
            label={`${t('file.choose')}: ${asked.name}`}
            description={t('file.atMost', { size: most })}
            placeholder={t('file.choose')}
            value={file}
            onChange={setFile}
            error={
              error === undefined
                ? undefined
                : asApiError(error)?.status === 413
                  ? t('file.tooLarge', { size: most })
                  : sentence(error)
            }
          />
          <Button type="submit" mt="sm" loading={busy} disabled={!file}>
            {t('file.send')}
          </Button>
        </form>
      )}
    </Card>
  )
}
