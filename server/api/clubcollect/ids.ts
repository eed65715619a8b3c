import { dashed } from '../../kernel/base32.ts'

const FORM = /^[0-9a-f]{40}$/

/** A thing of some company: both halves of an id. */
export interface Ref {
  companyId: number
  id: string
}

/** 40 lower-case hex characters: the 32 of the UUID, then the company's number in 8, so that a look-up knows its tenant. */
export const encodeId = (companyId: number, uuid: string): string =>
  uuid.replaceAll('-', '') + companyId.toString(16).padStart(8, '0')

/** Undefined for anything that cannot be one of our ids. */
export function decodeId(id: unknown): Ref | undefined {
  if (typeof id !== 'string' || !FORM.test(id)) return undefined
  const companyId = Number.parseInt(id.slice(32), 16)
  if (companyId < 1 || companyId > 0x7fffffff) return undefined
  return { companyId, id: dashed(id) }
}
