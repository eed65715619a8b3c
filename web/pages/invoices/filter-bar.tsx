import {
  Button,
  Checkbox,
  Collapse,
  Group,
  Indicator,
  Menu,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconColumns3, IconFilter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { DateField } from '../../components/date-field.tsx'
import { chosenColumns, columnNames } from './columns.tsx'
import { filterNames, isFiltered, sorts, states, type Search, type Sort } from './search.ts'

interface Props {
  search: Search
  go(search: Search, replace?: boolean): void
}

/** Without what is empty. */
const clean = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))

/** Words at once, the rest behind a button, in the address all of it. */
export function FilterBar({ search, go }: Props) {
  const { t } = useTranslation('invoices')
  const [opened, { toggle }] = useDisclosure(false)
  const set = (change: Search) => go(clean({ ...search, ...change }))
  const { state: _s, q: _q, ...others } = search
  const hidden = filterNames.filter(
    (name) => name in others && others[name as keyof typeof others] !== undefined,
  ).length
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Words search={search} go={go} />
        <NativeSelect
          label={t('filter.state')}
          value={search.state ?? ''}
          onChange={(event) => set({ state: event.currentTarget.value as never })}
          data={[
            { value: '', label: t('filter.any') },
            ...states.map((state) => ({ value: state as string, label: t(`state.${state}`) })),
          ]}
        />
        <NativeSelect
          label={t('filter.sort')}
          hiddenFrom="sm"
          value={search.sort ?? '-createdAt'}
          onChange={(event) => set({ sort: event.currentTarget.value as Sort })}
          data={sorts.flatMap((name) => [
            { value: `-${name}`, label: `${t(`column.${name}`)} ↓` },
            { value: name, label: `${t(`column.${name}`)} ↑` },
          ])}
        />
        <Indicator label={hidden} size={18} disabled={hidden === 0}>
          <Button
            variant="default"
            onClick={toggle}
            aria-expanded={opened}
            leftSection={<IconFilter size={16} aria-hidden />}
          >
            {t('filter.more')}
          </Button>
        </Indicator>
        <ColumnChoice search={search} go={go} />
        {isFiltered(search) && (
          <Button variant="subtle" onClick={() => go(clean({ sort: search.sort, columns: search.columns }))}>
            {t('filter.clear')}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened}>
        <Paper withBorder p="sm">
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
            <AmountInput
              label={t('filter.amountFrom')}
              value={search.amountFrom}
              onChange={(amountFrom) => set({ amountFrom })}
            />
            <AmountInput
              label={t('filter.amountTo')}
              value={search.amountTo}
              onChange={(amountTo) => set({ amountTo })}
            />
            <DateField
              label={t('filter.dueFrom')}
              clearable
              value={search.dueFrom ?? null}
              onChange={(dueFrom) => set({ dueFrom: dueFrom ?? '' })}
            />
            <DateField
              label={t('filter.dueTo')}
              clearable
              value={search.dueTo ?? null}
              onChange={(dueTo) => set({ dueTo: dueTo ?? '' })}
            />
            <ImportChoice value={search.importId} onChange={(importId) => set({ importId })} />
          </SimpleGrid>
        </Paper>
      </Collapse>
    </Stack>
  )
}

/** Looks while one types. */
function Words({ search, go }: Props) {
  const { t } = useTranslation('invoices')
  const asked = search.q ?? ''
  const [typing, setTyping] = useState({ text: asked, upon: asked })
  // What the address says counts, once it says something else than when one began to type.
  const typed = typing.upon === asked ? typing.text : asked
  const look = useDebouncedCallback((q: string) => go(clean({ ...search, q }), true), 300)
  return (
    <TextInput
      type="search"
      label={t('filter.words')}
      placeholder={t('filter.wordsHint')}
      leftSection={<IconSearch size={16} aria-hidden />}
      flex="1 1 14rem"
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyping({ text: event.currentTarget.value, upon: asked })
        look(event.currentTarget.value)
      }}
    />
  )
}

function ImportChoice({ value, onChange }: { value: string | undefined; onChange(id: string): void }) {
  const { t } = useTranslation('invoices')
  const { data } = portal.useQuery('get', '/imports', { params: { query: { limit: 100 } } })
  const known = data?.data ?? []
  return (
    <NativeSelect
      label={t('column.import')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('filter.any') },
        ...known.map(({ id, title }) => ({ value: id, label: title ?? t('untitled') })),
        ...(value !== undefined && data && !known.some(({ id }) => id === value)
          ? [{ value, label: t('filter.oneImport') }]
          : []),
      ]}
    />
  )
}

function ColumnChoice({ search, go }: Props) {
  const { t } = useTranslation('invoices')
  const chosen = chosenColumns(search.columns)
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('filter.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columnNames.slice(1).map((name) => {
          const on = chosen.includes(name)
          return (
            <Menu.Item
              key={name}
              role="menuitemcheckbox"
              aria-checked={on}
              leftSection={<Checkbox.Indicator checked={on} aria-hidden />}
              onClick={() =>
                go(
                  {
                    ...search,
                    columns: (on ? chosen.filter((one) => one !== name) : [...chosen, name]).join(','),
                  },
                  true,
                )
              }
            >
              {t(`column.${name}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
