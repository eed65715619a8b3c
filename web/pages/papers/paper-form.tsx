import { Checkbox, FileInput, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { sendForm, v1, v1Fetch } from '../../client/client.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { LinesField } from './lines-field.tsx'
import { nextNumber } from './next-number.ts'
import { decimalOf, type TypedLine } from './vat.ts'

interface PaperFormProps {
  paper: 'offer' | 'invoice'
  opened: boolean
  onClose(): void
  customerId: string | null
  onDone(id: string): void
}

/** What the two call the same things, and how many days one lives. */
const papers = {
  offer: { number: 'offerNumber', until: 'expiresAt', days: 30, list: '/customer-offers' },
  invoice: { number: 'invoiceNumber', until: 'dueAt', days: 14, list: '/customer-invoices' },
} as const

const newLine = (): TypedLine => ({ description: '', amountExclVat: '', vatRate: '21' })
const inDays = (days: number): string | null => dayjs().add(days, 'day').format('YYYY-MM-DD')

const initial = (customerId: string | null) => ({
  kind: 'lines' as 'lines' | 'pdf',
  customerId,
  offerNumber: '',
  expiresAt: inDays(papers.offer.days),
  invoiceNumber: '',
  dueAt: inDays(papers.invoice.days),
  issuedAt: inDays(0),
  lines: [newLine()],
  amount: '',
  pdf: null as File | null,
  sendNotification: true,
})
type Values = ReturnType<typeof initial>

/** Makes an offer or an invoice for one customer: of lines, or of a PDF. */
export function PaperForm(props: PaperFormProps) {
  const { t } = useTranslation('papers')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t(`${props.paper}.new`)} size="xl">
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ paper, onClose, customerId, onDone }: Omit<PaperFormProps, 'opened'>) {
  const { t } = useTranslation(['papers', 'common'])
  const { number, until } = papers[paper]
  const needed = (value: unknown) =>
    value === null || value === undefined || String(value).trim() === '' ? t('common:required') : null
  const isAmount = (value: string) =>
    needed(value) ?? (decimalOf(value) === undefined ? t('amountWrong') : null)
  const form = useForm<Values>({
    initialValues: initial(customerId),
    validate: {
      customerId: needed,
      [number]: needed,
      issuedAt: needed,
      [until]: (value: string | null, { issuedAt }: Values) =>
        needed(value) ?? (value && issuedAt && value < issuedAt ? t(`${paper}.untilWrong`) : null),
      lines: {
        description: (value: string, { kind }: Values) => (kind === 'lines' ? needed(value) : null),
        amountExclVat: (value: string, { kind }: Values) => (kind === 'lines' ? isAmount(value) : null),
      },
      amount: (value, { kind }) => (kind === 'pdf' ? isAmount(value) : null),
      pdf: (value, { kind }) => (kind === 'pdf' ? needed(value) : null),
    },
  })
  const suggested = useSuggestedNumber(paper)
  const make = useMake(paper)
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (values) => {
    if (paper === 'invoice' && (await isTaken(values.invoiceNumber)))
      return form.setFieldError(number, t('taken'))
    const id = await make(values)
    onClose()
    tell(t(`${paper}.${values.sendNotification ? 'madeAndSent' : 'made'}`, { number: values[number] }))
    onDone(id)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <CustomerPicker label={t('customer')} required {...form.getInputProps('customerId')} />
          <TextInput
            label={t('number')}
            description={suggested && t('follows', { number: suggested.last })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder={suggested?.next}
            required
            maxLength={100}
            {...form.getInputProps(number)}
          />
          <DateField label={t('issued')} required {...form.getInputProps('issuedAt')} />
          <DateField
            label={t(`${paper}.until`)}
            required
            {...(form.values.issuedAt ? { minDate: form.values.issuedAt } : {})}
            {...form.getInputProps(until)}
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
          <LinesField form={form} newLine={newLine} negative={t(`${paper}.negative`)} />
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <FileInput
              label={t('pdf')}
              description={t(`${paper}.pdfAbout`)}
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
          label={t(`${paper}.notify`)}
          description={t(`${paper}.notifyAbout`)}
          {...form.getInputProps('sendNotification', { type: 'checkbox' })}
        />
        <FormButtons
          action={t(`${paper}.${form.values.sendNotification ? 'makeAndSend' : 'make'}`)}
          busy={busy}
          onCancel={onClose}
        />
      </Stack>
    </form>
  )
}

/** Two invoices of one number are a fault in the books; the API leaves the numbers to its caller. */
async function isTaken(invoiceNumber: string): Promise<boolean> {
  const { data } = await v1Fetch.GET('/customer-invoices', {
    params: { query: { invoiceNumber, per_page: 1 } },
  })
  return data !== undefined && data.data.length > 0
}

/** The number of the newest, and the one after it, where they count up. */
function useSuggestedNumber(paper: 'offer' | 'invoice'): { last: string; next: string } | undefined {
  const newest = { params: { query: { sort: '-createdAt', per_page: 1 } } } as const
  const offers = v1.useQuery('get', '/customer-offers', newest, { enabled: paper === 'offer' })
  const invoices = v1.useQuery('get', '/customer-invoices', newest, { enabled: paper === 'invoice' })
  const last = paper === 'offer' ? offers.data?.data[0]?.offerNumber : invoices.data?.data[0]?.invoiceNumber
  const next = last && nextNumber(last)
  return next ? { last, next } : undefined
}

/** Makes it as the form says, and tells its ID. */
function useMake(paper: 'offer' | 'invoice'): (values: Values) => Promise<string> {
  const queries = useQueryClient()
  const offer = v1.useMutation('post', '/customer-offers/manual')
  const invoice = v1.useMutation('post', '/customer-invoices/manual')
  const { number, until, list } = papers[paper]
  return async (values) => {
    const about = { customerId: values.customerId!, issuedAt: values.issuedAt! }
    const lines = values.lines.map(({ description, amountExclVat, vatRate }) => ({
      description,
      amountExclVat: decimalOf(amountExclVat)!,
      vatRate: Number(vatRate) as 0 | 9 | 21,
    }))
    const { sendNotification, offerNumber, expiresAt, invoiceNumber, dueAt } = values
    async function create(): Promise<{ id: string }> {
      if (values.kind === 'pdf')
        return sendForm(
          'POST',
          `/api/portal/v1${list}`,
          pdfForm({ ...about, [number]: values[number], [until]: values[until]! }, values),
        )
      const rest = { ...about, lines, sendNotification }
      return paper === 'offer'
        ? offer.mutateAsync({ body: { ...rest, offerNumber, expiresAt: expiresAt! } })
        : invoice.mutateAsync({ body: { ...rest, invoiceNumber, dueAt: dueAt! } })
    }
    const { id } = await create()
    await Promise.all(
      [list, '/invoices'].map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
    )
    return id
  }
}

/** One that is a PDF goes as a form. */
function pdfForm(about: Record<string, string>, { amount, pdf, sendNotification }: Values): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(about)) body.set(name, value)
  body.set('amount', decimalOf(amount)!)
  body.set('sendNotification', String(sendNotification))
  body.set('pdf', pdf!)
  return body
}
