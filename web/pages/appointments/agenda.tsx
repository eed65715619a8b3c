import { ActionIcon, Box, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCalendarEvent, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { languageTag } from '../../i18n/i18n.ts'
import { EmptyState } from '../../components/states.tsx'
import { StateBadge } from '../../components/values.tsx'
import { appointmentColors, type Appointment } from './appointment-time.ts'

interface AgendaProps {
  date: string
  rows: Appointment[] | undefined
  onDate(date: string): void
  onOpen(id: string): void
}

/** A month of appointments as a list, for a phone. */
export function Agenda({ date, rows, onDate, onOpen }: AgendaProps) {
  const { t, i18n } = useTranslation(['appointments', 'common'])
  const month = dayjs(date).format('YYYY-MM')
  const shown = rows?.filter(({ startsAt }) => startsAt.startsWith(month))
  const days = Map.groupBy(shown ?? [], ({ startsAt }) => startsAt.slice(0, 10))
  const named = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTag(i18n.language), { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    )
  const by = (months: number) =>
    onDate(dayjs(date).add(months, 'month').startOf('month').format('YYYY-MM-DD'))
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon variant="default" size={36} aria-label={t('previousMonth')} onClick={() => by(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Title order={2} size="h5" ta="center" aria-live="polite">
          {named(`${month}-01`, { month: 'long', year: 'numeric' })}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" size="sm" px="xs" onClick={() => onDate(dayjs().format('YYYY-MM-DD'))}>
            {t('today')}
          </Button>
          <ActionIcon variant="default" size={36} aria-label={t('nextMonth')} onClick={() => by(1)}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {!shown && <Skeleton height={160} />}
      {shown?.length === 0 && (
        <EmptyState icon={<IconCalendarEvent />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      )}
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <Title
            order={3}
            size="h5"
            mb="xs"
            c={day === dayjs().format('YYYY-MM-DD') ? 'var(--mantine-color-anchor)' : undefined}
          >
            {named(day, { weekday: 'long', day: 'numeric', month: 'long' })}
          </Title>
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {ofDay.map(({ id, name, attendeeName, startsAt, endsAt, status }) => (
              <li key={id}>
                <Paper
                  withBorder
                  component="button"
                  type="button"
                  w="100%"
                  p="sm"
                  ta="left"
                  onClick={() => onOpen(id)}
                  style={{ cursor: 'pointer' }}
                >
                  <Group wrap="nowrap" align="flex-start" gap="sm">
                    <Text component="span" className="amount" size="sm" c="dimmed">
                      {startsAt.slice(11, 16)}
                      <br />
                      {endsAt.slice(11, 16)}
                    </Text>
                    <Box component="span" miw={0} flex={1} display="block">
                      <Text
                        component="span"
                        display="block"
                        fw={600}
                        td={status === 'canceled' ? 'line-through' : undefined}
                      >
                        {name}
                      </Text>
                      <Text component="span" display="block" size="sm" c="dimmed">
                        {attendeeName}
                      </Text>
                    </Box>
                    {status !== 'scheduled' && (
                      <StateBadge color={appointmentColors[status]}>{t(`is.${status}`)}</StateBadge>
                    )}
                  </Group>
                </Paper>
              </li>
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  )
}
