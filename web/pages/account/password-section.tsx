import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Section } from '../../components/section.tsx'
import { NewPassword, useLongEnough } from './new-password.tsx'
import { useAccountRefusals } from './refusals.ts'

export function PasswordSection() {
  const { t } = useTranslation('account')
  const { user } = useMe()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { password: '', newPassword: '' },
    validate: { newPassword: useLongEnough() },
  })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const change = portal.useMutation('put', '/account/password')
  return (
    <Section title={t('password')} about={t('passwordAbout')}>
      <form
        onSubmit={submit(async (body) => {
          await change.mutateAsync({ body })
          form.reset()
          await queries.invalidateQueries({ queryKey: ['get', '/sessions'] })
          tell(t('passwordChanged'))
        })}
      >
        <Stack>
          {/* For password managers: whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
          <PasswordInput
            label={t('presentPassword')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <NewPassword {...form.getInputProps('newPassword')} />
          <FormProblem problem={problem} />
          <Group>
            <Button type="submit" loading={busy}>
              {t('changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
