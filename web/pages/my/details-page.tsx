import { Button, Card, Divider, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { countryCodes, useCountryName } from '../../i18n/countries.ts'
import type { Language } from '../../i18n/i18n.ts'
import { ByCode } from './by-code.tsx'
import { useMy, type My } from './use-my.ts'

/** How the customer is reached, and the forms that correct it. */
export function DetailsPage() {
  const { t } = useTranslation('my')
  const { customers } = useMy()
  return (
    <Page narrow title={t('nav.details')}>
      <Stack gap="lg">
        <Email />
        {customers.map((customer) => (
          <Card key={customer.id} withBorder padding="lg">
            <Title order={2} size="h3" mb="md">
              {customer.name}
            </Title>
            <Phone customer={customer} />
            <Divider my="lg" />
            <Address customer={customer} />
          </Card>
        ))}
        <Elsewhere />
      </Stack>
    </Page>
  )
}

const useLocale = () => useTranslation().i18n.language as Language

function Email() {
  const { t } = useTranslation('my')
  const { email, pendingEmail, company } = useMy()
  const locale = useLocale()
  const ask = portal.useMutation('post', '/my/email')
  const confirm = portal.useMutation('post', '/my/email/confirm')
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h3">
        {t('email')}
      </Title>
      <Text mb="md">{email}</Text>
      <ByCode
        field="email"
        input={{
          label: t('details.newEmail'),
          description: t('details.newEmailHint'),
          type: 'email',
          autoComplete: 'email',
        }}
        pending={pendingEmail && t('details.pending', { email: pendingEmail, name: company.name })}
        changed={t('details.emailChanged')}
        send={t('details.sendCode')}
        onAsk={(value) => ask.mutateAsync({ body: { email: value, locale } })}
        onConfirm={(code) => confirm.mutateAsync({ body: { code, locale } })}
      />
    </Card>
  )
}

/** Where else somebody is who reads this mailbox, or did. */
function Elsewhere() {
  const { t } = useTranslation('my')
  const { otherSessions } = useMy()
  const queries = useQueryClient()
  const end = portal.useMutation('delete', '/my/sessions', {
    onSuccess: () => tell(t('elsewhere.ended')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/my'] }),
  })
  if (otherSessions === 0) return null
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h3" mb="xs">
        {t('elsewhere.title')}
      </Title>
      <Text mb="md">{t('elsewhere.count', { count: otherSessions })}</Text>
      {end.error && <ErrorState error={end.error} />}
      <Button
        variant="default"
        loading={end.isPending}
        onClick={() => end.mutate({})}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('elsewhere.end')}
      </Button>
    </Card>
  )
}

function Phone({ customer: { id, phone, pendingPhone } }: { customer: My['customers'][number] }) {
  const { t } = useTranslation('my')
  const { takesTexts, company } = useMy()
  const locale = useLocale()
  const ask = portal.useMutation('post', '/my/customers/{customerId}/phone')
  const confirm = portal.useMutation('post', '/my/customers/{customerId}/phone/confirm')
  const params = { path: { customerId: id } }
  return (
    <>
      <Title order={3} size="h4">
        {t('details.phone')}
      </Title>
      <Text mb="md">{phone ?? t('details.noPhone')}</Text>
      {takesTexts ? (
        <ByCode
          field="phone"
          input={{
            label: t('details.newPhone'),
            description: t('details.newPhoneHint'),
            type: 'tel',
            autoComplete: 'tel',
            maxLength: 40,
          }}
          pending={pendingPhone && t('details.pendingPhone', { phone: pendingPhone })}
          changed={t('details.phoneChanged')}
          send={t('details.textCode')}
          onAsk={(value) => ask.mutateAsync({ params, body: { phone: value, locale } })}
          onConfirm={(code) => confirm.mutateAsync({ params, body: { code } })}
        />
      ) : (
        <Text c="dimmed">{t('details.phoneByCompany', { name: company.name })}</Text>
      )}
    </>
  )
}

function Address({ customer }: { customer: My['customers'][number] }) {
  const { t } = useTranslation(['my', 'common'])
  const queries = useQueryClient()
  const { id, address, zipCode, city, countryCode } = customer
  const countryName = useCountryName()
  const form = useForm({ initialValues: { address, zipCode, city, countryCode } })
  const { submit, busy, problem } = useSubmit(form)
  const save = portal.useMutation('patch', '/my/customers/{customerId}')
  const field = (key: keyof typeof form.values, label: string, autoComplete: string, maxLength: number) => (
    <TextInput
      label={label}
      autoComplete={autoComplete}
      maxLength={maxLength}
      required
      withAsterisk={false}
      {...form.getInputProps(key)}
    />
  )
  return (
    <>
      <Title order={3} size="h4" mb="md">
        {t('details.postal')}
      </Title>
      <form
        onSubmit={submit(async (values) => {
          await save.mutateAsync({ params: { path: { customerId: id } }, body: values })
          await queries.invalidateQueries({ queryKey: ['get', '/my'] })
          tell(t('common:saved'))
        })}
      >
        <Stack>
          {field('address', t('details.address'), 'street-address', 200)}
          <Group grow align="flex-start">
            {field('zipCode', t('details.zipCode'), 'postal-code', 20)}
            {field('city', t('details.city'), 'address-level2', 100)}
          </Group>
          <Select
            label={t('details.country')}
            data={[...new Set([...countryCodes, countryCode])]
              .map((code) => ({ value: code, label: countryName(code) }))
              .toSorted((a, b) => a.label.localeCompare(b.label))}
            searchable
            allowDeselect={false}
            autoComplete="country-name"
            {...form.getInputProps('countryCode')}
          />
          <FormProblem problem={problem} />
          <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
            {t('common:save')}
          </Button>
        </Stack>
      </form>
    </>
  )
}
