import { useTranslation } from 'react-i18next'
import type { components } from '../../client/v1.generated.ts'
import { StateBadge } from '../../components/values.tsx'

export function RequestState({
  request: { completedAt, requestedFiles },
}: {
  request: components['schemas']['FileRequest']
}) {
  const { t } = useTranslation('files')
  const received = requestedFiles.filter(({ uploadedFileId }) => uploadedFileId !== null).length
  return (
    <StateBadge color={completedAt ? 'teal' : received > 0 ? 'yellow' : 'balie'}>
      {completedAt ? t('complete') : t('receivedOf', { received, all: requestedFiles.length })}
    </StateBadge>
  )
}
