import {
  IconChartBar,
  IconHome,
  IconInbox,
  IconLink,
  IconRepeat,
  IconSettings,
  IconTicket,
  IconCalendarEvent,
  IconFileDescription,
  IconFolder,
  IconSignature,
  IconUsers,
  IconUsersGroup,
  IconFileInvoice,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Me } from './client/me.ts'

/** A place in the desk's menu. */
export interface Destination {
  to: string
  /** Its words: `desk:nav.<label>`. */
  label: string
  icon: TablerIcon
  permission: Me['permissions'][number]
  /** Left out of the menu where the plan lacks it. */
  feature?: string
}

/** The desk's menu, in groups: what one works with every day, whom and what it is about, how it is set up. */
export const destinations: Destination[][] = [
  [
    { to: '/desk', label: 'home', icon: IconHome, permission: 'account:read' },
    { to: '/desk/inbox', label: 'inbox', icon: IconInbox, permission: 'tickets:read' },
    // invoices
    // imports
    // inbox
    { to: '/desk/invoices', label: 'invoices', icon: IconFileInvoice, permission: 'invoices:read' },
    { to: '/desk/imports', label: 'imports', icon: IconSend, permission: 'invoices:read' },
    { to: '/desk/money', label: 'money', icon: IconChartBar, permission: 'invoices:read' },
  ],
  [
    { to: '/desk/customers', label: 'customers', icon: IconUsers, permission: 'customers:read' },
    { to: '/desk/groups', label: 'groups', icon: IconUsersGroup, permission: 'customers:read' },
    {
      to: '/desk/offers',
      label: 'offers',
      icon: IconFileDescription,
      permission: 'offers:read',
      feature: 'offers',
    },
    {
      to: '/desk/subscriptions',
      label: 'subscriptions',
      icon: IconRepeat,
      permission: 'subscription:read',
      feature: 'subscriptions',
    },
    {
      to: '/desk/appointments',
      label: 'appointments',
      icon: IconCalendarEvent,
      permission: 'appointments:read',
      feature: 'appointments',
    },
    {
      to: '/desk/agreements',
      label: 'agreements',
      icon: IconSignature,
      permission: 'agreements:read',
      feature: 'agreements',
    },
    {
      to: '/desk/files',
      label: 'files',
      icon: IconFolder,
      permission: 'files:read',
      feature: 'files',
    },
    {
      to: '/desk/punch-cards',
      label: 'punchCards',
      icon: IconTicket,
      permission: 'punchcards:read',
      feature: 'punch-cards',
    },
    {
      to: '/desk/payment-links',
      label: 'paymentLinks',
      icon: IconLink,
      permission: 'paymentlinks:read',
      feature: 'payment-links',
    },
  ],
  [{ to: '/desk/settings', label: 'settings', icon: IconSettings, permission: 'staff:read' }],
]
