import type { components } from '../../client/portal.generated.ts'

export type Entry = components['schemas']['InboxEntry']
export type Conversation = components['schemas']['Conversation']
export type Counts = components['schemas']['InboxCounts']
export type Box = keyof Counts

/** In the order of the menu. */
export const boxes = [
  'unanswered',
  'mine',
  'answered',
  'support',
  'snoozed',
  'archived',
] as const satisfies readonly Box[]

export const isBox = (value: unknown): value is Box => (boxes as readonly unknown[]).includes(value)
