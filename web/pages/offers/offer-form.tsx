import { Checkbox, FileInput, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { sendForm, v1 } from '../../client/client.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { LinesField } from './lines-field.tsx'
import type { Offer } from './offer-state.ts'
import { decimalOf, type TypedLine } from './vat.ts'

interface OfferFormProps {
  opened: boolean
  onClose(): void
  customerId: string | null
  onDone(offer: Offer): void
}

const newLine = (): TypedLine => ({ description: '', amountExclVat: '', vatRate: '21' })
const today = () => dayjs().format('YYYY-MM-DD')

const initial = (customerId: string | null) => ({
  kind: 'lines' as 'lines' | 'pdf',
  customerId,
  offerNumber: '',
  issuedAt: today() as string | null,
  expiresAt: dayjs().add(30, 'day').format('YYYY-MM-DD') as string | null,
  lines: [newLine()],
  amount: '',
  pdf: null as File | null,
  sendNotification: true,
})

export function OfferForm(props: OfferFormProps) {
  const { t } = useTranslation(['offers', 'common'])
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('new')} size="xl">
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, customerId, onDone }: Omit<OfferFormProps, 'opened'>) {
  const { t } = useTranslation(['offers', 'common'])
  const queries = useQueryClient()
  const needed = (value: unknown) =>
    value === null || value === undefined || String(value).trim() === '' ? t('common:required') : null
  const isAmount = (value: string) =>
    needed(value) ?? (decimalOf(value) === undefined ? t('amountWrong') : null)
  const form = useForm({
    initialValues: initial(customerId),
    validate: {
      customerId: needed,
      offerNumber: needed,
      issuedAt: needed,
      expiresAt: (value, { issuedAt }) =>
        needed(value) ?? (value && issuedAt && value < issuedAt ? t('untilWrong') : null),
      lines: {
        description: (value: string, { kind }) => (kind === 'lines' ? needed(value) : null),
        amountExclVat: (value: string, { kind }) => (kind === 'lines' ? isAmount(value) : null),
      },
      amount: (value, { kind }) => (kind === 'pdf' ? isAmount(value) : null),
      pdf: (value, { kind }) => (kind === 'pdf' ? needed(value) : null),
    },
  })
  const create = v1.useMutation('post', '/customer-offers/manual')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (values) => {
    const about = {
      customerId: values.customerId!,
      offerNumber: values.offerNumber,
      issuedAt: values.issuedAt!,
      expiresAt: values.expiresAt!,
    }
    const done =
      values.kind === 'lines'
        ? await create.mutateAsync({
            body: {
              ...about,
              sendNotification: values.sendNotification,
              lines: values.lines.map(({ description, amountExclVat, vatRate }) => ({
                description,
                amountExclVat: decimalOf(amountExclVat)!,
                vatRate: Number(vatRate) as 0 | 9 | 21,
              })),
            },
          })
        : await sendPdf(about, values)
    await queries.invalidateQueries({ queryKey: ['get', '/customer-offers'] })
    onClose()
    tell(
      values.sendNotification
        ? t('madeAndSent', { number: done.offerNumber })
        : t('made', { number: done.offerNumber }),
    )
    onDone(done)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <CustomerPicker label={t('customer')} required {...form.getInputProps('customerId')} />
          <TextInput label={t('number')} required maxLength={100} {...form.getInputProps('offerNumber')} />
          <DateField label={t('issued')} required {...form.getInputProps('issuedAt')} />
          <DateField
            label={t('until')}
            required
            {...(form.values.issuedAt ? { minDate: form.values.issuedAt } : {})}
            {...form.getInputProps('expiresAt')}
          />
        </SimpleGrid>
        <SegmentedControl
          fullWidth
          data={[
            { value: 'lines', label: t('byLines') },
            { value: 'pdf', label: t('byPdf') },
          ]}
          {...form.getInputProps('kind')}
          aria-label={t('how')}
        />
        {form.values.kind === 'lines' ? (
          <LinesField form={form} newLine={newLine} />
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <FileInput
              label={t('pdf')}
              description={t('pdfAbout')}
              required
              accept="application/pdf"
              clearable
              clearButtonProps={{ 'aria-label': t('common:clear') }}
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
              {...form.getInputProps('pdf')}
            />
            <TextInput
              label={t('amountInclVat')}
              description={t('amountAbout')}
              required
              inputMode="decimal"
              {...form.getInputProps('amount')}
            />
          </SimpleGrid>
        )}
        <Checkbox
          label={t('notify')}
          description={t('notifyAbout')}
          {...form.getInputProps('sendNotification', { type: 'checkbox' })}
        />
        <FormButtons
          action={form.values.sendNotification ? t('makeAndSend') : t('make')}
          busy={busy}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}

/** An offer that is a PDF goes as a form. */
async function sendPdf(
  about: Record<string, string>,
  values: { amount: string; pdf: File | null; sendNotification: boolean },
): Promise<Offer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(about)) body.set(name, value)
  body.set('amount', decimalOf(values.amount)!)
  body.set('sendNotification', String(values.sendNotification))
  body.set('pdf', values.pdf!)
  return sendForm<Offer>('POST', '/api/portal/v1/customer-offers', body)
}
