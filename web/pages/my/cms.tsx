import { Alert, Button, Checkbox, NumberInput, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormProblem, useSubmit } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { ServerHtml } from './server-html.tsx'
import { useMy, useThingId } from './use-my.ts'

/** For which of one's customers a page or a form is, where there are several. */
function useWhose() {
  const { t } = useTranslation('my')
  const { customers } = useMy()
  const [customerId, setCustomerId] = useState(customers[0]?.id ?? '')
  const choice =
    customers.length < 2 ? null : (
      <Select
        mb="md"
        label={t('cms.whose')}
        data={customers.map(({ id, name }) => ({ value: id, label: name }))}
        value={customerId}
        onChange={(value) => value !== null && setCustomerId(value)}
        allowDeselect={false}
      />
    )
  return { customerId, choice }
}

/** A page of the company's own. */
export function CmsPage() {
  const { t } = useTranslation('my')
  const pageId = useThingId()
  const { customerId, choice } = useWhose()
  const page = portal.useQuery('get', '/my/pages/{pageId}', {
    params: { path: { pageId }, query: { customerId } },
  })
  return (
    <Page narrow title={page.data?.title ?? t('cms.page')}>
      {choice}
      {page.error && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {!page.data && !page.error && <Skeleton h={200} />}
      {page.data?.incomplete && (
        <Alert role="status" color="orange" variant="light" mb="md">
          {t('cms.incomplete')}
        </Alert>
      )}
      {page.data?.blocks.map((html, i) => (
        <ServerHtml key={i} html={html} />
      ))}
    </Page>
  )
}

/** A form of the company's own. */
export function FormPage() {
  const { t } = useTranslation('my')
  const formId = useThingId()
  const { customerId, choice } = useWhose()
  const form = portal.useQuery('get', '/my/forms/{formId}', {
    params: { path: { formId }, query: { customerId } },
  })
  return (
    <Page narrow title={form.data?.title ?? t('cms.form')}>
      {choice}
      {form.error && <ErrorState error={form.error} onRetry={() => void form.refetch()} />}
      {!form.data && !form.error && <Skeleton h={200} />}
      {form.data && <Fields key={`${formId} ${customerId}`} form={form.data} customerId={customerId} />}
    </Page>
  )
}

type MyForm = components['schemas']['MyForm']

function Fields({ form: { id, fields, values: known }, customerId }: { form: MyForm; customerId: string }) {
  const { t } = useTranslation('my')
  const [sent, setSent] = useState(false)
  const empty = Object.fromEntries(
    fields.map(({ name, type }) => [name, known[name] ?? (type === 'checkbox' ? false : '')]),
  )
  const form = useForm<{ values: Record<string, string | number | boolean | null> }>({
    initialValues: { values: empty },
  })
  const { submit, busy, problem } = useSubmit(form)
  const send = portal.useMutation('post', '/my/forms/{formId}')
  if (sent)
    return (
      <Alert role="status" color="teal" variant="light" icon={<IconCheck aria-hidden />}>
        {t('cms.sent')}
      </Alert>
    )
  return (
    <form
      onSubmit={submit(async ({ values }) => {
        await send.mutateAsync({ params: { path: { formId: id }, query: { customerId } }, body: { values } })
        setSent(true)
      })}
    >
      <Stack>
        {fields.map(({ name, label, type, required, options }) => {
          const props = { label, required, ...form.getInputProps(`values.${name}`) }
          if (type === 'checkbox')
            return (
              <Checkbox
                key={name}
                label={label}
                required={required}
                {...form.getInputProps(`values.${name}`, { type: 'checkbox' })}
              />
            )
          if (type === 'number') return <NumberInput key={name} {...props} />
          if (type === 'choice') return <Select key={name} data={options} {...props} />
          return <TextInput key={name} type={type === 'date' ? 'date' : 'text'} {...props} />
        })}
        <FormProblem problem={problem} />
        <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
          {t('cms.send')}
        </Button>
      </Stack>
    </form>
  )
}
