import { Checkbox, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { TimeInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import type { Appointment } from './appointment-time.ts'
import { useRefreshAppointments } from './refresh.ts'

/** On the company's clock: `2026-11-21 14:00:00`. */
export interface Times {
  startsAt: string
  endsAt: string
}

interface AppointmentFormProps {
  /** Undefined: closed. */
  times: Times | undefined
  onClose(): void
  /** The one to change; left out: a new one. */
  appointment?: Appointment
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

const valuesOf = ({ startsAt, endsAt }: Times, appointment?: Appointment) => ({
  name: appointment?.name ?? '',
  startDay: startsAt.slice(0, 10) as string | null,
  startTime: startsAt.slice(11, 16),
  endDay: endsAt.slice(0, 10) as string | null,
  endTime: endsAt.slice(11, 16),
  who: 'customer' as 'customer' | 'other',
  customerId: null as string | null,
  attendeeName: '',
  attendeeEmail: '',
  onlineMeetingLink: appointment?.onlineMeetingLink ?? '',
  pending: false,
})
type Values = ReturnType<typeof valuesOf>

const startOf = ({ startDay, startTime }: Values) => `${startDay} ${startTime}`
const endOf = ({ endDay, endTime }: Values) => `${endDay} ${endTime}`

export function AppointmentForm(props: AppointmentFormProps) {
  const { t } = useTranslation(['appointments', 'common'])
  return (
    <FormModal
      opened={props.times !== undefined}
      onClose={props.onClose}
      title={props.appointment ? t('changeTitle') : t('new')}
      size="lg"
    >
      {props.times && <Fields {...props} times={props.times} />}
    </FormModal>
  )
}

function Fields({ times, onClose, appointment }: AppointmentFormProps & { times: Times }) {
  const { t } = useTranslation(['appointments', 'common'])
  const refresh = useRefreshAppointments()
  const needed = (value: string | null) =>
    value === null || value.trim() === '' ? t('common:required') : null
  const form = useForm({
    initialValues: valuesOf(times, appointment),
    validate: {
      name: needed,
      startDay: needed,
      startTime: needed,
      endDay: needed,
      endTime: (value, values) => needed(value) ?? (endOf(values) <= startOf(values) ? t('endWrong') : null),
      customerId: (value, { who }) => (!appointment && who === 'customer' ? needed(value) : null),
      attendeeName: (value, { who }) => (!appointment && who === 'other' ? needed(value) : null),
      attendeeEmail: (value, { who }) =>
        !appointment && who === 'other' && !EMAIL.test(value.trim()) ? t('emailWrong') : null,
      onlineMeetingLink: (value) =>
        value.trim() === '' || /^https?:\/\/[^/]/i.test(value.trim()) ? null : t('linkWrong'),
    },
  })
  const { values } = form
  /** The end goes along with the start. */
  const start = (change: Partial<Values>) => {
    const next = { ...values, ...change }
    const length = dayjs(endOf(values)).diff(dayjs(startOf(values)), 'minute')
    const end = dayjs(startOf(next)).add(length, 'minute')
    form.setValues({
      ...change,
      ...(end.isValid() ? { endDay: end.format('YYYY-MM-DD'), endTime: end.format('HH:mm') } : {}),
    })
  }
  const create = v1.useMutation('post', '/appointments')
  const edit = v1.useMutation('patch', '/appointments/{appointmentId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (given) => {
    const about = { name: given.name, startsAt: startOf(given), endsAt: endOf(given) }
    const link = given.onlineMeetingLink.trim()
    if (appointment)
      await edit.mutateAsync({
        params: { path: { appointmentId: appointment.id } },
        body: { ...about, onlineMeetingLink: link === '' ? '-' : link },
      })
    else
      await create.mutateAsync({
        body: {
          ...about,
          ...(given.who === 'customer'
            ? { customerId: given.customerId! }
            : { attendeeName: given.attendeeName, attendeeEmail: given.attendeeEmail }),
          ...(link === '' ? {} : { onlineMeetingLink: link }),
          status: given.pending ? 'pending' : 'scheduled',
        },
      })
    await refresh()
    onClose()
    tell(appointment ? t('changed') : t('made'))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('about')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={{ base: 2 }} spacing="sm">
          <DateField
            label={t('startDay')}
            required
            {...form.getInputProps('startDay')}
            onChange={(startDay) => start({ startDay })}
          />
          <TimeInput
            label={t('startTime')}
            required
            {...form.getInputProps('startTime')}
            onChange={(event) => start({ startTime: event.currentTarget.value })}
          />
          <DateField label={t('endDay')} required {...form.getInputProps('endDay')} />
          <TimeInput label={t('endTime')} required {...form.getInputProps('endTime')} />
        </SimpleGrid>
        {!appointment && (
          <>
            <SegmentedControl
              fullWidth
              aria-label={t('who')}
              data={[
                { value: 'customer', label: t('customer') },
                { value: 'other', label: t('other') },
              ]}
              {...form.getInputProps('who')}
            />
            {values.who === 'customer' ? (
              <CustomerPicker label={t('customer')} required {...form.getInputProps('customerId')} />
            ) : (
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                <TextInput label={t('attendeeName')} required {...form.getInputProps('attendeeName')} />
                <TextInput
                  label={t('attendeeEmail')}
                  type="email"
                  required
                  {...form.getInputProps('attendeeEmail')}
                />
              </SimpleGrid>
            )}
          </>
        )}
        <TextInput
          label={t('link')}
          type="url"
          placeholder="https://"
          {...form.getInputProps('onlineMeetingLink')}
        />
        {!appointment && (
          <Checkbox
            label={t('pending')}
            description={t('pendingAbout')}
            {...form.getInputProps('pending', { type: 'checkbox' })}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('isTold')}
        </Text>
        <FormButtons action={appointment ? t('common:save') : t('make')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
