import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { components } from '../../client/portal.generated.ts'
import { useFormat } from '../../i18n/format.ts'

type Item = components['schemas']['ErasureItem']

/** What becomes of each kind of thing, and why what is kept is kept. */
export function ErasureItems({ items, heading }: { items: Item[]; heading: string }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const why = ({ reason, until }: Item) =>
    [
      ...(reason === null ? [] : [t(`reason.${reason}`)]),
      ...(until === null ? [] : [t('reason.until', { day: format.day(until) })]),
    ].join(', ')
  return (
    <Table verticalSpacing={4} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('privacy.what')}</Table.Th>
          <Table.Th scope="col">{heading}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.kind}>
            <Table.Td>
              {t(`item.${item.kind}` as 'item.customer', { defaultValue: item.kind })} ({item.count})
            </Table.Td>
            <Table.Td>
              {t(`fate.${item.fate}`)}
              {why(item) !== '' && (
                <Text size="xs" c="dimmed">
                  {why(item)}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
