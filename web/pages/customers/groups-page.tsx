import { Button, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus, IconTrash, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { tell } from '../../components/form.tsx'
import { AnchorLink, BackLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { RowMenu } from '../../components/row-menu.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day } from '../../components/values.tsx'
import { GroupForm } from './group-form.tsx'
import { GroupMembers } from './group-members.tsx'
import { useRefreshCustomers } from './refresh.ts'

type CustomerGroup = components['schemas']['CountedCustomerGroup']

interface Doing {
  what: 'edit' | 'members' | 'delete'
  group: CustomerGroup
}

export function GroupsPage() {
  const { t } = useTranslation(['customers', 'common'])
  const { may } = useMe()
  const refresh = useRefreshCustomers()
  const [creating, { open, close }] = useDisclosure()
  const [doing, setDoing] = useState<Doing>()
  const done = () => setDoing(undefined)
  const list = v1.useInfiniteQuery(
    'get',
    '/customer-groups',
    { params: { query: { per_page: 50 } } },
    byNumber,
  )
  const remove = v1.useMutation('delete', '/customer-groups/{customerGroupId}')
  const writes = may('customers:write')
  const create = writes && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('newGroup')}
    </Button>
  )
  const columns: Column<CustomerGroup>[] = [
    {
      key: 'name',
      label: t('group'),
      cell: (group) => (
        <AnchorLink to="/desk/customers" search={{ group: group.id }}>
          {group.name}
        </AnchorLink>
      ),
    },
    { key: 'count', label: t('members'), numeric: true, cell: ({ customerCount }) => customerCount },
    { key: 'since', label: t('made'), cell: ({ createdAt }) => <Day at={createdAt.slice(0, 10)} /> },
  ]
  return (
    <Page
      title={t('groups')}
      about={t('groupsAbout')}
      above={<BackLink to="/desk/customers">{t('title')}</BackLink>}
      actions={create}
    >
      <DataTable
        caption={t('groups')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<IconUsersGroup />} title={t('noGroupsTitle')} action={create}>
            {t('noGroupsText')}
          </EmptyState>
        }
        {...(writes
          ? {
              after: (group: CustomerGroup) => (
                <RowMenu label={t('actionsOf', { name: group.name })}>
                  <Menu.Item
                    leftSection={<IconUserPlus size={16} aria-hidden />}
                    onClick={() => setDoing({ what: 'members', group })}
                  >
                    {t('manageMembers')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconPencil size={16} aria-hidden />}
                    onClick={() => setDoing({ what: 'edit', group })}
                  >
                    {t('rename')}
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => setDoing({ what: 'delete', group })}
                  >
                    {t('common:delete')}
                  </Menu.Item>
                </RowMenu>
              ),
            }
          : {})}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
      <GroupForm
        opened={creating}
        onClose={close}
        onCreated={(group) => setDoing({ what: 'members', group: { ...group, customerCount: 0 } })}
      />
      <GroupForm opened={doing?.what === 'edit'} onClose={done} group={doing?.group} />
      <GroupMembers group={doing?.what === 'members' ? doing.group : undefined} onClose={done} />
      <ConfirmModal
        opened={doing?.what === 'delete'}
        onClose={done}
        title={t('deleteTitle', { name: doing?.group.name })}
        action={t('common:delete')}
        danger
        onConfirm={async () => {
          if (!doing) return
          await remove.mutateAsync({ params: { path: { customerGroupId: doing.group.id } } })
          tell(t('deleted', { name: doing.group.name }))
          await refresh()
        }}
      >
        <Text>{t('deleteGroupText')}</Text>
      </ConfirmModal>
    </Page>
  )
}
