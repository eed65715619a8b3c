import {
  Alert,
  Button,
  Card,
  Group,
  NativeSelect,
  Progress,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { FormProblem } from '../../components/form.tsx'
import { Page } from '../../components/page.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import { languageNames, languages } from '../../i18n/i18n.ts'
import { MoneyTabs } from './money-tabs.tsx'
import { exportKinds, type ExportKind } from './routes.tsx'
import { takeExport, type ExportBody, type Progress as HowFar } from './take-export.ts'

const permissionOf: Record<ExportKind, 'invoices:read' | 'customers:read' | 'tickets:read'> = {
  invoices: 'invoices:read',
  ledger: 'invoices:read',
  payments: 'invoices:read',
  payouts: 'invoices:read',
  customers: 'customers:read',
  conversations: 'tickets:read',
  ageing: 'invoices:read',
}

export function ExportPage() {
  const { t, i18n } = useTranslation(['money', 'common'])
  const { may } = useMe()
  const search = useSearch({ from: '/desk/money/export' })
  const sentence = useErrorSentence()
  const kinds = exportKinds.filter((kind) => may(permissionOf[kind]))
  const [what, setWhat] = useState<ExportKind>(search.what ?? kinds[0]!)
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx')
  const [language, setLanguage] = useState(i18n.language)
  const [separators, setSeparators] = useState('')
  const [days, setDays] = useState({ from: search.from ?? '', to: search.to ?? '', asOf: '' })
  const [howFar, setHowFar] = useState<HowFar>()
  const [taken, setTaken] = useState<number>()
  const [problem, setProblem] = useState<ReactNode>()
  const abort = useRef<AbortController>(undefined)
  const busy = howFar !== undefined
  const withDays = what === 'ageing' ? (['asOf'] as const) : (['from', 'to'] as const)

  const take = async () => {
    const given = {
      language,
      ...(format === 'csv' ? { separators } : {}),
      ...Object.fromEntries(withDays.map((name) => [name, days[name]])),
    }
    const body = {
      format,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    } as ExportBody
    const stop = new AbortController()
    abort.current = stop
    setProblem(undefined)
    setTaken(undefined)
    setHowFar({ bytes: 0, rows: 0, total: 0 })
    try {
      setTaken(await takeExport(what, body, setHowFar, stop.signal))
    } catch (error) {
      if (!stop.signal.aborted) setProblem(sentence(error))
    } finally {
      setHowFar(undefined)
    }
  }

  return (
    <Page title={t('export.title')} about={t('export.about')} narrow>
      <MoneyTabs />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <Stack gap="lg">
          <Radio.Group label={t('export.what')} value={what} onChange={(value) => setWhat(value)}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
              {kinds.map((kind) => (
                <Card key={kind} withBorder padding="sm" component="div">
                  <Radio value={kind} label={t(`export.${kind}`)} description={t(`export.${kind}About`)} />
                </Card>
              ))}
            </SimpleGrid>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {withDays.map((name) => (
              <TextInput
                key={name}
                type="date"
                label={t(`export.${name}`)}
                description={t(name === 'asOf' ? 'export.asOfAbout' : 'export.daysAbout')}
                value={days[name]}
                {...(name === 'to' && days.from ? { min: days.from } : {})}
                onChange={({ currentTarget: { value } }) => setDays({ ...days, [name]: value })}
              />
            ))}
          </SimpleGrid>
          <Radio.Group label={t('export.format')} value={format} onChange={(value) => setFormat(value)}>
            <Group mt="xs" gap="lg">
              <Radio value="xlsx" label={t('export.xlsx')} />
              <Radio value="csv" label="CSV" />
            </Group>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              label={t('export.language')}
              value={language}
              onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
              data={languages.map((value) => ({ value, label: languageNames[value] }))}
            />
            {format === 'csv' && (
              <NativeSelect
                label={t('export.separators')}
                value={separators}
                onChange={({ currentTarget }) => setSeparators(currentTarget.value)}
                data={[
                  { value: '', label: t('export.asLanguage') },
                  { value: 'semicolon', label: t('export.semicolon') },
                  { value: 'comma', label: t('export.comma') },
                ]}
              />
            )}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t(format === 'xlsx' ? 'export.xlsxAbout' : 'export.csvAbout')}
          </Text>
          <FormProblem problem={problem} />
          {taken !== undefined && (
            <Alert role="status" color="teal" variant="light" icon={<IconCircleCheck aria-hidden />}>
              {t('export.done', {
                count: taken,
                number: i18n.language && taken.toLocaleString(i18n.language),
              })}
            </Alert>
          )}
          {busy && <Way howFar={howFar} counted={format === 'csv'} />}
          <Group>
            <Button
              type="submit"
              loading={busy}
              leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
            >
              {t('export.action')}
            </Button>
            {busy && (
              <Button variant="default" onClick={() => abort.current?.abort()}>
                {t('common:cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Page>
  )
}

/** How far it is: in rows where they can be counted, else in bytes, of which nobody knows how many there will be. */
function Way({ howFar: { bytes, rows, total }, counted }: { howFar: HowFar; counted: boolean }) {
  const { t } = useTranslation('money')
  const format = useFormat()
  const known = counted && total > 0
  return (
    <Stack gap={4}>
      <Progress.Root size="lg">
        <Progress.Section
          value={known ? (100 * rows) / total : 100}
          animated={!known}
          aria-label={t('export.progress')}
          {...(known ? {} : { 'aria-valuenow': undefined })}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed">
        {known
          ? t('export.rowsOf', { rows: format.number(rows), total: format.number(total) })
          : t('export.bytes', { bytes: format.bytes(bytes) })}
      </Text>
    </Stack>
  )
}
