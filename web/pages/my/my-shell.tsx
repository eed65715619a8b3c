import { AppShell, Burger, Group, NavLink, ScrollArea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/states.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { suggestLanguage } from '../../i18n/i18n.ts'
import { bandOf, Brand } from './brand.tsx'
import { destinationsOf, MenuOfCms } from './destinations.tsx'
import { Look } from './look.tsx'
import { Settings } from './settings-menu.tsx'
import { SignIn } from './sign-in.tsx'
import { useCompanyId, useMySession, type My } from './use-my.ts'

/** Whoever is not in signs in right here, and is then where they wanted to be. */
export function MyShell() {
  const companyId = useCompanyId()
  const { my, error, retry } = useMySession()
  const { hash } = useLocation()
  const locale = my?.company.locale
  useEffect(() => {
    if (locale) void suggestLanguage(locale)
  }, [locale])
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (my === undefined) return <Waiting />
  // A session is of one company: for another one signs in anew, and with a new link too.
  if (my === null || my.company.id !== companyId || hash !== '')
    return <SignIn key={companyId} companyId={companyId} />
  return (
    <Look company={my.company}>
      <Shell my={my} />
    </Look>
  )
}

function Shell({ my }: { my: My }) {
  const { t } = useTranslation(['my', 'common'])
  const [opened, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  const { company } = my
  useEffect(close, [pathname, close])
  const isHere = (to: string) =>
    to === '/my/$company'
      ? /^\/my\/[^/]+\/?$/.test(pathname)
      : pathname.startsWith(to.replace('$company', company.id))
  return (
    <>
      <a className="skip" href="#content" onClick={focusContent}>
        {t('common:skip')}
      </a>
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
      >
        <AppShell.Header style={bandOf(company)}>
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                color={company.look.palette.onBand ?? undefined}
                aria-label={t('menu')}
                aria-expanded={opened}
              />
              <Brand company={company} />
            </Group>
            <Settings email={my.email} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={t('menu')}>
          <AppShell.Section grow component={ScrollArea}>
            {destinationsOf(my).map(({ to, label, icon: Icon, waiting }) => (
              <NavLink
                key={to}
                renderRoot={(props) => (
                  <Link
                    to={to}
                    params={{ company: company.id }}
                    // What is below the start is not the start.
                    activeOptions={{ exact: to === '/my/$company' }}
                    {...props}
                  />
                )}
                label={t(`nav.${label}`)}
                leftSection={<Icon size={20} stroke={1.5} aria-hidden />}
                rightSection={
                  waiting > 0 ? <b aria-label={t('waiting', { count: waiting })}>{waiting}</b> : null
                }
                active={isHere(to)}
                aria-current={isHere(to) ? 'page' : undefined}
                style={{ borderRadius: 'var(--mantine-radius-md)' }}
              />
            ))}
            <MenuOfCms my={my} />
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </AppShell.Main>
      </AppShell>
    </>
  )
}

/** Not by the address: what stands behind its `#` is a secret here. */
function focusContent(event: { preventDefault(): void }) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
