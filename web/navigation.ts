import type { TablerIcon } from '@tabler/icons-react'
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

/** The desk's menu, in groups. Every module adds its own line. */
export const destinations: Destination[][] = []
