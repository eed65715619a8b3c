import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { Section } from '../../components/section.tsx'
import { ErrorState } from '../../components/states.tsx'
import { ColoursSection, isColour, type Colours } from './colours-section.tsx'
import { LogoSection } from './logo-section.tsx'
import { Preview } from './preview.tsx'
import { ReadOnly } from './read-only.tsx'

export type Look = components['schemas']['Look']

/** Logo and colours, with what customers see of them while they are chosen. */
export function LookPage() {
  const { t } = useTranslation('settings-company')
  const { may } = useMe()
  const { data, error, refetch } = portal.useQuery('get', '/company/look')
  const readOnly = !may('company:write')
  return (
    <SettingsFrame title={t('look.title')} about={t('look.about')}>
      {readOnly && <ReadOnly />}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <LookForm look={data} readOnly={readOnly} />
      ) : (
        <Stack gap="lg">
          <Skeleton height={180} />
          <Skeleton height={220} />
        </Stack>
      )}
    </SettingsFrame>
  )
}

function LookForm({ look, readOnly }: { look: Look; readOnly: boolean }) {
  const { t } = useTranslation('settings-company')
  const [colours, setColours] = useState<Colours>({ accent: look.accent ?? '', band: look.band ?? '' })
  const [{ accent, band }] = useDebouncedValue(colours, 150)
  const query = {
    ...(isColour(accent) ? { accent } : {}),
    ...(isColour(band) ? { band } : {}),
  }
  const tried = portal.useQuery(
    'get',
    '/company/look/palette',
    { params: { query } },
    { placeholderData: keepPreviousData, staleTime: Infinity },
  )
  const palette = tried.data ?? look.palette
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
      <Stack gap="lg">
        <LogoSection look={look} readOnly={readOnly} />
        <ColoursSection look={look} colours={colours} onChange={setColours} readOnly={readOnly} />
      </Stack>
      <Section title={t('look.preview')}>
        <Preview scheme="light" palette={palette} logo={look.logo} />
        <Preview scheme="dark" palette={palette} logo={look.logo} />
      </Section>
    </SimpleGrid>
  )
}
