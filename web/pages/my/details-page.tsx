import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import type { Language } from '../../i18n/i18n.ts'
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
          <Address key={customer.id} customer={customer} />
        ))}
      </Stack>
    </Page>
  )
}

function Email() {
  const { t, i18n } = useTranslation('my')
  const { email, pendingEmail, company } = useMy()
  const queries = useQueryClient()
  const locale = i18n.language as Language
  const refresh = () => queries.invalidateQueries({ queryKey: ['get'] })
  const asked = useForm({ initialValues: { email: '' } })
  const entered = useForm({ initialValues: { code: '' } })
  const ask = portal.useMutation('post', '/my/email')
  const confirm = portal.useMutation('post', '/my/email/confirm')
  const asking = useSubmit(asked)
  const entering = useSubmit(entered)
  return (
    <Card withBorder padding="lg">
      <Title order={2} size="h3">
        {t('email')}
      </Title>
      <Text mb="md">{email}</Text>
      {pendingEmail !== null && (
        <form
          onSubmit={entering.submit(async ({ code }) => {
            await confirm.mutateAsync({ body: { code, locale } })
            entered.reset()
            await refresh()
            tell(t('details.emailChanged'))
          })}
        >
          <Stack mb="lg">
            <Text>{t('details.pending', { email: pendingEmail, name: company.name })}</Text>
            <TextInput
              label={t('details.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              {...entered.getInputProps('code')}
            />
            <FormProblem problem={entering.problem} />
            <Button type="submit" loading={entering.busy} style={{ alignSelf: 'flex-start' }}>
              {t('details.confirm')}
            </Button>
          </Stack>
        </form>
      )}
      <form
        onSubmit={asking.submit(async (values) => {
          await ask.mutateAsync({ body: { email: values.email, locale } })
          asked.reset()
          await refresh()
        })}
      >
        <Stack>
          <TextInput
            label={t('details.newEmail')}
            description={t('details.newEmailHint')}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            {...asked.getInputProps('email')}
          />
          <FormProblem problem={asking.problem} />
          <Button type="submit" variant="default" loading={asking.busy} style={{ alignSelf: 'flex-start' }}>
            {t('details.sendCode')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}

function Address({ customer }: { customer: My['customers'][number] }) {
  const { t } = useTranslation(['my', 'common'])
  const queries = useQueryClient()
  const { id, name, address, zipCode, city, countryCode } = customer
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
    <Card withBorder padding="lg">
      <Title order={2} size="h3" mb="md">
        {name}
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
          {field('countryCode', t('details.country'), 'country', 2)}
          <FormProblem problem={problem} />
          <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
            {t('common:save')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
