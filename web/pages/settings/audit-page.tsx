import {
  Button,
  Group,
  List,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconHistory, IconSearch, IconX } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { areas, isArea } from './areas.ts'
import type { AuditSearch } from './routes.tsx'
import { SettingsFrame } from './settings-frame.tsx'

type Entry = components['schemas']['AuditEntry']

const route = getRouteApi('/desk/settings/audit')
const WAIT_MS = 300

/** Who changed what. What it is narrowed to stands in the address bar. */
export function AuditPage() {
  const { t } = useTranslation(['settings', 'events'])
  const search = route.useSearch()
  const navigate = useNavigate()
  const narrow = (change: AuditSearch) =>
    void navigate({ to: '/desk/settings/audit', search: { ...search, ...change }, replace: true })
  const query = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
  const list = portal.useInfiniteQuery(
    'get',
    '/audit',
    { params: { query: { ...query, limit: 50 } } },
    byNextCursor,
  )
  const rows = rowsOf(list.data)
  const columns: Column<Entry>[] = [
    { key: 'what', label: t('audit.what'), heading: true, cell: (entry) => <What entry={entry} /> },
    {
      key: 'subject',
      label: t('audit.subject'),
      cell: ({ subject }) => (
        <UnstyledButton
          onClick={() => narrow({ subject: subject.id })}
          fz="sm"
          td="underline"
          style={{ overflowWrap: 'anywhere' }}
        >
          {subject.name ?? subject.id.slice(-8)}
        </UnstyledButton>
      ),
    },
    {
      key: 'who',
      label: t('audit.who'),
      cell: ({ actor }) => (
        <UnstyledButton onClick={() => narrow({ actor: actor.ref })} fz="sm" td="underline">
          {actor.name ?? t(`actor.${actor.kind}` as 'actor.user', { defaultValue: actor.kind })}
        </UnstyledButton>
      ),
    },
    { key: 'when', label: t('audit.when'), cell: ({ at }) => <Moment at={at} /> },
    { key: 'changes', label: t('audit.changes'), cell: ({ changes }) => <Changes changes={changes} /> },
  ]
  return (
    <SettingsFrame title={t('place.audit.title')} about={t('audit.about')}>
      <Stack>
        <Filters search={search} narrow={narrow} />
        <DataTable
          caption={t('place.audit.title')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState icon={<IconHistory />} title={t('audit.emptyTitle')}>
              {t('audit.empty')}
            </EmptyState>
          }
        />
        <MoreRows
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          busy={list.isFetchingNextPage}
        />
      </Stack>
    </SettingsFrame>
  )
}

function Filters({ search, narrow }: { search: AuditSearch; narrow(change: AuditSearch): void }) {
  const { t } = useTranslation('settings')
  const kinds = useKinds()
  const { data: actors } = portal.useQuery('get', '/audit/actors')
  const [words, setWords] = useState(search.q ?? '')
  const look = useDebouncedCallback((q: string) => narrow({ q: q.trim() || undefined }), WAIT_MS)
  const known = (actors?.data ?? []).map(({ ref, name, kind }) => ({
    value: ref,
    label: `${name ?? ref} (${t(`actor.${kind}` as 'actor.user', { defaultValue: kind })})`,
  }))
  const people = [...known, { value: 'operator:cli', label: t('actor.operator') }]
  const chosen = search.actor
  const filtered = Object.values(search).some((value) => value !== undefined)
  return (
    <Stack gap="xs" component="search">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="xs">
        <TextInput
          label={t('audit.words')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={({ currentTarget: { value } }) => {
            setWords(value)
            look(value)
          }}
        />
        <Select
          label={t('audit.who')}
          placeholder={t('audit.anybody')}
          data={
            chosen !== undefined && !people.some(({ value }) => value === chosen)
              ? [
                  ...people,
                  {
                    value: chosen,
                    label: t(`actor.${chosen.split(':')[0]!}` as 'actor.user', { defaultValue: chosen }),
                  },
                ]
              : people
          }
          value={chosen ?? null}
          onChange={(actor) => narrow({ actor: actor ?? undefined })}
          searchable
          clearable
        />
        <Select
          label={t('audit.what')}
          placeholder={t('audit.anything')}
          data={kinds}
          value={search.type ?? null}
          onChange={(type) => narrow({ type: type ?? undefined })}
          searchable
          clearable
        />
        <TextInput
          type="date"
          label={t('audit.from')}
          value={search.from ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ from: value || undefined })}
        />
        <TextInput
          type="date"
          label={t('audit.until')}
          value={search.until ?? ''}
          onChange={({ currentTarget: { value } }) => narrow({ until: value || undefined })}
        />
      </SimpleGrid>
      {filtered && (
        <Group>
          {search.subject !== undefined && <Text size="sm">{t('audit.only', { name: search.subject })}</Text>}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => {
              setWords('')
              narrow({
                actor: undefined,
                type: undefined,
                subject: undefined,
                from: undefined,
                until: undefined,
                q: undefined,
              })
            }}
          >
            {t('audit.clear')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Whole areas, and each kind of change in them, in the reader's words. */
function useKinds() {
  const { t, i18n } = useTranslation('settings')
  const known = i18n.getResourceBundle(i18n.language, 'events') as Record<string, Record<string, string>>
  return areas
    .map((area) => ({
      group: t(`area.${area}`),
      items: [
        { value: area, label: `${t(`area.${area}`)}: ${t('audit.whole')}` },
        ...Object.entries(known[area] ?? {}).map(([verb, label]) => ({ value: `${area}.${verb}`, label })),
      ],
    }))
    .toSorted((a, b) => a.group.localeCompare(b.group, i18n.language))
}

/** `customer.changed` in the reader's words, and the area that it is of. */
function What({ entry: { type } }: { entry: Entry }) {
  const { t, i18n } = useTranslation('settings')
  const area = type.split('.')[0]!
  const said = `events:${type}`
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        {i18n.exists(said) ? t(said as 'audit.other') : t('audit.other')}
      </Text>
      {isArea(area) && (
        <Text size="xs" c="dimmed">
          {t(`area.${area}`)}
        </Text>
      )}
    </Stack>
  )
}

const MOST = 6

function Changes({ changes }: Pick<Entry, 'changes'>) {
  const { t } = useTranslation('settings')
  return (
    <List size="sm" listStyleType="none" style={{ overflowWrap: 'anywhere' }}>
      {changes.slice(0, MOST).map(({ field, before, after }) => (
        <List.Item key={field}>
          <span lang="en">{field}</span>:{' '}
          {before === null
            ? after
            : after === null
              ? t('audit.was', { before })
              : t('audit.became', { before, after })}
        </List.Item>
      ))}
      {changes.length > MOST && <List.Item>…</List.Item>}
    </List>
  )
}
