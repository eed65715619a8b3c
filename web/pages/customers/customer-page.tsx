import { Alert, Anchor, Badge, Button, Card, Group, Menu, Skeleton, Tabs } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal, v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import type { components } from '../../client/portal.generated.ts'
import type { components as V1 } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { Fact } from '../../components/fact.tsx'
import { tell } from '../../components/form.tsx'
import { BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { RowMenu } from '../../components/row-menu.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { useCountryName } from '../../i18n/countries.ts'
import { CustomerForm } from './customer-form.tsx'
import { GroupBadges } from './group-badges.tsx'
import { MembershipForm } from './membership-form.tsx'
import { useRefreshCustomers } from './refresh.ts'
import { customerRoute, type CustomerTab } from './routes.tsx'
import { AgreementsTab } from './tabs/agreements-tab.tsx'
import { AppointmentsTab } from './tabs/appointments-tab.tsx'
import { ConversationsTab } from './tabs/conversations-tab.tsx'
import { FilesTab } from './tabs/files-tab.tsx'
import { InvoicesTab } from './tabs/invoices-tab.tsx'
import { OffersTab } from './tabs/offers-tab.tsx'
import { PunchCardsTab } from './tabs/punch-cards-tab.tsx'
import { SubscriptionsTab } from './tabs/subscriptions-tab.tsx'
import { useGroups } from './use-groups.ts'

type Summary = components['schemas']['CustomerSummary']

/** Each tab, what of the plan it is, and its content. */
const tabs: {
  tab: CustomerTab
  feature?: string
  Content(props: { customerId: string; email: string }): React.ReactNode
}[] = [
  { tab: 'invoices', Content: InvoicesTab },
  { tab: 'conversations', feature: 'ticketing', Content: ConversationsTab },
  { tab: 'offers', feature: 'offers', Content: OffersTab },
  { tab: 'subscriptions', feature: 'subscriptions', Content: SubscriptionsTab },
  { tab: 'appointments', feature: 'appointments', Content: AppointmentsTab },
  { tab: 'punchCards', feature: 'punch-cards', Content: PunchCardsTab },
  { tab: 'agreements', feature: 'agreements', Content: AgreementsTab },
  { tab: 'files', feature: 'files', Content: FilesTab },
]

export function CustomerPage() {
  const { t } = useTranslation(['customers', 'common'])
  const { customerId } = customerRoute.useParams()
  const { tab = 'invoices' } = customerRoute.useSearch()
  const navigate = useNavigate({ from: customerRoute.fullPath })
  const { has } = useMe()
  const customer = v1.useQuery('get', '/customers/{customerId}', { params: { path: { customerId } } })
  const summary = portal.useQuery('get', '/customers/{customerId}/summary', {
    params: { path: { customerId } },
  })
  const back = <BackLink to="/desk/customers">{t('title')}</BackLink>
  if (customer.error)
    return (
      <Page title={t('one')} above={back}>
        <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />
      </Page>
    )
  const shown = tabs.filter(({ feature }) => feature === undefined || has(feature))
  return (
    <Page
      title={customer.data?.companyName ?? t('one')}
      above={back}
      actions={customer.data && <Actions customer={customer.data} />}
    >
      {customer.data ? (
        <About customer={customer.data} summary={summary.data} />
      ) : (
        <Skeleton height={130} mb="lg" />
      )}
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({ search: { tab: (next ?? undefined) as CustomerTab | undefined }, replace: true })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md" className="one-row">
          {shown.map(({ tab: name }) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                summary.data && summary.data[name] > 0 ? (
                  <Badge size="sm" variant="light" color="gray" circle={summary.data[name] < 10}>
                    {summary.data[name]}
                  </Badge>
                ) : null
              }
            >
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ tab: name, Content }) => (
          <Tabs.Panel key={name} value={name}>
            {customer.data && <Content customerId={customerId} email={customer.data.primaryEmail} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}

type Customer = V1['schemas']['Customer']

function About({ customer, summary }: { customer: Customer; summary: Summary | undefined }) {
  const { t } = useTranslation(['customers', 'common'])
  const countryName = useCountryName()
  const groups = useGroups()
  const address = [customer.address, [customer.zipCode, customer.city].filter(Boolean).join(' ')].filter(
    Boolean,
  )
  return (
    <Card withBorder mb="lg">
      {summary && Number(summary.outstanding) > 0 && (
        <Alert variant="light" color="yellow" mb="md" role="note" py="xs">
          {t('owes', { count: summary.unpaidInvoices })}{' '}
          <Amount value={summary.outstanding} currency={summary.currency} />
        </Alert>
      )}
      <Group component="dl" gap="xl" align="flex-start" m={0}>
        <Fact label={t('email')}>
          {customer.primaryEmail ? (
            <Anchor href={`mailto:${customer.primaryEmail}`}>{customer.primaryEmail}</Anchor>
          ) : (
            '–'
          )}
        </Fact>
        <Fact label={t('phone')}>
          {customer.phone ? <Anchor href={`tel:${customer.phone}`}>{customer.phone}</Anchor> : '–'}
        </Fact>
        <Fact label={t('address')}>
          {address.length === 0 ? '–' : address.map((line) => <div key={line}>{line}</div>)}
          {customer.countryCode && <div>{countryName(customer.countryCode)}</div>}
        </Fact>
        <Fact label={t('groups')}>
          <GroupBadges ids={customer.customerGroups} groups={groups.list} />
        </Fact>
        <Fact label={t('since')}>
          <Day at={customer.createdAt.slice(0, 10)} />
        </Fact>
        {summary?.externalId && <Fact label={t('externalId')}>{summary.externalId}</Fact>}
        {customer.integrationId && (
          <Fact label={t('bookkeeping')}>
            {customer.integration} {customer.integrationId}
          </Fact>
        )}
      </Group>
    </Card>
  )
}

function Actions({ customer }: { customer: Customer }) {
  const { t } = useTranslation(['customers', 'common'])
  const { may } = useMe()
  const navigate = useNavigate()
  const refresh = useRefreshCustomers()
  const [editing, edit] = useDisclosure()
  const [grouping, group] = useDisclosure()
  const [deleting, ask] = useDisclosure()
  const remove = v1.useMutation('delete', '/customers/{customerId}')
  if (!may('customers:write')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={edit.open}>
        {t('common:edit')}
      </Button>
      <RowMenu label={t('moreActions')}>
        <Menu.Item leftSection={<IconUsersGroup size={16} aria-hidden />} onClick={group.open}>
          {t('chooseGroups')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask.open}>
          {t('common:delete')}
        </Menu.Item>
      </RowMenu>
      <CustomerForm opened={editing} onClose={edit.close} customer={customer} onDone={() => undefined} />
      <MembershipForm opened={grouping} onClose={group.close} customer={customer} />
      <ConfirmModal
        opened={deleting}
        onClose={ask.close}
        title={t('deleteTitle', { name: customer.companyName })}
        action={t('common:delete')}
        danger
        onConfirm={async () => {
          await remove.mutateAsync({ params: { path: { customerId: customer.id } } })
          tell(t('deleted', { name: customer.companyName }))
          await navigate({ to: '/desk/customers', search: {} })
          await refresh()
        }}
      >
        {t('deleteText')}
      </ConfirmModal>
    </>
  )
}
