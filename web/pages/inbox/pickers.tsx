import { Button, Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import { useFormat } from '../../i18n/format.ts'
import type { Conversation } from './boxes.ts'
import { Picker, type Option } from './picker.tsx'
import { cannedQuery, colleaguesQuery, INBOX } from './queries.ts'

interface Asked {
  opened: boolean
  onClose(): void
}

const has = (text: string, words: string) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word))

export function AssignPicker({
  opened,
  onClose,
  onPick,
}: Asked & { onPick(assignee: { id: string; name: string } | null): void }) {
  const { t } = useTranslation('inbox')
  const [search, setSearch] = useState('')
  const { data } = useQuery({ ...colleaguesQuery, enabled: opened })
  const options = useMemo(
    () =>
      data &&
      [
        ...data
          .filter(({ role }) => role !== 'read_only')
          .map(({ id, name, email }): Option => ({ value: id, label: name, about: email })),
        { value: '', label: t('nobody') },
      ].filter(({ label, about = '' }) => has(`${label} ${about}`, search)),
    [data, search, t],
  )
  return (
    <Picker
      opened={opened}
      onClose={onClose}
      title={t('assign')}
      label={t('colleague')}
      search={search}
      onSearch={setSearch}
      options={options}
      empty={t('noMatch')}
      onPick={(id) => {
        const found = data?.find((one) => one.id === id)
        onPick(found ? { id: found.id, name: found.name } : null)
      }}
    />
  )
}

const HOUR = 3_600_000

/** Nine o'clock, so many days from today. */
function morning(days: number): Date {
  const day = new Date()
  day.setDate(day.getDate() + days)
  day.setHours(9, 0, 0, 0)
  return day
}

export function SnoozePicker({
  opened,
  onClose,
  onPick,
}: Asked & { onPick(until: string, when: string): void }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const [search, setSearch] = useState('')
  const [own, setOwn] = useState('')
  const options = useMemo(() => {
    if (!opened) return []
    const toMonday = (8 - new Date().getDay()) % 7 || 7
    const moments = {
      hours: new Date(Date.now() + 3 * HOUR),
      tomorrow: morning(1),
      monday: morning(toMonday),
      week: morning(7),
      month: morning(30),
    }
    return Object.entries(moments)
      .map(([name, moment]): Option => ({
        value: moment.toISOString(),
        label: t(`snoozeUntil.${name as keyof typeof moments}`),
        about: format.moment(moment.toISOString()),
      }))
      .filter(({ label }) => has(label, search))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the format is made anew each time
  }, [opened, search, t])
  const pick = (until: string) => onPick(until, format.moment(until))
  return (
    <Picker
      opened={opened}
      onClose={onClose}
      title={t('snooze')}
      label={t('until')}
      search={search}
      onSearch={setSearch}
      options={options}
      empty={t('noMatch')}
      onPick={pick}
    >
      <Group align="flex-end" mt="md" wrap="nowrap">
        <TextInput
          type="datetime-local"
          label={t('ownMoment')}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          flex={1}
        />
        <Button
          disabled={own === '' || new Date(own) <= new Date()}
          onClick={() => pick(new Date(own).toISOString())}
        >
          {t('snooze')}
        </Button>
      </Group>
    </Picker>
  )
}

export function MergePicker({
  opened,
  onClose,
  conversation,
  onPick,
}: Asked & { conversation: Conversation; onPick(otherId: string): void }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 200)
  // The same customer's are what one looks for.
  const q = settled.trim() || conversation.customerName || ''
  const { data } = useQuery({
    queryKey: [...INBOX, 'merge', q],
    enabled: opened && q !== '',
    queryFn: async () =>
      (await portalFetch.GET('/inbox', { params: { query: { q, limit: 20 } } })).data!.data,
  })
  const options = useMemo(
    () =>
      q === ''
        ? []
        : data
            ?.filter(({ id }) => id !== conversation.id)
            .map(({ id, title, customerName, lastMessageAt, lastMessage }): Option => ({
              value: id,
              label: title,
              about: [customerName, format.day(lastMessageAt), lastMessage].filter(Boolean).join(' · '),
            })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the format is made anew each time
    [data, q, conversation.id],
  )
  return (
    <Picker
      opened={opened}
      onClose={onClose}
      title={t('merge')}
      label={t('mergeWith')}
      search={search}
      onSearch={setSearch}
      options={options}
      empty={t('noOther')}
      onPick={onPick}
    />
  )
}

export function CannedPicker({
  opened,
  onClose,
  onPick,
  onManage,
}: Asked & { onPick(id: string): void; onManage: (() => void) | undefined }) {
  const { t } = useTranslation('inbox')
  const [search, setSearch] = useState('')
  const { data } = useQuery({ ...cannedQuery, enabled: opened })
  const options = useMemo(
    () =>
      data
        ?.map(({ id, name, html }): Option => ({
          value: id,
          label: name,
          about: new DOMParser().parseFromString(html, 'text/html').body.textContent,
        }))
        .filter(({ label, about = '' }) => has(`${label} ${about}`, search)),
    [data, search],
  )
  return (
    <Picker
      opened={opened}
      onClose={onClose}
      title={t('canned')}
      label={t('cannedFind')}
      search={search}
      onSearch={setSearch}
      options={options}
      empty={data?.length === 0 ? t('cannedNone') : t('noMatch')}
      onPick={onPick}
    >
      {onManage && (
        <Group justify="flex-end" mt="sm">
          <Button variant="subtle" size="compact-sm" onClick={onManage}>
            {t('cannedManage')}
          </Button>
        </Group>
      )}
    </Picker>
  )
}
