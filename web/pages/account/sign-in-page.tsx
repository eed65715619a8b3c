import { Button, Center, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import { meQuery } from '../../client/me.ts'
import { FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('account')
  const { next } = route.useSearch()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const [wantsCode, setWantsCode] = useState(false)
  const codeField = useRef<HTMLInputElement>(null)
  const form = useForm({ initialValues: { email: '', password: '', code: '' } })
  const signIn = portal.useMutation('post', '/session', {
    onSuccess: (me) => {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, me)
      void navigate({ href: next ?? '/desk', replace: true })
    },
    onError: (error) => {
      if (asApiError(error)?.code === 'second_factor_required') setWantsCode(true)
    },
  })
  useEffect(() => {
    document.title = `${t('signIn')} · Balie`
  }, [t])
  useEffect(() => {
    if (wantsCode) codeField.current?.focus()
  }, [wantsCode])
  const refused = asApiError(signIn.error)
  const problem =
    !signIn.error || refused?.code === 'second_factor_required'
      ? undefined
      : refused?.status === 401
        ? t('wrong')
        : sentence(signIn.error)
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper w="100%" maw={400} p="lg" withBorder>
        <Title order={1} size="h2" mb="lg">
          {t('signIn')}
        </Title>
        <form
          onSubmit={form.onSubmit(({ email, password, code }) =>
            signIn.mutate({ body: { email, password, ...(wantsCode ? { code } : {}) } }),
          )}
        >
          <Stack>
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
            {wantsCode && (
              <TextInput
                label={t('code')}
                description={t('codeAbout')}
                autoComplete="one-time-code"
                required
                withAsterisk={false}
                ref={codeField}
                {...form.getInputProps('code')}
              />
            )}
            <FormProblem problem={problem} />
            <Button type="submit" loading={signIn.isPending}>
              {t('signIn')}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
