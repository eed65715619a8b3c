import { AppShell, Burger, Group, ScrollArea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, type Me } from '../../client/me.ts'
import { ErrorState } from '../../components/states.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { suggestLanguage } from '../../i18n/i18n.ts'
import { ChooseCompany } from '../account/choose-company.tsx'
import { CompanyMenu } from './company-menu.tsx'
import { DeskMenu } from './desk-menu.tsx'
import { UserMenu } from './user-menu.tsx'

export function Desk() {
  const { me, error, retry } = useSession()
  const { href, pathname } = useLocation()
  const locale = me?.company?.locale
  useEffect(() => {
    if (locale) void suggestLanguage(locale)
  }, [locale])
  if (error) return <ErrorState error={error} onRetry={retry} />
  // Under way to the sign-in already: its own address is not where one wanted to go.
  if (me === undefined || !pathname.startsWith('/desk')) return <Waiting />
  if (me === null) return <Navigate to="/sign-in" search={{ next: href }} replace />
  return <Shell me={me} />
}

/** Who belongs to no company any more sees the shell, and nothing in it. */
function Shell({ me }: { me: Me }) {
  const working = me.company !== null
  const { t } = useTranslation(['desk', 'common'])
  const [opened, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  useEffect(close, [pathname, close])
  return (
    <>
      <a className="skip" href="#content">
        {t('common:skip')}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
      >
        <AppShell.Header>
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('menu')}
                aria-expanded={opened}
              />
              <CompanyMenu />
            </Group>
            <UserMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={t('menu')}>
          <AppShell.Section grow component={ScrollArea}>
            {working && <DeskMenu />}
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main id="content">
          <Suspense fallback={<Waiting />}>{working ? <Outlet /> : <ChooseCompany me={me} />}</Suspense>
        </AppShell.Main>
      </AppShell>
    </>
  )
}
