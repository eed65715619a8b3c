import {
  IconApps,
  IconBuilding,
  IconCode,
  IconCreditCard,
  IconHistory,
  IconHeartHandshake,
  IconKey,
  IconPalette,
  IconPlugConnected,
  IconShieldLock,
  IconUsers,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Me } from '../../client/me.ts'

interface Place {
  /** The last part of its path, and its words: `place.<name>`. */
  name: string
  icon: TablerIcon
  permission: Me['permissions'][number]
  feature?: string
}

/** All there is to set up. A place whose page is not there is left out. */
export const places: Record<'company' | 'software' | 'oversight', Place[]> = {
  company: [
    { name: 'company', icon: IconBuilding, permission: 'company:write' },
    { name: 'look', icon: IconPalette, permission: 'company:write' },
    { name: 'users', icon: IconUsers, permission: 'staff:read' },
    { name: 'plan', icon: IconCreditCard, permission: 'company:read' },
    { name: 'connections', icon: IconPlugConnected, permission: 'settings:read' },
  ],
  software: [
    { name: 'keys', icon: IconKey, permission: 'settings:read' },
    { name: 'webhooks', icon: IconWebhook, permission: 'webhooks:write', feature: 'webhooks' },
    { name: 'partners', icon: IconHeartHandshake, permission: 'settings:read' },
    { name: 'apps', icon: IconApps, permission: 'settings:read' },
    { name: 'developers', icon: IconCode, permission: 'settings:read' },
  ],
  oversight: [
    { name: 'audit', icon: IconHistory, permission: 'audit:read' },
    { name: 'privacy', icon: IconShieldLock, permission: 'privacy:read' },
  ],
}
