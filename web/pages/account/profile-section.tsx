import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { useAccountRefusals } from './refusals.ts'

export type Account = components['schemas']['Account']

export function ProfileSection({ account }: { account: Account }) {
  const { t } = useTranslation(['account', 'common'])
  const queries = useQueryClient()
  const form = useForm({ initialValues: { name: account.name } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const rename = portal.useMutation('patch', '/account')
  return (
    <Section title={t('profile')}>
      <form
        onSubmit={submit(async (body) => {
          await rename.mutateAsync({ body })
          form.resetDirty()
          await queries.invalidateQueries()
          tell(t('common:saved'))
        })}
      >
        <Stack>
          <TextInput
            label={t('name')}
            description={t('nameAbout')}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={100}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('email')}
            description={t('emailAbout')}
            value={account.email}
            variant="filled"
            readOnly
          />
          <FormProblem problem={problem} />
          <Group>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
