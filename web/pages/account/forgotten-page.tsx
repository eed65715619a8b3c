import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormProblem, useSubmit } from '../../components/form.tsx'
import { Entrance } from './entrance.tsx'
import { useAccountRefusals } from './refusals.ts'

/** Says the same whether there is such an account or not. */
export function ForgottenPage() {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { email: '' } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const ask = portal.useMutation('post', '/password-resets')
  return (
    <Entrance title={t('forgotten.title')} about={ask.isSuccess ? undefined : t('forgotten.about')}>
      <Stack>
        {ask.isSuccess ? (
          <Alert color="teal" variant="light" role="status">
            {t('forgotten.sent', { email: form.values.email })}
          </Alert>
        ) : (
          <form onSubmit={submit((body) => ask.mutateAsync({ body }))}>
            <Stack>
              <TextInput
                label={t('email')}
                type="email"
                autoComplete="username"
                required
                withAsterisk={false}
                {...form.getInputProps('email')}
              />
              <FormProblem problem={problem} />
              <Button type="submit" loading={busy}>
                {t('forgotten.send')}
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/sign-in" size="sm" ta="center">
          {t('toSignIn')}
        </Anchor>
      </Stack>
    </Entrance>
  )
}
