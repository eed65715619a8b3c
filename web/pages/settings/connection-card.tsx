import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { tell } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { StateBadge } from '../../components/values.tsx'

type Tested = components['schemas']['Tested']

interface ConnectionCardProps {
  name: string
  about: string
  /** Of whom it is: Mollie. */
  service: string
  /** Who is connected; undefined: nobody. */
  connected: ReactNode
  /** There is something that can be tried. */
  testable: boolean
  test(): Promise<Tested>
  /** What it says where it works. */
  works(tested: Tested): string
  form(close: () => void): ReactNode
  disconnect(): Promise<unknown>
  disconnectText: string
  children?: ReactNode
}

/** One connection: how it is, tried at a press, replaced or ended. Its key goes one way only. */
export function ConnectionCard(props: ConnectionCardProps) {
  const { t } = useTranslation('settings')
  const sentence = useErrorSentence()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'form' | 'end'>()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ works: boolean; text: ReactNode }>()
  const { name, about, service, connected, testable } = props
  const again = () => queries.invalidateQueries(portal.queryOptions('get', '/settings/connections'))
  const id = `connection-${service}`
  async function test() {
    setBusy(true)
    try {
      const tested = await props.test()
      setOutcome({ works: tested.outcome === 'works', text: saidOf(tested) })
    } catch (error) {
      setOutcome({ works: false, text: sentence(error) })
    } finally {
      setBusy(false)
    }
  }
  function saidOf(tested: Tested): ReactNode {
    if (tested.outcome === 'works') return props.works(tested)
    if (tested.outcome === 'not_connected') return t('con.notConnected')
    return (
      <>
        {t('con.saidNo')} <span lang="en">{tested.message}</span>
      </>
    )
  }
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={id}>
      <Stack h="100%">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" id={id}>
            {name} · {service}
          </Title>
          {connected !== undefined ? (
            <StateBadge color="teal">{t('con.done').replace(/\.$/, '')}</StateBadge>
          ) : (
            <StateBadge color="gray">{t('con.notConnected')}</StateBadge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
        {connected !== undefined && <Text size="sm">{connected}</Text>}
        {props.children}
        <div role="status">
          {outcome && (
            <Alert color={outcome.works ? 'teal' : 'red'} variant="light">
              {outcome.text}
            </Alert>
          )}
        </div>
        <Group mt="auto" gap="xs">
          <Button
            variant={connected === undefined ? 'filled' : 'default'}
            onClick={() => setOpen('form')}
            aria-label={
              connected === undefined ? t('con.connectTo', { service }) : `${t('con.replace')}: ${service}`
            }
          >
            {t(connected === undefined ? 'con.connect' : 'con.replace')}
          </Button>
          {testable && (
            <Button variant="default" loading={busy} onClick={() => void test()}>
              {t('con.test')}
            </Button>
          )}
          {connected !== undefined && (
            <Button variant="default" onClick={() => setOpen('end')}>
              {t('con.disconnect')}
            </Button>
          )}
        </Group>
      </Stack>
      <FormModal
        opened={open === 'form'}
        onClose={() => setOpen(undefined)}
        title={t('con.connectTo', { service })}
      >
        {props.form(() => {
          setOpen(undefined)
          setOutcome(undefined)
          void again()
        })}
      </FormModal>
      <ConfirmModal
        opened={open === 'end'}
        onClose={() => setOpen(undefined)}
        title={t('con.disconnectFrom', { service })}
        action={t('con.disconnect')}
        danger
        onConfirm={async () => {
          await props.disconnect()
          setOutcome(undefined)
          await again()
          tell(t('con.undone'))
        }}
      >
        {props.disconnectText}
      </ConfirmModal>
    </Card>
  )
}
