import { Alert, Anchor, Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Entrance } from './entrance.tsx'
import { useLinkSecret } from './link-secret.ts'
import { NewPassword, useLongEnough } from './new-password.tsx'
import { useAccountRefusals } from './refusals.ts'

/** Behind the link of a mail: a new password, then signing in as always. */
export function ResetPage() {
  const { t } = useTranslation('account')
  const token = useLinkSecret()
  const navigate = useNavigate()
  const [stale, setStale] = useState(token === '')
  const form = useForm({ initialValues: { password: '' }, validate: { password: useLongEnough() } })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const reset = portal.useMutation('post', '/password-resets/confirm')
  if (stale)
    return (
      <Entrance title={t('reset.title')}>
        <Stack>
          <Alert color="yellow" variant="light" role="alert">
            {t('refused.link')}
          </Alert>
          <Button component={Link} to="/forgotten">
            {t('reset.another')}
          </Button>
        </Stack>
      </Entrance>
    )
  return (
    <Entrance title={t('reset.title')} about={t('reset.about')}>
      <form
        onSubmit={submit(async ({ password }) => {
          try {
            await reset.mutateAsync({ body: { token, password } })
          } catch (error) {
            if (asApiError(error)?.field === 'token') setStale(true)
            throw error
          }
          tell(t('reset.done'))
          await navigate({ to: '/sign-in' })
        })}
      >
        <Stack>
          <NewPassword {...form.getInputProps('password')} />
          <FormProblem problem={problem} />
          <Button type="submit" loading={busy}>
            {t('reset.set')}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {t('toSignIn')}
          </Anchor>
        </Stack>
      </form>
    </Entrance>
  )
}
