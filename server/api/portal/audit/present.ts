import type { AuditEntry } from '../../../domain/audit/list-audit-trail.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { encodeId } from '../ids.ts'

export const presentActor = (ref: string, name: string | undefined) => ({
  ref,
  kind: ref.slice(0, ref.indexOf(':')),
  name: name ?? null,
})

/** The prefixes under which `/v1` and the portal name the subjects of each area; the others have none that is known. */
const prefixes: Record<string, string> = {
  agreement: 'agr_',
  api_key: 'key_',
  appointment: 'apt_',
  batch: 'imp_',
  customer: 'cst_',
  customer_group: 'cug_',
  invoice: 'inv_',
  offer: 'off_',
  ticket: 'tic_',
  webhook: 'wbh_',
}

const areaOf = (type: string): string => type.split('.')[0]!

/** Values by their path: `recipient.email`. An array is a value. */
function leaves(value: unknown, path: string, into: Map<string, string>): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) into.set(path, value.map(textOf).join(', '))
  else if (typeof value === 'object')
    for (const [key, part] of Object.entries(value)) leaves(part, path === '' ? key : `${path}.${key}`, into)
  else into.set(path, textOf(value))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export function changesOf(before: unknown, after: unknown) {
  const [old, now] = [new Map<string, string>(), new Map<string, string>()]
  leaves(before, '', old)
  leaves(after, '', now)
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

export const presentEntry = (entry: AuditEntry, { timeZone }: Company) => ({
  id: encodeId('event', entry.id),
  type: entry.type,
  at: formatAtom(entry.at, timeZone),
  actor: presentActor(entry.actor, entry.actorName),
  subject: {
    kind: areaOf(entry.type),
    id: (prefixes[areaOf(entry.type)] ?? 'thing_') + encodeUuid(entry.subjectId),
    name: entry.subjectName ?? null,
  },
  changes: changesOf(entry.before, entry.after),
})
