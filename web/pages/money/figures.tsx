import { Button, Card, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './money.module.css'

/** One number that matters, with what puts it in its place. */
export function KeyFigure(props: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <Card withBorder padding="md">
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <div className={classes['figure']}>{props.value}</div>
      {props.children && (
        <Text component="div" size="sm" c="dimmed" mt={4}>
          {props.children}
        </Text>
      )}
    </Card>
  )
}

interface FiguresTable {
  head: string[]
  /** The first is the row's name. */
  rows: ReactNode[][]
  foot?: ReactNode[]
}

/** Names to the left, figures to the right. */
export function Figures({ caption, table: { head, rows, foot } }: { caption: string; table: FiguresTable }) {
  const side = (i: number) => (i === 0 ? 'left' : 'right')
  return (
    <Table.ScrollContainer minWidth={head.length * 90} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={caption} verticalSpacing={6} className={classes['figures']}>
        <Table.Thead>
          <Table.Tr>
            {head.map((label, i) => (
              <Table.Th key={label} scope="col" ta={side(i)}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            <Table.Tr key={row}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <Table.Th key={head[i]} scope="row" fw={400}>
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td key={head[i]} ta="right">
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {foot && (
          <Table.Tfoot>
            <Table.Tr>
              {foot.map((cell, i) => (
                <Table.Th key={head[i]} ta={side(i)} {...(i === 0 ? { scope: 'row' } : {})}>
                  {cell}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  )
}

interface PictureProps {
  title: string
  /** What it shows in a sentence, for who cannot see it. */
  summary: string
  /** Undefined while its figures are on their way. */
  chart: ReactNode | undefined
  table: FiguresTable | undefined
  legend?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** A picture of figures, and the figures themselves in its place for whoever wants those. */
export function Picture({ title, summary, chart, table, legend, actions, children }: PictureProps) {
  const { t } = useTranslation('money')
  const [asTable, setAsTable] = useState(false)
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Group gap="xs">
          {actions}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setAsTable(!asTable)}
            aria-label={`${t(asTable ? 'asPicture' : 'asTable')}: ${title}`}
            leftSection={
              asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />
            }
          >
            {t(asTable ? 'asPicture' : 'asTable')}
          </Button>
        </Group>
      </Group>
      {chart === undefined || table === undefined ? (
        <Skeleton height={240} />
      ) : asTable ? (
        <Figures caption={title} table={table} />
      ) : (
        <Stack gap="sm">
          {legend}
          <div role="img" aria-label={summary} className={classes['charts']}>
            {chart}
          </div>
        </Stack>
      )}
      {children}
    </Card>
  )
}

/** Which colour is what. */
export function Legend({ series }: { series: { label: string; color: string }[] }) {
  return (
    <Group gap="md" className={classes['charts']} aria-hidden>
      {series.map(({ label, color }) => (
        <Group key={label} gap={6} wrap="nowrap">
          <span className={classes['swatch']} style={{ background: color }} />
          <Text size="sm">{label}</Text>
        </Group>
      ))}
    </Group>
  )
}
