import { Button, Checkbox, Group, Menu, Paper, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { BulkModal, type BulkAction } from './bulk-modal.tsx'
import type { Chosen } from './chosen.ts'
import type { Filters, InvoiceRow } from './search.ts'

interface Props {
  rows: InvoiceRow[]
  chosen: Chosen
  choose(chosen: Chosen): void
  filters: Filters
  onStarted(bulkId: string): void
}

const actions: BulkAction[] = ['pause', 'resume', 'pay', 'retract', 'message']

/** How many are chosen, all that fit, and what can be done to them. */
export function BulkBar({ rows, chosen, choose, filters, onStarted }: Props) {
  const { t } = useTranslation('invoices')
  const { may } = useMe()
  const [action, setAction] = useState<BulkAction>()
  const { data: sums } = portal.useQuery('get', '/invoices/sums', { params: { query: filters } })
  const all = 'all' in chosen
  const count = all ? chosen.count : chosen.ids.size
  const allShown = !all && rows.every(({ id }) => chosen.ids.has(id))
  const allowed = actions.filter((one) => may(one === 'message' ? 'tickets:write' : 'invoices:write'))
  return (
    <Paper withBorder px="sm" py={6} component="section" aria-label={t('bulk.label')}>
      <Group gap="sm" mih={36}>
        <Checkbox
          label={count === 0 ? t('bulk.selectShown') : t('bulk.selected', { count })}
          checked={all || allShown}
          indeterminate={!all && count > 0 && !allShown}
          onChange={() => choose({ ids: count > 0 ? new Set() : new Set(rows.map(({ id }) => id)) })}
        />
        {!all && count > 0 && sums !== undefined && sums.count > count && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => choose({ all: true, filters, count: sums.count })}
          >
            {t('bulk.selectAll', { count: sums.count })}
          </Button>
        )}
        {count > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button ml="auto" size="xs" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('bulk.do')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {allowed.map((one) => (
                <Menu.Item
                  key={one}
                  onClick={() => setAction(one)}
                  {...(one === 'retract' ? { color: 'red.9' } : {})}
                >
                  {t(`action.${one}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {count === 0 && (
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {t('bulk.hint')}
          </Text>
        )}
      </Group>
      {action !== undefined && (
        <BulkModal
          action={action}
          chosen={chosen}
          onClose={() => setAction(undefined)}
          onStarted={(id) => {
            setAction(undefined)
            onStarted(id)
          }}
        />
      )}
    </Paper>
  )
}
