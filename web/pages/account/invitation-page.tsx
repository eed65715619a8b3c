import { Alert, Button, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal, portalFetch } from '../../client/client.ts'
import { FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Entrance } from './entrance.tsx'
import { useLinkSecret } from './link-secret.ts'
import { NewPassword, useLongEnough } from './new-password.tsx'
import { useAccountRefusals } from './refusals.ts'
import { useEntering } from './use-entering.ts'

/** Behind the link of an invitation: a new account, or a yes of who has one. */
export function InvitationPage() {
  const { t } = useTranslation('account')
  const token = useLinkSecret()
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => (await portalFetch.POST('/invitations/inspect', { body: { token } })).data!,
    enabled: token !== '',
    staleTime: Infinity,
  })
  if (token === '' || asApiError(error)?.status === 422)
    return (
      <Entrance title={t('invitation.title')}>
        <Stack>
          <Alert color="yellow" variant="light" role="alert">
            {t('invitation.stale')}
          </Alert>
          <Button component={Link} to="/sign-in" variant="default">
            {t('toSignIn')}
          </Button>
        </Stack>
      </Entrance>
    )
  if (error)
    return (
      <Entrance title={t('invitation.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Entrance>
    )
  if (!data)
    return (
      <Entrance title={t('invitation.title')}>
        <Skeleton height={160} />
      </Entrance>
    )
  return (
    <Entrance
      title={t('invitation.join', { company: data.company.name })}
      about={t('invitation.about', { role: t(`role.${data.role}`) })}
    >
      {data.hasAccount ? (
        <JoinWithAccount token={token} email={data.email} />
      ) : (
        <NewAccount token={token} email={data.email} />
      )}
    </Entrance>
  )
}

function NewAccount({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('account')
  const enter = useEntering()
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: { password: useLongEnough() },
  })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const accept = portal.useMutation('post', '/invitations/accept')
  return (
    <form
      onSubmit={submit(async (values) => {
        await accept.mutateAsync({ body: { token, ...values } })
        enter((await portalFetch.GET('/me')).data!)
      })}
    >
      <Stack>
        <TextInput label={t('email')} value={email} variant="filled" autoComplete="username" readOnly />
        <TextInput
          label={t('name')}
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <NewPassword label={t('password')} {...form.getInputProps('password')} />
        <FormProblem problem={problem} />
        <Button type="submit" loading={busy}>
          {t('invitation.create')}
        </Button>
      </Stack>
    </form>
  )
}

function JoinWithAccount({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, busy, problem } = useSubmit(form, useAccountRefusals())
  const accept = portal.useMutation('post', '/invitations/accept')
  return (
    <form
      onSubmit={submit(async () => {
        await accept.mutateAsync({ body: { token } })
        // Whoever is signed in already belongs to one company more; who is not is asked to by the desk.
        queries.clear()
        tell(t('invitation.joined'))
        await navigate({ to: '/desk' })
      })}
    >
      <Stack>
        <Text>{t('invitation.known', { email })}</Text>
        <FormProblem problem={problem} />
        <Button type="submit" loading={busy}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  )
}
