import { Anchor } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { Day, StateBadge } from '../../components/values.tsx'
import { OwnList } from './own-list.tsx'

export function AgreementsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/agreements', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.agreements')}
      list={list}
      empty={<EmptyState icon={<IconSignature />} title={t('empty.agreements')} />}
      columns={[
        // Read and signed at a page of its own, which the server renders.
        {
          key: 'name',
          label: t('agreement.name'),
          cell: ({ name, href }) => <Anchor href={href}>{name}</Anchor>,
        },
        { key: 'signer', label: t('agreement.signer'), cell: ({ signer }) => signer },
        { key: 'at', label: t('agreement.from'), cell: ({ createdAt }) => <Day at={createdAt} /> },
        {
          key: 'state',
          label: t('state'),
          cell: ({ state }) => (
            <StateBadge color={state === 'to_sign' ? 'blue' : 'teal'}>
              {t(`agreement.states.${state}`)}
            </StateBadge>
          ),
        },
      ]}
    />
  )
}
