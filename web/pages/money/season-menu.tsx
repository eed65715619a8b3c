import { Button, Menu } from '@mantine/core'
import { IconCalendarCog, IconCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { tell } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'

/** When seasons begin: the owner's to choose. */
export function SeasonMenu({ startMonth }: { startMonth: number | undefined }) {
  const { t } = useTranslation(['money', 'common'])
  const { locale } = useFormat()
  const sentence = useErrorSentence()
  const queries = useQueryClient()
  const name = (month: number) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2026, month - 1, 1)),
    )
  const change = portal.useMutation('put', '/money/season', {
    onSuccess: async (season) => {
      queries.setQueryData(portal.queryOptions('get', '/money/season').queryKey, season)
      tell(t('common:saved'))
    },
    onError: (error) => tell(sentence(error)),
  })
  if (startMonth === undefined) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          loading={change.isPending}
          leftSection={<IconCalendarCog size={18} stroke={1.75} aria-hidden />}
        >
          {t('season.begins', { month: name(startMonth) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('season.choose')}</Menu.Label>
        {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
          <Menu.Item
            key={month}
            rightSection={month === startMonth ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => change.mutate({ body: { startMonth: month } })}
          >
            {name(month)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
