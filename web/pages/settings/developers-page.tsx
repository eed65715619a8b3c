import {
  Anchor,
  Button,
  Card,
  Code,
  CopyButton,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { IconCheck, IconCopy, IconExternalLink, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../components/links.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** Requests that only read, below `/v1`. */
const examples = {
  customers: '/customers?per_page=5&sort=-createdAt',
  open: '/customer-invoices?per_page=5&paid=false',
  tickets: '/tickets?per_page=5',
  appointments: '/appointments?per_page=5',
  links: '/payment-links?per_page=5',
  webhooks: '/webhooks?per_page=5',
} as const
type Example = keyof typeof examples

const apis = [
  { name: 'v1', docs: '/docs?urls.primaryName=MijnKlantportaal%20v1', file: '/v1/openapi.json' },
  { name: 'v2', docs: '/docs?urls.primaryName=ClubCollect%20v2', file: '/api/v2/openapi.json' },
] as const

/** Where developers begin: what there is to read, and what it answers with one's own data. */
export function DevelopersPage() {
  const { t } = useTranslation('settings')
  return (
    <SettingsFrame
      title={t('place.developers.title')}
      about={t('dev.about')}
      actions={
        <ButtonLink to="/desk/settings/keys" variant="default">
          {t('dev.keys')}
        </ButtonLink>
      }
    >
      <Stack gap="xl">
        <section aria-labelledby="docs">
          <Title order={2} size="h4" mb="sm" id="docs">
            {t('dev.docs')}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {apis.map(({ name, docs, file }) => (
              <Card key={name} withBorder padding="md">
                <Stack gap="xs" h="100%">
                  <Text>{t(`dev.${name}`)}</Text>
                  <Group mt="auto">
                    <Button
                      component="a"
                      href={docs}
                      target="_blank"
                      rel="noreferrer"
                      variant="default"
                      rightSection={<IconExternalLink size={14} aria-hidden />}
                      aria-label={`${t('dev.openDocs')}: ${name}`}
                    >
                      {t('dev.openDocs')}
                    </Button>
                    <Anchor href={file} size="sm" aria-label={`${t('dev.openapi')}: ${name}`}>
                      {t('dev.openapi')}
                    </Anchor>
                  </Group>
                </Stack>
              </Card>
            ))}
          </SimpleGrid>
        </section>
        <Examples />
      </Stack>
    </SettingsFrame>
  )
}

interface Answer {
  status: number
  ms: number
  body: string
}

function Examples() {
  const { t } = useTranslation('settings')
  const [chosen, setChosen] = useState<Example>('customers')
  const [answer, setAnswer] = useState<Answer>()
  const [busy, setBusy] = useState(false)
  const path = examples[chosen]
  const command = `curl '${globalThis.location.origin}/v1${path}' \\\n  -H "Authorization: Bearer $KEY"`
  async function run() {
    setBusy(true)
    const began = performance.now()
    try {
      const response = await fetch(`/api/portal/v1${path}`)
      const body: unknown = await response.json()
      setAnswer({
        status: response.status,
        ms: Math.round(performance.now() - began),
        body: JSON.stringify(body, null, 2),
      })
    } catch (error) {
      setAnswer({ status: 0, ms: Math.round(performance.now() - began), body: String(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="examples">
      <Title order={2} size="h4" id="examples">
        {t('dev.examples')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('dev.examplesAbout')}
      </Text>
      <Stack>
        <Group align="flex-end">
          <Select
            label={t('dev.example')}
            data={(Object.keys(examples) as Example[]).map((value) => ({
              value,
              label: t(`dev.case.${value}`),
            }))}
            value={chosen}
            onChange={(value) => {
              setChosen(value as Example)
              setAnswer(undefined)
            }}
            allowDeselect={false}
            miw={260}
          />
          <Button
            loading={busy}
            onClick={() => void run()}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
          >
            {t('dev.run')}
          </Button>
        </Group>
        <Listing label={t('dev.command')} text={command} />
        <div role="status">
          {answer && (
            <Listing
              label={t('dev.answered', { status: answer.status, ms: answer.ms })}
              text={answer.body}
              high
            />
          )}
        </div>
      </Stack>
    </section>
  )
}

function Listing({ label, text, high = false }: { label: string; text: string; high?: boolean }) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={copy}
              aria-label={`${t('copy')}: ${label}`}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code
        block
        tabIndex={0}
        role="region"
        aria-label={label}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', ...(high ? { maxHeight: 480 } : {}) }}
      >
        {text}
      </Code>
    </Stack>
  )
}
