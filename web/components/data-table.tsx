import {
  Box,
  Button,
  Card,
  Center,
  Group,
  Skeleton,
  Stack,
  Table,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from './states.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell(row: Row): ReactNode
  /** To the right, as amounts are. */
  numeric?: boolean
  /** The name of the row: its heading on a phone. The first column is, unless another says so. */
  heading?: boolean
  /** Where the rows can be ordered by it: how they are now, and what orders them so, or the other way round. */
  order?: { now: 'ascending' | 'descending' | 'none'; change(): void }
}

interface DataTableProps<Row> {
  /** What it is a list of, for who cannot see it. */
  caption: string
  columns: Column<Row>[]
  /** Undefined while they are on their way. */
  rows: Row[] | undefined
  rowKey(row: Row): string
  error?: unknown
  onRetry?(): void
  /** What to show where there is nothing. */
  empty: ReactNode
  /** Beside each row, e.g. a menu; before it, e.g. a tick box. */
  before?(row: Row): ReactNode
  after?(row: Row): ReactNode
}

const WAITING_ROWS = 6

/** Rows as a table, or on a phone as cards. Whatever opens a row is a link in its heading. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, error, onRetry, empty, before, after } = props
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  if (error) return <ErrorState error={error} onRetry={onRetry} />
  if (rows?.length === 0) return <>{empty}</>
  if (!rows)
    return (
      <Stack gap="sm" role="status" aria-label={t('loading')}>
        {Array.from({ length: WAITING_ROWS }, (_, i) => (
          <Skeleton key={i} height={narrow ? 96 : 40} />
        ))}
      </Stack>
    )
  const head = columns.find(({ heading }) => heading) ?? columns[0]!
  if (narrow)
    return (
      <Stack gap="sm" component="ul" aria-label={caption} p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <Card key={rowKey(row)} component="li" withBorder padding="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
              <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
                {before?.(row)}
                <Box fw={600} miw={0}>
                  {head.cell(row)}
                </Box>
              </Group>
              {after?.(row)}
            </Group>
            {columns
              .filter((column) => column !== head)
              .map((column) => (
                <Group
                  key={column.key}
                  justify="space-between"
                  gap="xs"
                  mt={4}
                  wrap="nowrap"
                  align="flex-start"
                >
                  <Text size="sm" c="dimmed" flex="none">
                    {column.label}
                  </Text>
                  <Box fz="sm" ta="right" miw={0}>
                    {column.cell(row)}
                  </Box>
                </Group>
              ))}
          </Card>
        ))}
      </Stack>
    )
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover verticalSpacing="sm" aria-label={caption}>
        <Table.Thead>
          <Table.Tr>
            {before && <Table.Td w={1} />}
            {columns.map(({ key, label, numeric, order }) => (
              <Table.Th key={key} ta={numeric ? 'right' : 'left'} scope="col" aria-sort={order?.now}>
                {order ? <OrderButton label={label} {...order} /> : label}
              </Table.Th>
            ))}
            {after && (
              <Table.Th w={1} scope="col">
                <VisuallyHidden>{t('actions')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {before && <Table.Td>{before(row)}</Table.Td>}
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.numeric ? 'right' : 'left'}>
                  {column.cell(row)}
                </Table.Td>
              ))}
              {after && <Table.Td>{after(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const orderIcons = { ascending: IconChevronUp, descending: IconChevronDown, none: IconSelector }

function OrderButton({ label, now, change }: { label: string } & NonNullable<Column<never>['order']>) {
  const Icon = orderIcons[now]
  return (
    <UnstyledButton onClick={change} fz="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
      {label} <Icon size={14} aria-hidden style={{ verticalAlign: 'middle' }} />
    </UnstyledButton>
  )
}

/** Below a list that goes on. */
export function MoreRows({ onMore, busy }: { onMore: (() => void) | undefined; busy: boolean }) {
  const { t } = useTranslation()
  if (!onMore) return null
  return (
    <Center mt="md">
      <Button variant="default" onClick={onMore} loading={busy}>
        {t('more')}
      </Button>
    </Center>
  )
}
