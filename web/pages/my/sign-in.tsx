import { Button, Center, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconMailCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import { FormProblem, useSubmit } from '../../components/form.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { suggestLanguage, type Language } from '../../i18n/i18n.ts'
import { bandOf, Brand } from './brand.tsx'
import { Look } from './look.tsx'
import { Settings } from './settings-menu.tsx'

/** Of the form of a mailed secret; it stands behind the `#`, which no server sees. */
const secretOf = (hash: string): string | undefined => /^#?(\d+-[\w-]{24})$/.exec(hash)?.[1]

/** Lets a customer in: asks for the address, or uses the link that was mailed there. */
export function SignIn({ companyId }: { companyId: string }) {
  const { t } = useTranslation('my')
  const [secret, setSecret] = useState(() => secretOf(window.location.hash))
  const company = portal.useQuery('get', '/my/companies/{companyId}', {
    params: { path: { companyId } },
  })
  const locale = company.data?.locale
  const name = company.data?.name
  useEffect(() => {
    document.title = name ? `${t('title')} · ${name}` : t('title')
  }, [t, name])
  useEffect(() => {
    if (locale) void suggestLanguage(locale)
  }, [locale])
  // A link that is opened in a page that is there already.
  useEffect(() => {
    const look = () => setSecret(secretOf(window.location.hash))
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  if (company.error) return <ErrorState error={company.error} onRetry={() => void company.refetch()} />
  if (!company.data) return <Waiting />
  return (
    <Look company={company.data}>
      <Center component="main" mih="100vh" p="md">
        <Stack w="100%" maw={440} gap="md">
          <Group
            justify="space-between"
            wrap="nowrap"
            style={{ ...bandOf(company.data), borderRadius: 'var(--mantine-radius-md)' }}
            p={company.data.look.band === null ? 0 : 'sm'}
          >
            <Brand company={company.data} />
            <Settings />
          </Group>
          <Paper p="lg" withBorder>
            {secret === undefined ? (
              <Ask companyId={companyId} name={company.data.name} />
            ) : (
              <Enter secret={secret} onStale={() => setSecret(undefined)} />
            )}
          </Paper>
        </Stack>
      </Center>
    </Look>
  )
}

const Head = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Title order={1} size="h2" mb={4}>
      {title}
    </Title>
    <Text c="dimmed" mb="md" role="status">
      {children}
    </Text>
  </>
)

function Ask({ companyId, name }: { companyId: string; name: string }) {
  const { t, i18n } = useTranslation('my')
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({ initialValues: { email: '' } })
  const { submit, busy, problem } = useSubmit(form)
  const ask = portal.useMutation('post', '/my/login-links')
  if (sentTo !== undefined)
    return (
      <Stack align="flex-start" role="status">
        <IconMailCheck size={40} stroke={1.5} aria-hidden />
        <Title order={1} size="h2">
          {t('look.title')}
        </Title>
        <Text>{t('look.text', { email: sentTo, name })}</Text>
        <Button variant="default" onClick={() => setSentTo(undefined)}>
          {t('look.again')}
        </Button>
      </Stack>
    )
  return (
    <>
      <Head title={t('title')}>{t('ask.text', { name })}</Head>
      <form
        onSubmit={submit(async ({ email }) => {
          const locale = i18n.language as Language
          await ask.mutateAsync({ body: { companyId, email, locale } })
          setSentTo(email.trim())
        })}
      >
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <FormProblem problem={problem} />
          <Button type="submit" loading={busy}>
            {t('ask.send')}
          </Button>
        </Stack>
      </form>
    </>
  )
}

/** By a press of a button: programs that look at mail before its reader does open links too, and would use it up. */
function Enter({ secret, onStale }: { secret: string; onStale(): void }) {
  const { t } = useTranslation('my')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const open = portal.useMutation('post', '/my/session', {
    onSuccess: ({ companyId }) => {
      queries.clear()
      void navigate({ to: '/my/$company', params: { company: companyId }, replace: true })
    },
  })
  const stale = asApiError(open.error)?.status === 422
  return (
    <>
      <Head title={stale ? t('enter.staleTitle') : t('enter.title')}>
        {stale ? t('enter.stale') : t('enter.text')}
      </Head>
      <Stack>
        {open.error && !stale && <ErrorState error={open.error} />}
        {stale ? (
          <Button
            onClick={() => {
              window.history.replaceState(window.history.state, '', window.location.pathname)
              onStale()
            }}
          >
            {t('enter.another')}
          </Button>
        ) : (
          <Button loading={open.isPending} onClick={() => open.mutate({ body: { token: secret } })}>
            {t('enter.go')}
          </Button>
        )}
      </Stack>
    </>
  )
}
