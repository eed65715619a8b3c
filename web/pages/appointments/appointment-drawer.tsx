import { Anchor, Button, Drawer, Group, Skeleton, Stack } from '@mantine/core'
import { IconCalendarDown, IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { Fact } from '../../components/fact.tsx'
import { tell } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { StateBadge } from '../../components/values.tsx'
import { AppointmentForm, type Times } from './appointment-form.tsx'
import { appointmentColors, useWhen, wallClock, type Appointment } from './appointment-time.ts'
import { useRefreshAppointments } from './refresh.ts'

interface AppointmentDrawerProps {
  /** Undefined: closed. */
  appointmentId: string | undefined
  onClose(): void
}

export function AppointmentDrawer({ appointmentId, onClose }: AppointmentDrawerProps) {
  const { t } = useTranslation(['appointments', 'common'])
  const found = v1.useQuery(
    'get',
    '/appointments/{appointmentId}',
    { params: { path: { appointmentId: appointmentId ?? '' } } },
    { enabled: appointmentId !== undefined },
  )
  return (
    <Drawer
      opened={appointmentId !== undefined}
      onClose={onClose}
      position="right"
      title={found.data?.name ?? t('one')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Skeleton height={200} />}
      {found.data && <Details appointment={found.data} />}
    </Drawer>
  )
}

function Details({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation(['appointments', 'common'])
  const { may } = useMe()
  const when = useWhen()
  const refresh = useRefreshAppointments()
  const [editing, setEditing] = useState<Times>()
  const [asking, setAsking] = useState<'cancel' | 'confirm'>()
  const { id, status, customerId } = appointment
  const params = { path: { appointmentId: id } }
  const cancel = v1.useMutation('delete', '/appointments/{appointmentId}')
  const change = v1.useMutation('patch', '/appointments/{appointmentId}')
  const writes = may('appointments:write') && status !== 'canceled'
  return (
    <Stack gap="md">
      <Stack component="dl" gap="sm" m={0}>
        <Fact label={t('when')}>{when(appointment)}</Fact>
        <Fact label={t('state')}>
          <StateBadge color={appointmentColors[status]}>{t(`is.${status}`)}</StateBadge>
        </Fact>
        <Fact label={t('with')}>
          {customerId ? (
            <Anchor component={Link} to={`/desk/customers/${customerId}`}>
              {appointment.attendeeName}
            </Anchor>
          ) : (
            appointment.attendeeName
          )}
          {appointment.attendeeEmail && (
            <div>
              <Anchor href={`mailto:${appointment.attendeeEmail}`}>{appointment.attendeeEmail}</Anchor>
            </div>
          )}
        </Fact>
        {appointment.onlineMeetingLink && (
          <Fact label={t('link')}>
            <Anchor href={appointment.onlineMeetingLink} target="_blank" rel="noreferrer">
              {appointment.onlineMeetingLink}
            </Anchor>
          </Fact>
        )}
      </Stack>
      <Group gap="xs">
        {writes && status === 'pending' && (
          <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setAsking('confirm')}>
            {t('confirm')}
          </Button>
        )}
        {writes && (
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() =>
              setEditing({ startsAt: wallClock(appointment.startsAt), endsAt: wallClock(appointment.endsAt) })
            }
          >
            {t('change')}
          </Button>
        )}
        <Button
          variant="default"
          component="a"
          href={`/api/portal/v1/appointments/${id}/ics`}
          download
          leftSection={<IconCalendarDown size={16} aria-hidden />}
        >
          {t('ics')}
        </Button>
        {writes && (
          <Button
            variant="light"
            color="red"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => setAsking('cancel')}
          >
            {t('cancel')}
          </Button>
        )}
      </Group>
      <AppointmentForm times={editing} onClose={() => setEditing(undefined)} appointment={appointment} />
      <ConfirmModal
        opened={asking === 'confirm'}
        onClose={() => setAsking(undefined)}
        title={t('confirmTitle')}
        action={t('confirm')}
        onConfirm={async () => {
          await change.mutateAsync({ params, body: { status: 'scheduled' } })
          await refresh()
        }}
      >
        {t('isTold')}
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'cancel'}
        onClose={() => setAsking(undefined)}
        title={t('cancelTitle')}
        action={t('cancel')}
        danger
        onConfirm={async () => {
          await cancel.mutateAsync({ params })
          await refresh()
          tell(t('canceled'))
        }}
      >
        {t('cancelText')}
      </ConfirmModal>
    </Stack>
  )
}
