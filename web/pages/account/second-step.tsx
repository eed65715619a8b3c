import { Button, Divider, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import type { Me } from '../../client/me.ts'
import { FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { Entrance } from './entrance.tsx'
import { askForPasskey, gaveUp, passkeysHere } from './passkeys.ts'

interface SecondStepProps {
  email: string
  password: string
  /** What the account has: `app`, `passkey`. */
  factors: string[]
  onDone(me: Me): void
  onBack(): void
}

/** After a password that is right: a passkey, a code of the app, or a recovery code. */
export function SecondStep({ email, password, factors, onDone, onBack }: SecondStepProps) {
  const { t } = useTranslation(['account', 'common'])
  const sentence = useErrorSentence()
  const [problem, setProblem] = useState<ReactNode>()
  const codeField = useRef<HTMLInputElement>(null)
  const form = useForm({ initialValues: { code: '' } })
  const signIn = portal.useMutation('post', '/session', {
    onSuccess: onDone,
    onError: (error, { body }) => {
      const refused = asApiError(error)?.status === 401
      if (refused && body.passkey === undefined) form.setFieldError('code', t('wrongCode'))
      else setProblem(refused ? t('wrongPasskey') : sentence(error))
    },
  })
  const ask = async () => {
    setProblem(undefined)
    try {
      const passkey = await askForPasskey()
      signIn.mutate({ body: { email, password, passkey: passkey as never } })
    } catch (error) {
      setProblem(gaveUp(error) ? t('noPasskey') : sentence(error))
    }
  }
  const passkey = factors.includes('passkey') && passkeysHere()
  const app = factors.includes('app')
  useEffect(() => {
    if (!passkey) codeField.current?.focus()
  }, [passkey])
  return (
    <Entrance title={t('step')} about={t('stepAbout')}>
      <form
        onSubmit={form.onSubmit(({ code }) => {
          setProblem(undefined)
          signIn.mutate({ body: { email, password, code } })
        })}
      >
        <Stack>
          {passkey && (
            <>
              <Button
                leftSection={<IconFingerprint size={18} aria-hidden />}
                loading={signIn.isPending}
                onClick={() => void ask()}
              >
                {t('withPasskey')}
              </Button>
              <Divider label={t('or')} labelPosition="center" />
            </>
          )}
          <TextInput
            label={app ? t('code') : t('recoveryCode')}
            description={app ? t('codeAbout') : t('recoveryCodeAbout')}
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            ref={codeField}
            {...form.getInputProps('code')}
          />
          <FormProblem problem={problem} />
          <Button type="submit" variant={passkey ? 'default' : 'filled'} loading={signIn.isPending}>
            {t('signIn')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('common:back')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
