import { MultiSelect, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useRefreshCustomers } from './refresh.ts'
import { useGroups } from './use-groups.ts'

interface MembershipFormProps {
  opened: boolean
  onClose(): void
  customer: components['schemas']['Customer']
}

/** The groups that one customer is in. */
export function MembershipForm(props: MembershipFormProps) {
  const { t } = useTranslation(['customers', 'common'])
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('chooseGroups')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, customer }: Omit<MembershipFormProps, 'opened'>) {
  const { t } = useTranslation(['customers', 'common'])
  const sentence = useErrorSentence()
  const refresh = useRefreshCustomers()
  const groups = useGroups()
  const [chosen, setChosen] = useState(customer.customerGroups)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const join = v1.useMutation('post', '/customer-groups/{customerGroupId}/customers')
  const leave = v1.useMutation('delete', '/customer-groups/{customerGroupId}/customers/{customerId}')
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    const old = customer.customerGroups
    const customerId = customer.id
    try {
      await Promise.all([
        ...chosen
          .filter((id) => !old.includes(id))
          .map((customerGroupId) =>
            join.mutateAsync({ params: { path: { customerGroupId } }, body: { customers: [customerId] } }),
          ),
        ...old
          .filter((id) => !chosen.includes(id))
          .map((customerGroupId) => leave.mutateAsync({ params: { path: { customerGroupId, customerId } } })),
      ])
      tell(t('common:saved'))
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    } finally {
      setBusy(false)
      await refresh()
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <FormProblem problem={problem} />
        {groups.list.length === 0 ? (
          <Text c="dimmed">{t('noGroups')}</Text>
        ) : (
          <MultiSelect
            label={t('groups')}
            data={groups.list.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
            searchable
            data-autofocus
            comboboxProps={{ withinPortal: true }}
          />
        )}
        <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
