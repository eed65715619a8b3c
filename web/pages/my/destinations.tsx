import { NavLink } from '@mantine/core'
import {
  IconCalendar,
  IconCash,
  IconClipboardText,
  IconFileInvoice,
  IconFiles,
  IconFileText,
  IconFileUpload,
  IconHome,
  IconMessages,
  IconNotebook,
  IconRefresh,
  IconSignature,
  IconTicket,
  IconUser,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { portal } from '../../client/client.ts'
import type { My } from './use-my.ts'

/** The places of the menu: those where there is something, with how much of it waits. */
export function destinationsOf({ overview: of }: My) {
  const all = [
    { to: '/my/$company', label: 'home', icon: IconHome, there: true, waiting: 0 },
    {
      to: '/my/$company/invoices',
      label: 'invoices',
      icon: IconFileInvoice,
      there: true,
      waiting: of.openInvoices,
    },
    { to: '/my/$company/payments', label: 'payments', icon: IconCash, there: of.invoices > 0, waiting: 0 },
    { to: '/my/$company/conversations', label: 'conversations', icon: IconMessages, there: true, waiting: 0 },
    {
      to: '/my/$company/offers',
      label: 'offers',
      icon: IconFileText,
      there: of.offers > 0,
      waiting: of.openOffers,
    },
    {
      to: '/my/$company/agreements',
      label: 'agreements',
      icon: IconSignature,
      there: of.agreements > 0,
      waiting: of.openAgreements,
    },
    {
      to: '/my/$company/file-requests',
      label: 'fileRequests',
      icon: IconFileUpload,
      there: of.fileRequests > 0,
      waiting: of.openFileRequests,
    },
    {
      to: '/my/$company/file-shares',
      label: 'fileShares',
      icon: IconFiles,
      there: of.fileShares > 0,
      waiting: 0,
    },
    {
      to: '/my/$company/appointments',
      label: 'appointments',
      icon: IconCalendar,
      there: of.appointments > 0,
      waiting: 0,
    },
    {
      to: '/my/$company/subscriptions',
      label: 'subscriptions',
      icon: IconRefresh,
      there: of.subscriptions > 0,
      waiting: 0,
    },
    {
      to: '/my/$company/punch-cards',
      label: 'punchCards',
      icon: IconTicket,
      there: of.punchCards > 0,
      waiting: 0,
    },
    { to: '/my/$company/details', label: 'details', icon: IconUser, there: true, waiting: 0 },
  ] as const
  return all.filter(({ there }) => there)
}

/** The company's own pages and forms, for those who are its customers. */
export function MenuOfCms({ my }: { my: My }) {
  const { pathname } = useLocation()
  const mine = my.customers.length > 0
  const pages = portal.useQuery('get', '/my/pages', undefined, { enabled: mine && my.overview.pages > 0 })
  const forms = portal.useQuery('get', '/my/forms', undefined, { enabled: mine && my.overview.forms > 0 })
  const all = [
    ...(pages.data?.data ?? []).map(
      (one) => ({ ...one, to: '/my/$company/pages/$id', icon: IconNotebook }) as const,
    ),
    ...(forms.data?.data ?? []).map(
      (one) => ({ ...one, to: '/my/$company/forms/$id', icon: IconClipboardText }) as const,
    ),
  ]
  return all.map(({ id, title, to, icon: Icon }) => {
    const here = pathname.endsWith(`/${id}`)
    return (
      <NavLink
        key={id}
        renderRoot={(props) => <Link to={to} params={{ company: my.company.id, id }} {...props} />}
        label={title}
        leftSection={<Icon size={20} stroke={1.5} aria-hidden />}
        active={here}
        aria-current={here ? 'page' : undefined}
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
    )
  })
}
