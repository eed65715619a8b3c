import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { components } from '../../client/portal.generated.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { FormProblem, useSubmit } from '../../components/form.tsx'

export type Settings = components['schemas']['CollectionSettings']
type Form = UseFormReturnType<Settings>

const laterSteps = ['request2', 'reminder1', 'reminder2', 'reminder3'] as const
type LaterStep = (typeof laterSteps)[number]
const methods = [
  'ideal',
  'bank_transfer',
  'credit_card',
  'bancontact',
  'sdd',
  'paypal',
  'sofort',
  'bacs',
] as const
const intervals = [14, 21, 30, 45, 60, 90, 120, 150, 180] as const
const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const feeNames = [
  'latePaymentCents',
  'chargebackCents',
  'installmentCents',
  'surchargeCents',
  'administrativeCents',
] as const

interface Props {
  settings: Settings
  currency: string
  /** Customers were told the rest already. */
  harmlessOnly?: boolean
  readOnly?: boolean
  action: string
  onSave(settings: Partial<Settings>): Promise<unknown>
}

/** How invoices are collected: of an import, or as the company's profile. */
export function SettingsForm({
  settings,
  currency,
  harmlessOnly = false,
  readOnly = false,
  action,
  onSave,
}: Props) {
  const form = useForm<Settings>({ initialValues: settings })
  const { submit, busy, problem } = useSubmit(form as never)
  const rest = harmlessOnly || readOnly
  return (
    <form
      noValidate
      onSubmit={submit((values) => {
        const all = values as unknown as Settings
        const { personalNote, salutation, throttlePerMinute, window } = all
        return onSave(harmlessOnly ? { personalNote, salutation, throttlePerMinute, window } : all)
      })}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <FlowFields form={form} disabled={rest} />
          <Stack gap="md">
            <PayingFields form={form} disabled={rest} />
            <FeeFields form={form} disabled={rest} currency={currency} />
          </Stack>
        </SimpleGrid>
        <WordFields form={form} disabled={readOnly} />
        <FormProblem problem={problem} />
        {!readOnly && (
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {action}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

interface Part {
  form: Form
  disabled: boolean
}

/** A number that the server checks; empty is none. */
const numberProps = (form: Form, field: string) => {
  const props = form.getInputProps(field) as { onChange(value: unknown): void }
  return { ...props, hideControls: true, allowDecimal: false, allowNegative: false }
}

function FlowFields({ form, disabled }: Part) {
  const { t } = useTranslation('imports')
  return (
    <Fieldset legend={t('settings.flow')} disabled={disabled}>
      <Stack gap="md">
        <Fieldset legend={t('messageStep.request1')} variant="filled">
          <Channels form={form} step="request1" />
        </Fieldset>
        {laterSteps.map((step) => (
          <Later key={step} form={form} step={step} />
        ))}
        <NumberInput
          label={t('settings.overdueAfter')}
          min={1}
          max={365}
          {...numberProps(form, 'overdueAfterDays')}
        />
      </Stack>
    </Fieldset>
  )
}

function Later({ form, step }: { form: Form; step: LaterStep }) {
  const { t } = useTranslation('imports')
  const optional = step === 'request2' || step === 'reminder3'
  const on = form.values[step] !== null
  return (
    <Fieldset legend={t(`messageStep.${step}`)} variant="filled">
      <Stack gap="xs">
        {optional && (
          <Switch
            label={t('settings.isSent')}
            checked={on}
            onChange={(event) =>
              form.setFieldValue(
                step,
                event.currentTarget.checked ? { afterDays: 14, sms: false, letter: false } : null,
              )
            }
          />
        )}
        {on && (
          <>
            <NumberInput
              label={t('settings.afterDays')}
              min={1}
              max={365}
              {...numberProps(form, `${step}.afterDays`)}
            />
            <Channels form={form} step={step} />
          </>
        )}
      </Stack>
    </Fieldset>
  )
}

function Channels({ form, step }: { form: Form; step: LaterStep | 'request1' }) {
  const { t } = useTranslation('imports')
  return (
    <Group gap="md">
      <Checkbox label={t('channel.email')} checked disabled readOnly />
      <Checkbox label={t('channel.sms')} {...form.getInputProps(`${step}.sms`, { type: 'checkbox' })} />
      <Checkbox label={t('channel.letter')} {...form.getInputProps(`${step}.letter`, { type: 'checkbox' })} />
    </Group>
  )
}

function PayingFields({ form, disabled }: Part) {
  const { t } = useTranslation('imports')
  const { installments } = form.values
  return (
    <Fieldset legend={t('settings.paying')} disabled={disabled}>
      <Stack gap="md">
        <NumberInput label={t('settings.dueDays')} min={0} max={365} {...numberProps(form, 'dueDays')} />
        <Checkbox.Group label={t('settings.methods')} {...form.getInputProps('paymentMethods')}>
          <SimpleGrid cols={2} mt={4} spacing={6}>
            {methods.map((value) => (
              <Checkbox key={value} value={value} label={t(`method.${value}`)} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <Switch
          label={t('settings.installments')}
          checked={installments !== null}
          onChange={(event) =>
            form.setFieldValue(
              'installments',
              event.currentTarget.checked ? { numbers: [2, 3], intervalDays: 30 } : null,
            )
          }
        />
        {installments !== null && (
          <>
            <Checkbox.Group
              label={t('settings.numbers')}
              error={form.errors['installments.numbers']}
              value={installments.numbers.map(String)}
              onChange={(values) => form.setFieldValue('installments.numbers', values.map(Number))}
            >
              <Group mt={4} gap="sm">
                {counts.map((value) => (
                  <Checkbox key={value} value={String(value)} label={String(value)} />
                ))}
              </Group>
            </Checkbox.Group>
            <NativeSelect
              label={t('settings.interval')}
              value={String(installments.intervalDays)}
              onChange={(event) =>
                form.setFieldValue('installments.intervalDays', Number(event.currentTarget.value) as never)
              }
              data={intervals.map((days) => ({
                value: String(days),
                label: t('settings.days', { count: days }),
              }))}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  )
}

function FeeFields({ form, disabled, currency }: Part & { currency: string }) {
  const { t } = useTranslation('imports')
  const { fees } = form.values
  return (
    <Fieldset legend={t('settings.fees')} disabled={disabled}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {feeNames.map((name) => (
          <AmountInput
            key={name}
            label={t(`fee.${name}`)}
            currency={currency}
            error={form.errors[`fees.${name}`]}
            value={(fees[name] / 100).toFixed(2)}
            onChange={(value) => form.setFieldValue(`fees.${name}`, Math.round(Number(value) * 100))}
          />
        ))}
        <NativeSelect
          label={t('fee.latePaymentFrom')}
          data={(['reminder1', 'reminder2', 'reminder3', 'overdue'] as const).map((value) => ({
            value,
            label: t(`messageStep.${value}`),
          }))}
          {...form.getInputProps('fees.latePaymentFrom')}
        />
      </SimpleGrid>
    </Fieldset>
  )
}

function WordFields({ form, disabled }: Part) {
  const { t } = useTranslation('imports')
  return (
    <Fieldset legend={t('settings.words')} disabled={disabled}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Textarea
          label={t('settings.note')}
          description={t('settings.noteHint')}
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('personalNote')}
        />
        <Stack gap="md">
          <TextInput
            label={t('settings.salutation')}
            description={t('settings.salutationHint', { place: '{name}' })}
            maxLength={100}
            {...form.getInputProps('salutation')}
          />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <TextInput
              type="time"
              label={t('settings.from')}
              {...form.getInputProps('window.from')}
              error={form.errors['window'] ?? form.errors['window.from']}
            />
            <TextInput type="time" label={t('settings.until')} {...form.getInputProps('window.until')} />
            <NumberInput label={t('settings.throttle')} {...numberProps(form, 'throttlePerMinute')} />
          </SimpleGrid>
        </Stack>
      </SimpleGrid>
    </Fieldset>
  )
}
