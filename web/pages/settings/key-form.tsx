import { Checkbox, Code, Input, Radio, ScrollArea, Stack, Table, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portal, portalFetch } from '../../client/client.ts'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import { useScopeArea } from './scopes.tsx'

interface KeyFormProps {
  onCancel(): void
  /** With the key, which is shown only now. */
  onMade(key: string): void
}

/** A new key: what it is called and what it may. */
export function KeyForm({ onCancel, onMade }: KeyFormProps) {
  const { t } = useTranslation('settings')
  const { data } = portal.useQuery('get', '/settings/scopes')
  const form = useForm<{ name: string; all: string; scopes: string[] }>({
    initialValues: { name: '', all: 'some', scopes: [] },
    validate: {
      scopes: (scopes, { all }) => (all === 'some' && scopes.length === 0 ? t('keys.chooseScope') : null),
    },
  })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async ({ name, all, scopes }) => {
        const { data: made } = await portalFetch.POST('/settings/keys', {
          body: { name, scopes: all === 'all' ? ['*'] : scopes },
        })
        onMade(made!.key)
      })}
    >
      <Stack>
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameAbout')}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Radio.Group label={t('keys.scopes')} {...form.getInputProps('all')}>
          <Stack gap="xs" mt="xs">
            <Radio value="some" label={t('keys.some')} />
            <Radio value="all" label={t('keys.all')} />
          </Stack>
        </Radio.Group>
        {form.values.all === 'some' && (
          <Input.Wrapper error={form.errors['scopes']}>
            <ScopeTable
              all={data?.data ?? []}
              chosen={form.values.scopes}
              onChange={(scopes) => form.setFieldValue('scopes', scopes)}
            />
          </Input.Wrapper>
        )}
        <FormProblem problem={problem} />
      </Stack>
      <FormButtons action={t('keys.create')} busy={busy} onCancel={onCancel} />
    </form>
  )
}

interface ScopeTableProps {
  all: string[]
  chosen: string[]
  onChange(scopes: string[]): void
}

function ScopeTable({ all, chosen, onChange }: ScopeTableProps) {
  const { t } = useTranslation('settings')
  const areaOf = useScopeArea()
  const areas = [...new Set(all.map((scope) => scope.split('.')[0]!))]
  const box = (area: string, kind: 'read' | 'write') => {
    const scope = `${area}.${kind}`
    if (!all.includes(scope)) return null
    return (
      <Checkbox
        aria-label={`${areaOf(area)}: ${t(`keys.${kind}`)}`}
        checked={chosen.includes(scope)}
        onChange={({ currentTarget: { checked } }) =>
          onChange(checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
        }
      />
    )
  }
  return (
    <ScrollArea.Autosize mah={280} type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('keys.area')}</Table.Th>
            <Table.Th scope="col">{t('keys.read')}</Table.Th>
            <Table.Th scope="col">{t('keys.write')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {areas.map((area) => (
            <Table.Tr key={area}>
              <Table.Td>
                {areaOf(area)} <Code fz="xs">{area}</Code>
              </Table.Td>
              <Table.Td>{box(area, 'read')}</Table.Td>
              <Table.Td>{box(area, 'write')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
