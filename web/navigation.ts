import { IconChartBar, IconHome, IconSettings, type TablerIcon } from '@tabler/icons-react'
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
    // inbox
    // invoices
    // imports
    { to: '/desk/money', label: 'money', icon: IconChartBar, permission: 'invoices:read' },
  ],
  [
    // customers
    // groups
    // offers
    // subscriptions
    // appointments
    // agreements
    // files
    // punch cards
    // payment links
  ],
  [{ to: '/desk/settings', label: 'settings', icon: IconSettings, permission: 'audit:read' }],
]
