import { ActionIcon, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { byCursor, rowsOf } from '../../client/pages.ts'
import type { components } from '../../client/v1.generated.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { MoreRows } from '../../components/data-table.tsx'
import { FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useRefreshCustomers } from './refresh.ts'

interface GroupMembersProps {
  /** Undefined: closed. */
  group: components['schemas']['CustomerGroup'] | undefined
  onClose(): void
}

/** Who is in a group, to be added and taken out one by one. */
export function GroupMembers({ group, onClose }: GroupMembersProps) {
  const { t } = useTranslation(['customers', 'common'])
  return (
    <Drawer
      opened={group !== undefined}
      onClose={onClose}
      position="right"
      title={group?.name}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {group && <Members groupId={group.id} />}
    </Drawer>
  )
}

function Members({ groupId }: { groupId: string }) {
  const { t } = useTranslation(['customers', 'common'])
  const sentence = useErrorSentence()
  const refresh = useRefreshCustomers()
  const [problem, setProblem] = useState<ReactNode>()
  const list = v1.useInfiniteQuery(
    'get',
    '/customers',
    { params: { query: { customerGroupId: groupId, sort: 'companyName', per_page: 30 } } },
    byCursor,
  )
  const join = v1.useMutation('post', '/customer-groups/{customerGroupId}/customers')
  const leave = v1.useMutation('delete', '/customer-groups/{customerGroupId}/customers/{customerId}')
  const change = async (work: Promise<unknown>) => {
    setProblem(undefined)
    try {
      await work
    } catch (error) {
      setProblem(sentence(error))
    }
    await refresh()
  }
  const rows = rowsOf(list.data)
  const path = { customerGroupId: groupId }
  return (
    <Stack gap="sm">
      <FormProblem problem={problem ?? (list.error ? sentence(list.error) : undefined)} />
      <CustomerPicker
        label={t('addMember')}
        value={null}
        disabled={join.isPending}
        onChange={(id) =>
          id && void change(join.mutateAsync({ params: { path }, body: { customers: [id] } }))
        }
      />
      {!rows && !list.error && <Skeleton height={80} />}
      {rows?.length === 0 && <Text c="dimmed">{t('noMembers')}</Text>}
      <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
        {rows?.map(({ id, companyName, primaryEmail }) => (
          <Group key={id} component="li" justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text truncate>{companyName}</Text>
              <Text size="sm" c="dimmed" truncate>
                {primaryEmail}
              </Text>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('takeOut', { name: companyName })}
              onClick={() =>
                void change(leave.mutateAsync({ params: { path: { ...path, customerId: id } } }))
              }
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Stack>
  )
}
