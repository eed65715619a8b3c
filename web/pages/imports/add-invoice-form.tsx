import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Money } from '../../components/values.tsx'
import { languageNames, languages, type Language } from '../../i18n/i18n.ts'
import { noRecipient, RecipientFields } from '../invoices/recipient-fields.tsx'
import { today } from '../invoices/today.ts'
import { useImportAgain, type Import } from './use-import.ts'

const noLine = () => ({ key: crypto.randomUUID(), description: '', amount: '' })

const empty = () => ({
  invoiceNumber: '',
  issuedAt: today(),
  dueAt: null as string | null,
  locale: '',
  memberNumber: '',
  recipient: noRecipient(),
  lines: [noLine()],
})

/** An invoice by hand; stays open for the next one where one says so. */
export function AddInvoiceForm({ batch, onClose }: { batch: Import; onClose(): void }) {
  const { t } = useTranslation(['imports', 'common', 'invoices'])
  const add = portal.useMutation('post', '/imports/{importId}/invoices')
  const again = useImportAgain()
  const form = useForm({ initialValues: empty() })
  const { submit, busy, problem } = useSubmit(form)
  const send = async (values: ReturnType<typeof empty>) => {
    const { dueAt, locale, memberNumber, lines, ...rest } = values
    const body = {
      ...rest,
      dueAt,
      locale: locale === '' ? null : (locale as Language),
      memberNumber: memberNumber === '' ? null : memberNumber,
      lines: lines.map(({ description, amount }) => ({ description, amount })),
    }
    await add.mutateAsync({ params: { path: { importId: batch.id } }, body })
    await again()
    tell(t('add.done', { number: values.invoiceNumber }))
  }
  const addAndGoOn = submit(async (values) => {
    await send(values)
    const { issuedAt, dueAt, lines } = values
    form.setValues({ ...empty(), issuedAt, dueAt, lines })
  })
  const cents = form.values.lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
  return (
    <form
      noValidate
      onSubmit={submit(async (values) => {
        await send(values)
        onClose()
      })}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
          <TextInput
            label={t('invoice.number')}
            required
            maxLength={255}
            data-autofocus
            {...form.getInputProps('invoiceNumber')}
          />
          <DateField label={t('add.issuedAt')} required {...form.getInputProps('issuedAt')} />
          <DateField
            label={t('invoice.dueAt')}
            clearable
            description={t('add.dueHint')}
            {...form.getInputProps('dueAt')}
          />
          <TextInput
            label={t('add.memberNumber')}
            description={t('add.memberHint')}
            maxLength={255}
            {...form.getInputProps('memberNumber')}
          />
          <NativeSelect
            label={t('add.language')}
            data={[
              { value: '', label: t('add.companyLanguage') },
              ...languages.map((value) => ({ value, label: languageNames[value] })),
            ]}
            {...form.getInputProps('locale')}
          />
        </SimpleGrid>
        <Fieldset legend={t('invoices:recipient')}>
          <RecipientFields form={form} />
        </Fieldset>
        <Fieldset legend={t('invoices:lines')}>
          <Stack gap="sm">
            {form.values.lines.map(({ key }, i) => (
              <Group key={key} align="flex-start" wrap="nowrap" gap="xs">
                <TextInput
                  aria-label={t('add.lineDescription', { number: i + 1 })}
                  placeholder={t('add.descriptionHint')}
                  flex={1}
                  maxLength={1000}
                  {...form.getInputProps(`lines.${i}.description`)}
                />
                <AmountInput
                  aria-label={t('add.lineAmount', { number: i + 1 })}
                  w={130}
                  allowNegative
                  currency={batch.currency}
                  {...form.getInputProps(`lines.${i}.amount`)}
                />
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t('add.removeLine', { number: i + 1 })}
                  disabled={form.values.lines.length === 1}
                  onClick={() => form.removeListItem('lines', i)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
            <Group justify="space-between">
              <Button
                variant="subtle"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => form.insertListItem('lines', noLine())}
              >
                {t('add.line')}
              </Button>
              <strong>
                <Money cents={cents} currency={batch.currency} />
              </strong>
            </Group>
          </Stack>
        </Fieldset>
        <FormProblem problem={problem} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => addAndGoOn()} loading={busy}>
            {t('add.andNext')}
          </Button>
          <FormButtons action={t('add.action')} busy={busy} onCancel={onClose} />
        </Group>
      </Stack>
    </form>
  )
}
