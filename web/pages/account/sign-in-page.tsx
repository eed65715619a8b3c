import type { AuthenticationResponseJSON } from '@simplewebauthn/browser'
import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import { FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { Entrance } from './entrance.tsx'
import { askForPasskey, gaveUp, passkeysHere, usePasskeyAutofill } from './passkeys.ts'
import { SecondStep } from './second-step.tsx'
import { useEntering } from './use-entering.ts'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('account')
  const { next } = route.useSearch()
  const enter = useEntering(next)
  const sentence = useErrorSentence()
  const [asked, setAsked] = useState<{ email: string; password: string; factors: string[] }>()
  const [problem, setProblem] = useState<ReactNode>()
  const form = useForm({ initialValues: { email: '', password: '' } })
  const signIn = portal.useMutation('post', '/session', {
    onSuccess: enter,
    onError: (error, { body }) => {
      const refused = asApiError(error)
      if (refused?.code === 'second_factor_required')
        setAsked({ email: body.email, password: body.password, factors: refused.factors })
      else setProblem(refused?.status === 401 ? t('wrong') : sentence(error))
    },
  })
  const alone = portal.useMutation('post', '/session/passkey', {
    onSuccess: enter,
    onError: (error) => setProblem(asApiError(error)?.status === 401 ? t('wrongPasskey') : sentence(error)),
  })
  const withPasskey = (passkey: AuthenticationResponseJSON) => {
    setProblem(undefined)
    alone.mutate({ body: { passkey } as never })
  }
  usePasskeyAutofill(withPasskey)
  const ask = async () => {
    setProblem(undefined)
    try {
      withPasskey(await askForPasskey())
    } catch (error) {
      setProblem(gaveUp(error) ? t('noPasskey') : sentence(error))
    }
  }
  if (asked) return <SecondStep {...asked} onDone={enter} onBack={() => setAsked(undefined)} />
  return (
    <Entrance title={t('signIn')}>
      <form
        onSubmit={form.onSubmit((body) => {
          setProblem(undefined)
          signIn.mutate({ body })
        })}
      >
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username webauthn"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <FormProblem problem={problem} />
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn')}
          </Button>
          {passkeysHere() && (
            <>
              <Divider label={t('or')} labelPosition="center" />
              <Button
                variant="default"
                leftSection={<IconFingerprint size={18} aria-hidden />}
                loading={alone.isPending}
                onClick={() => void ask()}
              >
                {t('withPasskey')}
              </Button>
            </>
          )}
          <Anchor component={Link} to="/forgotten" size="sm" ta="center">
            {t('forgot')}
          </Anchor>
        </Stack>
      </form>
    </Entrance>
  )
}
