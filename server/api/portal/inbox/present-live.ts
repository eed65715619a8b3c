import type { InboxChange } from '../../../domain/tickets/list-inbox-changes.ts'
import { CHANGES_KEPT_MS } from '../../../domain/tickets/sweep-inbox-changes.ts'
import type { Present } from '../../../domain/tickets/presence.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

const userId = (actor: string) => (actor.startsWith('user:') ? encodeId('user', actor.slice(5)) : null)

export const presentChange = (change: InboxChange, { timeZone }: Company) => ({
  conversationId: encodeId('ticket', change.ticketId),
  type: change.type,
  by: userId(change.actor),
  at: formatAtom(change.at, timeZone),
})

export const presentPresence = ({ ticketId, person, writing, since }: Present, { timeZone }: Company) => ({
  conversationId: encodeId('ticket', ticketId),
  colleagueId: encodeId('colleague', person.id),
  name: person.name,
  writing,
  since: formatAtom(since, timeZone),
})

/** From where to go on, and when that was: after a day nobody knows any more. */
export const cursorOf = (transaction: string, now: Date): string =>
  `${transaction}.${Math.floor(now.getTime() / 1000)}`

/** The transaction of a cursor; `unknown` for one that is none, or too old. */
export function transactionOf(cursor: string, now: Date): string {
  const [, transaction, seconds] = /^(\d{1,18})\.(\d{1,12})$/.exec(cursor) ?? []
  if (transaction === undefined) return 'unknown'
  const age = now.getTime() - Number(seconds) * 1000
  return age < CHANGES_KEPT_MS - 3_600_000 ? transaction : 'unknown'
}
