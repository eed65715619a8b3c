import { Alert, Button, Group, List, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Moment } from '../../components/values.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { Section } from '../invoices/section.tsx'
import { useImportAgain, type Import } from './use-import.ts'

type DryRun = components['schemas']['DryRun']

/** What transmitting would do, and then does, once it is typed which import it is. */
export function TransmitStep({ batch, onSent }: { batch: Import; onSent(): void }) {
  const { t } = useTranslation('imports')
  const { may } = useMe()
  const [asked, setAsked] = useState(false)
  const path = { params: { path: { importId: batch.id } } }
  const { data, error, refetch } = portal.useQuery('get', '/imports/{importId}/dry-run', path)
  const transmit = portal.useMutation('post', '/imports/{importId}/transmit')
  const again = useImportAgain()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  const blocked = data.problems.some(({ blocks }) => blocks)
  const typed = batch.title ?? String(batch.invoices)
  return (
    <Stack gap="md">
      <Problems run={data} batch={batch} />
      <Totals run={data} />
      <Flow run={data} />
      <Unreachable run={data} />
      {may('invoices:write') && (
        <Group justify="flex-end">
          <Button
            size="md"
            leftSection={<IconSend size={18} aria-hidden />}
            disabled={blocked}
            onClick={() => setAsked(true)}
          >
            {t('transmit.action')}
          </Button>
        </Group>
      )}
      <ConfirmModal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('transmit.action')}
        action={t('transmit.action')}
        typed={typed}
        onConfirm={async () => {
          await transmit.mutateAsync({ ...path, body: { confirm: typed } })
          await again()
          onSent()
        }}
      >
        {t('transmit.text', { count: data.open.count })}
      </ConfirmModal>
    </Stack>
  )
}

function Problems({ run, batch }: { run: DryRun; batch: Import }) {
  const { t } = useTranslation('imports')
  if (run.problems.length === 0)
    return (
      <Alert color="green" variant="light">
        {t('dryRun.fine')}
      </Alert>
    )
  const blocked = run.problems.some(({ blocks }) => blocks)
  return (
    <Alert
      color={blocked ? 'red' : 'yellow'}
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={blocked ? t('dryRun.blocked') : t('dryRun.problems')}
    >
      <List size="sm" spacing={4}>
        {run.problems.map(({ code, count }) => (
          <List.Item key={code}>
            {t(`problem.${code}` as 'problem.unreachable', { count, expected: batch.expectedInvoices })}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Totals({ run }: { run: DryRun }) {
  const { t } = useTranslation('imports')
  const late = run.steps.reduce((sum, { lateFees }) => sum + Number(lateFees.amount), 0)
  const first = run.steps[0]!
  const facts = [
    { label: t('dryRun.asked'), value: <Amount value={run.open.amount} currency={run.currency} /> },
    { label: t('dryRun.invoices'), value: run.open.count },
    { label: t('dryRun.first'), value: <Moment at={first.at} /> },
    { label: t('dryRun.takes'), value: t('dryRun.minutes', { count: run.minutes }) },
    { label: t('dryRun.lateFees'), value: <Amount value={late.toFixed(2)} currency={run.currency} /> },
    { label: t('dryRun.unreachable'), value: run.unreachable },
  ]
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="md">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="div" fw={600}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}

function Flow({ run }: { run: DryRun }) {
  const { t } = useTranslation('imports')
  return (
    <Section title={t('dryRun.flow')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('dryRun.flowText')}
      </Text>
      <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('dryRun.flow')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('dryRun.message')}</Table.Th>
              <Table.Th scope="col">{t('dryRun.when')}</Table.Th>
              {(['email', 'sms', 'letter'] as const).map((channel) => (
                <Table.Th key={channel} scope="col" ta="right">
                  {t(`channel.${channel}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {t('dryRun.asks')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('dryRun.notReached')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {run.steps.map((step) => (
              <Table.Tr key={step.step}>
                <Table.Th scope="row" fw={500}>
                  {t(`messageStep.${step.step}`)}
                </Table.Th>
                <Table.Td>
                  <Moment at={step.at} />
                </Table.Td>
                {(['email', 'sms', 'letter'] as const).map((channel) => (
                  <Table.Td key={channel} ta="right">
                    {step[channel].count || '–'}
                  </Table.Td>
                ))}
                <Table.Td ta="right">
                  {step.step === 'overdue' ? (
                    '–'
                  ) : (
                    <Amount value={step.reached.amount} currency={run.currency} />
                  )}
                </Table.Td>
                <Table.Td ta="right">{step.unreached || '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}

function Unreachable({ run }: { run: DryRun }) {
  const { t } = useTranslation('imports')
  if (run.unreachable === 0) return null
  return (
    <Section title={t('dryRun.unreachable')}>
      <List size="sm" listStyleType="none" spacing={4}>
        {run.unreachableInvoices.map(({ invoiceId, invoiceNumber, recipient, lacks }) => (
          <List.Item key={invoiceId}>
            <AnchorLink to="/desk/invoices/$invoiceId" params={{ invoiceId }}>
              {invoiceNumber}
            </AnchorLink>{' '}
            {recipient}: {lacks.map((what) => t(`lacks.${what}`)).join(', ')}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
