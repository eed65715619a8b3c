import { Accordion, Alert, Button, Checkbox, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useErrorSentence } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Invoice } from './invoice-page.tsx'

interface Props {
  invoice: Invoice
  id: string
  onChanged(): void
}

/** The installments that run, or those that can be chosen: everything that they cost stands above the button. */
export function PlanSection(props: Props) {
  const { t } = useTranslation('my')
  const { plan, plans } = props.invoice
  if (plan?.state === 'running') return <Running {...props} plan={plan} />
  if (plans.length === 0) return null
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {t('plan.title')}
      </Title>
      <Accordion variant="contained" mb="xl" order={3}>
        {plans.map((offer) => (
          <Offered key={`${offer.installments} ${offer.intervalDays}`} {...props} offer={offer} />
        ))}
      </Accordion>
    </>
  )
}

function Offered({ invoice, id, onChanged, offer }: Props & { offer: Invoice['plans'][number] }) {
  const { t } = useTranslation('my')
  const format = useFormat()
  const sentence = useErrorSentence()
  const [automatic, setAutomatic] = useState(false)
  const choose = portal.useMutation('post', '/my/invoices/{id}/plan', { onSuccess: onChanged })
  const { installments, intervalDays, total } = offer
  const money = (value: string) => format.amount(value, invoice.currency)
  return (
    <Accordion.Item value={`${installments} ${intervalDays}`}>
      <Accordion.Control>
        <Text fw={600}>{t('plan.count', { count: installments, days: intervalDays })}</Text>
        <Text size="sm">{t('plan.costs', { fees: money(offer.fees), total: money(total) })}</Text>
      </Accordion.Control>
      <Accordion.Panel>
        <Table aria-label={t('plan.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('plan.day')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t('plan.fee')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('amount')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {offer.schedule.map(({ dueAt, amount, fee }) => (
              <Table.Tr key={dueAt}>
                <Table.Td>
                  <Day at={dueAt} />
                </Table.Td>
                <Table.Td ta="right">{fee === '0.00' ? '–' : money(fee)}</Table.Td>
                <Table.Td ta="right">{money(amount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Stack mt="md" align="flex-start">
          {offer.mayBeAutomatic && (
            <Checkbox
              label={t('plan.automatic')}
              checked={automatic}
              onChange={(event) => setAutomatic(event.currentTarget.checked)}
            />
          )}
          {choose.error && (
            <Alert role="alert" color="red" variant="light">
              {sentence(choose.error)}
            </Alert>
          )}
          <Button
            loading={choose.isPending}
            onClick={() =>
              choose.mutate({
                params: { path: { id } },
                body: { installments, intervalDays, total, automatic },
              })
            }
          >
            {t('plan.agree', { count: installments, total: money(total) })}
          </Button>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Running({ invoice, id, onChanged, plan }: Props & { plan: NonNullable<Invoice['plan']> }) {
  const { t } = useTranslation('my')
  const format = useFormat()
  const sentence = useErrorSentence()
  const path = { id }
  const pay = portal.useMutation('post', '/my/invoices/{id}/plan/installments/{position}/payments', {
    onSuccess: ({ checkoutUrl }) => window.location.assign(checkoutUrl),
  })
  const stop = portal.useMutation('patch', '/my/invoices/{id}/plan', { onSuccess: onChanged })
  const withdraw = portal.useMutation('delete', '/my/invoices/{id}/plan', { onSuccess: onChanged })
  const next = plan.installments.find(
    ({ state, amount }) => (state === 'due' || state === 'planned') && Number(amount) > 0,
  )
  const untouched = plan.installments.every(({ state }) => state === 'planned' || state === 'due')
  const error = pay.error ?? stop.error ?? withdraw.error
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {t('plan.title')}
      </Title>
      <Table mb="md" aria-label={t('plan.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('plan.day')}</Table.Th>
            <Table.Th scope="col">{t('state')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.installments.map(({ position, dueAt, state, amount }) => (
            <Table.Tr key={position}>
              <Table.Td>
                <Day at={dueAt} />
              </Table.Td>
              <Table.Td>{t(`plan.states.${state}`)}</Table.Td>
              <Table.Td ta="right">
                <Amount value={amount} currency={invoice.currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {plan.automatic && <Text mb="md">{t('plan.automaticRuns')}</Text>}
      {error && (
        <Alert role="alert" color="red" variant="light" mb="md">
          {sentence(error)}
        </Alert>
      )}
      <Group mb="xl">
        {next && (
          <Button
            loading={pay.isPending || pay.isSuccess}
            onClick={() => pay.mutate({ params: { path: { id, position: String(next.position) } } })}
          >
            {t('plan.pay', { amount: format.amount(next.amount, invoice.currency) })}
          </Button>
        )}
        {plan.automatic && (
          <Button
            variant="default"
            loading={stop.isPending}
            onClick={() => stop.mutate({ params: { path }, body: { automatic: false } })}
          >
            {t('plan.stop')}
          </Button>
        )}
        {untouched && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { path } })}
          >
            {t('plan.withdraw')}
          </Button>
        )}
      </Group>
    </>
  )
}
