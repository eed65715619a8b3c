import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal, v1 } from '../../client/client.ts'
import { tell } from '../../components/form.tsx'
import { EraseModal } from './erase-modal.tsx'
import { PrivacyRequests } from './privacy-requests.tsx'
import { SettingsFrame } from './settings-frame.tsx'

const WAIT_MS = 250

/** A person's data: handed over, or erased. */
export function PrivacyPage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [search] = useDebouncedValue(words, WAIT_MS)
  const [erasing, setErasing] = useState(false)
  const { data: customers } = v1.useQuery('get', '/customers', {
    params: { query: { per_page: 20, ...(search.trim() === '' ? {} : { search }) } },
  })
  const again = () => queries.invalidateQueries({ queryKey: ['get', '/privacy/requests'] })
  const collect = portal.useMutation('post', '/privacy/exports', {
    onSuccess: () => {
      tell(t('privacy.started'))
      return again()
    },
  })
  return (
    <SettingsFrame title={t('place.privacy.title')} about={t('privacy.about')}>
      <Stack gap="xl">
        <Card withBorder padding="md">
          <Stack>
            <Select
              label={t('privacy.person')}
              description={t('privacy.personAbout')}
              data={(customers?.data ?? []).map(({ id, companyName, primaryEmail }) => ({
                value: id,
                label: primaryEmail ? `${companyName} · ${primaryEmail}` : companyName,
              }))}
              value={customerId}
              onChange={setCustomerId}
              onSearchChange={setWords}
              // The server has searched already.
              filter={({ options }) => options}
              nothingFoundMessage={t('privacy.nobody')}
              searchable
              clearable
            />
            <Group>
              <Button
                disabled={customerId === null}
                loading={collect.isPending}
                onClick={() => collect.mutate({ body: { customerId: customerId! } })}
              >
                {t('privacy.export')}
              </Button>
              <Button variant="default" disabled={customerId === null} onClick={() => setErasing(true)}>
                {t('privacy.erase')}
              </Button>
            </Group>
          </Stack>
        </Card>
        <section aria-labelledby="exports">
          <Title order={2} size="h4" mb="sm" id="exports">
            {t('privacy.exports')}
          </Title>
          <PrivacyRequests kind="export" empty={<Text c="dimmed">{t('privacy.exportsEmpty')}</Text>} />
        </section>
        <section aria-labelledby="erasures">
          <Title order={2} size="h4" mb="sm" id="erasures">
            {t('privacy.erasures')}
          </Title>
          <PrivacyRequests kind="erasure" empty={<Text c="dimmed">{t('privacy.erasuresEmpty')}</Text>} />
        </section>
      </Stack>
      {customerId !== null && (
        <EraseModal
          customerId={customerId}
          opened={erasing}
          onClose={() => setErasing(false)}
          onErased={() => {
            setCustomerId(null)
            setWords('')
            tell(t('privacy.erasing'))
            void again()
            void queries.invalidateQueries({ queryKey: ['get', '/customers'] })
          }}
        />
      )}
    </SettingsFrame>
  )
}
