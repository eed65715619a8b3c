import { ActionIcon, Box, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Money } from '../../components/values.tsx'
import { totalsOf, type TypedLine } from './vat.ts'

const rates = ['21', '9', '0']

/** Whatever else the form asks for. */
interface LinesForm {
  values: { lines: TypedLine[] }
  getInputProps(path: string): object
  insertListItem(path: 'lines', line: TypedLine): void
  removeListItem(path: 'lines', index: number): void
}

interface LinesFieldProps {
  form: LinesForm
  newLine(): TypedLine
  /** What is said where they come to less than nothing. */
  negative: string
}

/** The lines of an offer or an invoice, and what they come to as one types. */
export function LinesField({ form, newLine, negative }: LinesFieldProps) {
  const { t } = useTranslation('papers')
  const { lines } = form.values
  const { net, rates: vats, gross } = totalsOf(lines)
  return (
    <Stack gap="sm">
      {lines.map((_, i) => (
        <Group
          key={i}
          role="group"
          aria-label={t('line', { number: i + 1 })}
          gap="xs"
          align="flex-start"
          wrap="wrap"
        >
          <TextInput
            label={t('description')}
            required
            maxLength={1000}
            flex="1 1 14rem"
            {...form.getInputProps(`lines.${i}.description`)}
          />
          <TextInput
            label={t('amountExclVat')}
            required
            inputMode="decimal"
            flex="1 1 6rem"
            {...form.getInputProps(`lines.${i}.amountExclVat`)}
          />
          <Select
            label={t('vat')}
            data={rates.map((rate) => ({ value: rate, label: `${rate}%` }))}
            allowDeselect={false}
            w={90}
            {...form.getInputProps(`lines.${i}.vatRate`)}
          />
          <Box pt={25}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={lines.length === 1}
              aria-label={t('removeLine', { number: i + 1 })}
              onClick={() => form.removeListItem('lines', i)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Box>
        </Group>
      ))}
      <Group justify="space-between" align="flex-start">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem('lines', newLine())}
        >
          {t('addLine')}
        </Button>
        <Table w="auto" withRowBorders={false} verticalSpacing={2} aria-label={t('totals')}>
          <Table.Tbody>
            <Total label={t('net')} cents={net} />
            {vats.map(({ rate, vat }) => (
              <Total key={rate} label={t('vatOf', { rate })} cents={vat} />
            ))}
            <Total label={t('gross')} cents={gross} strong />
          </Table.Tbody>
        </Table>
      </Group>
      {gross < 0 && (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {negative}
        </Text>
      )}
    </Stack>
  )
}

function Total({ label, cents, strong = false }: { label: string; cents: number; strong?: boolean }) {
  return (
    <Table.Tr fw={strong ? 650 : 400}>
      <Table.Th scope="row" fw="inherit">
        {label}
      </Table.Th>
      <Table.Td ta="right">
        <Money cents={cents} />
      </Table.Td>
    </Table.Tr>
  )
}
