import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, Tabs, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconBookmarkPlus, IconDots, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { filtersOf, type InvoiceView, type Search } from './search.ts'

interface Props {
  search: Search
  go(search: Search): void
}

const ALL = 'all'

const shownBy = (view: InvoiceView): Search => ({
  ...(view.filters as Search),
  sort: view.sort,
  view: view.id,
  ...(view.columns.length > 0 ? { columns: view.columns.join(',') } : {}),
})

/** What a view would keep of the address. */
const contentOf = (search: Search) => ({
  filters: filtersOf(search) as Record<string, string>,
  sort: search.sort ?? ('-createdAt' as const),
  columns: search.columns?.split(',') ?? [],
})

const isAsKept = (view: InvoiceView, search: Search): boolean => {
  const sorted = (filters: object) => JSON.stringify(Object.entries(filters).sort())
  const now = contentOf(search)
  return (
    sorted(view.filters) === sorted(now.filters) &&
    view.sort === now.sort &&
    view.columns.join(',') === now.columns.join(',')
  )
}

/** The ways to look at invoices that are kept, as tabs. */
export function ViewTabs({ search, go }: Props) {
  const { t } = useTranslation('invoices')
  const { data: views = [] } = portal.useQuery('get', '/invoice-views')
  const [asked, setAsked] = useState<'create' | 'rename' | 'delete'>()
  const current = views.find(({ id }) => id === search.view)
  const change = portal.useMutation('patch', '/invoice-views/{viewId}')
  const remove = portal.useMutation('delete', '/invoice-views/{viewId}')
  const again = useViewsAgain()
  const changed = current !== undefined && !isAsKept(current, search)
  return (
    <>
      <Group gap="xs" align="center" wrap="nowrap">
        <Tabs
          value={current?.id ?? ALL}
          onChange={(value) => {
            const view = views.find(({ id }) => id === value)
            go(view ? shownBy(view) : {})
          }}
          variant="pills"
          activateTabWithKeyboard={false}
          miw={0}
          style={{ overflowX: 'auto' }}
        >
          <Tabs.List aria-label={t('view.label')} style={{ flexWrap: 'nowrap' }}>
            {[{ id: ALL, name: t('view.all'), shared: false }, ...views].map(({ id, name, shared }) => (
              <Tabs.Tab
                key={id}
                value={id}
                id={`view-${id}`}
                aria-controls={undefined}
                rightSection={
                  shared ? <IconUsers size={14} aria-label={t('view.shared')} role="img" /> : undefined
                }
                style={{ whiteSpace: 'nowrap' }}
              >
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('view.actions')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconBookmarkPlus size={16} />} onClick={() => setAsked('create')}>
              {t('view.create')}
            </Menu.Item>
            {current?.mayChange && (
              <>
                <Menu.Item onClick={() => setAsked('rename')}>{t('view.change')}</Menu.Item>
                <Menu.Item color="red.9" onClick={() => setAsked('delete')}>
                  {t('view.delete')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        {changed && current.mayChange && (
          <Button
            variant="light"
            size="xs"
            style={{ flexShrink: 0 }}
            loading={change.isPending}
            onClick={() =>
              change.mutate(
                { params: { path: { viewId: current.id } }, body: contentOf(search) },
                { onSuccess: again },
              )
            }
          >
            {t('view.keep')}
          </Button>
        )}
      </Group>
      {(asked === 'create' || (asked === 'rename' && current)) && (
        <ViewModal
          view={asked === 'rename' ? current : undefined}
          search={search}
          onClose={() => setAsked(undefined)}
          onSaved={(view) => go(shownBy(view))}
        />
      )}
      {current && (
        <ConfirmModal
          opened={asked === 'delete'}
          onClose={() => setAsked(undefined)}
          title={t('view.delete')}
          action={t('view.delete')}
          danger
          onConfirm={async () => {
            await remove.mutateAsync({ params: { path: { viewId: current.id } } })
            await again()
            go({})
          }}
        >
          {t('view.deleteText', { name: current.name })}
        </ConfirmModal>
      )}
    </>
  )
}

function useViewsAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['get', '/invoice-views'] })
}

interface ViewModalProps {
  view: InvoiceView | undefined
  search: Search
  onClose(): void
  onSaved(view: InvoiceView): void
}

function ViewModal({ view, search, onClose, onSaved }: ViewModalProps) {
  const { t } = useTranslation(['invoices', 'common'])
  const { may } = useMe()
  const again = useViewsAgain()
  const create = portal.useMutation('post', '/invoice-views')
  const change = portal.useMutation('patch', '/invoice-views/{viewId}')
  const form = useForm({ initialValues: { name: view?.name ?? '', shared: view?.shared ?? false } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? t('view.change') : t('view.create')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={submit(async (values) => {
          const saved = view
            ? await change.mutateAsync({ params: { path: { viewId: view.id } }, body: values })
            : await create.mutateAsync({ body: { ...contentOf(search), ...values } })
          await again()
          tell(t('common:saved'))
          onClose()
          onSaved(saved)
        })}
      >
        <Stack gap="md">
          <TextInput
            label={t('view.name')}
            description={view ? undefined : t('view.nameHint')}
            required
            maxLength={60}
            data-autofocus
            {...form.getInputProps('name')}
          />
          {may('invoices:write') && (
            <Checkbox label={t('view.share')} {...form.getInputProps('shared', { type: 'checkbox' })} />
          )}
          <FormProblem problem={problem} />
          <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
