import { Button, Group, Select, SimpleGrid, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { Section } from '../../components/section.tsx'
import { ErrorState } from '../../components/states.tsx'
import { languageNames, languages } from '../../i18n/i18n.ts'
import { countries } from './countries.ts'
import { ReadOnly } from './read-only.tsx'

type Settings = components['schemas']['CompanySettings']

type TextName = 'name' | 'email' | 'iban' | 'bic' | 'vatNumber' | 'address' | 'zipCode' | 'city' | 'cocNumber'

/** What the company says of itself, where it is paid, and how it is spoken to. */
export function CompanyPage() {
  const { t } = useTranslation('settings-company')
  const { may } = useMe()
  const { data, error, refetch } = portal.useQuery('get', '/company')
  return (
    <SettingsFrame title={t('company.title')} about={t('company.about')} narrow>
      {!may('company:write') && <ReadOnly />}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <CompanyForm settings={data} readOnly={!may('company:write')} />
      ) : (
        <Stack gap="lg">
          <Skeleton height={260} />
          <Skeleton height={260} />
        </Stack>
      )}
    </SettingsFrame>
  )
}

/** As the fields have them. */
const valuesOf = (settings: Settings) => ({
  ...settings,
  address: settings.address ?? '',
  zipCode: settings.zipCode ?? '',
  city: settings.city ?? '',
  iban: settings.iban?.replace(/.{4}(?=.)/g, '$& ') ?? '',
  bic: settings.bic ?? '',
  vatNumber: settings.vatNumber ?? '',
  cocNumber: settings.cocNumber ?? '',
})

function CompanyForm({ settings, readOnly }: { settings: Settings; readOnly: boolean }) {
  const { t, i18n } = useTranslation(['settings-company', 'common'])
  const queries = useQueryClient()
  const form = useForm({ initialValues: valuesOf(settings) })
  const { submit, busy, problem } = useSubmit(form)
  const change = portal.useMutation('put', '/company')
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const text = (name: TextName, more: object = {}) => (
    <TextInput
      label={t(`company.${name}`)}
      readOnly={readOnly}
      maxLength={200}
      {...more}
      {...form.getInputProps(name)}
    />
  )
  const save = submit(async (body) => {
    const saved = await change.mutateAsync({ body })
    form.setInitialValues(valuesOf(saved))
    form.reset()
    queries.setQueryData(portal.queryOptions('get', '/company').queryKey, saved)
    await queries.invalidateQueries({ queryKey: ['get', '/me'] })
    tell(t('common:saved'))
  })
  return (
    <form onSubmit={save} noValidate>
      <Stack gap="lg">
        <Section title={t('company.whoTitle')} about={t('company.whoAbout')}>
          {text('name', { required: true, withAsterisk: false, autoComplete: 'organization' })}
          {text('email', { type: 'email', description: t('company.emailAbout') })}
          {text('address', { autoComplete: 'street-address' })}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {text('zipCode', { autoComplete: 'postal-code' })}
            {text('city', { autoComplete: 'address-level2' })}
          </SimpleGrid>
          <Select
            label={t('company.countryCode')}
            data={[...new Set([...countries, settings.countryCode])]
              .map((value) => ({ value, label: names.of(value) ?? value }))
              .toSorted((a, b) => a.label.localeCompare(b.label, i18n.language))}
            searchable
            allowDeselect={false}
            readOnly={readOnly}
            {...form.getInputProps('countryCode')}
          />
        </Section>
        <Section title={t('company.paidTitle')} about={t('company.paidAbout')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {text('iban')}
            {text('bic', { description: t('company.bicAbout') })}
            {text('vatNumber')}
            {text('cocNumber')}
          </SimpleGrid>
        </Section>
        <Section title={t('company.speaksTitle')} about={t('company.speaksAbout')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t('company.locale')}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
              allowDeselect={false}
              readOnly={readOnly}
              {...form.getInputProps('locale')}
            />
            <Select
              label={t('company.timeZone')}
              data={[...new Set([...zones, settings.timeZone])]}
              searchable
              limit={100}
              allowDeselect={false}
              readOnly={readOnly}
              {...form.getInputProps('timeZone')}
            />
          </SimpleGrid>
          <TextInput
            label={t('company.currency')}
            description={t('company.currencyAbout')}
            value={settings.currency}
            variant="filled"
            readOnly
          />
        </Section>
        <FormProblem problem={problem} />
        {!readOnly && (
          <Group>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              {t('common:save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
