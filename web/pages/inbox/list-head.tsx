import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Stack,
  TextInput,
  Title,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconKeyboard, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { boxes } from './boxes.ts'
import { countsQuery } from './queries.ts'

const route = getRouteApi('/desk/inbox')

/** Above the list: its boxes with how many they hold, and where one searches all of them. */
export function ListHead({ search, onHelp }: { search: RefObject<HTMLInputElement | null>; onHelp(): void }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const navigate = useNavigate()
  const { box = 'unanswered', q } = route.useSearch()
  const { data: counts } = useQuery(countsQuery)
  const [words, setWords] = useState(q ?? '')
  const look = useDebouncedCallback((text: string) => {
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => ({ ...now, q: text.trim() === '' ? undefined : text.trim() }),
      replace: true,
    } as never)
  }, 200)
  const set = (text: string) => {
    setWords(text)
    look(text)
  }
  return (
    <Stack gap="xs" p="sm" className="inbox-head">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Tooltip label={t('keys.title')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={onHelp}
            aria-label={t('keys.title')}
            visibleFrom="sm"
          >
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <TextInput
        ref={search}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={words}
        onChange={(event) => set(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          set('')
          event.currentTarget.blur()
        }}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          words !== '' && (
            <ActionIcon variant="subtle" color="gray" onClick={() => set('')} aria-label={t('clear')}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )
        }
      />
      <Group component="nav" gap={4} aria-label={t('boxes')}>
        {boxes.map((name) => {
          const here = q === undefined && name === box
          return (
            <Button
              key={name}
              size="compact-xs"
              variant={here ? 'filled' : 'default'}
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/desk/inbox"
                  search={{ box: name }}
                  aria-current={here ? 'page' : undefined}
                />
              )}
              onClick={() => setWords('')}
              rightSection={
                counts && counts[name] > 0 ? (
                  <Badge
                    size="xs"
                    variant={here ? 'white' : 'light'}
                    color={here ? undefined : 'gray'}
                    aria-hidden
                  >
                    {format.number(counts[name], { notation: 'compact' })}
                  </Badge>
                ) : null
              }
            >
              {t(`box.${name}`)}
              <VisuallyHidden>{counts ? ` (${counts[name]})` : ''}</VisuallyHidden>
            </Button>
          )
        })}
      </Group>
    </Stack>
  )
}
