import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/time.ts'
import type { MessageBody } from './message-body.ts'

/** What may stand in a canned answer between double braces. */
export const placeholders = ['name', 'invoiceNumber', 'outstanding', 'company', 'colleague'] as const
export type Placeholder = (typeof placeholders)[number]

/** An answer that is given often. */
export interface CannedAnswer {
  id: string
  name: string
  /** Sanitised, with placeholders such as `{{name}}`. */
  html: string
  changedAt: Instant
}

export interface NewCannedAnswer {
  name: string
  body: MessageBody
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g
const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name)

/** Throws `invalid` for a placeholder that nothing will take the place of. */
export function checkPlaceholders(html: string): void {
  for (const [, name] of html.matchAll(PLACEHOLDER))
    if (!isPlaceholder(name!))
      throw invalid(
        'message',
        `has no placeholder {{${name!.slice(0, 30)}}}; there are ${placeholders.join(', ')}`,
      )
}

/** Puts in what is known; the others stay, for a person to see. */
export const fillPlaceholders = (html: string, values: Partial<Record<Placeholder, string>>): string =>
  html.replace(PLACEHOLDER, (whole, name: string) => (isPlaceholder(name) ? (values[name] ?? whole) : whole))

/** The placeholders that are still there. */
export const openPlaceholders = (html: string): Placeholder[] => [
  ...new Set([...html.matchAll(PLACEHOLDER)].map(([, name]) => name!).filter(isPlaceholder)),
]

export const cannedAnswerColumns = (ctx: Ctx) =>
  ctx.sql`a.id, a.name, a.body_html as html, a.changed_at as "changedAt"`

const UNIQUE_VIOLATION = '23505'

/** Says that the name is in use, where that is what the database refused. */
export function nameInUse(error: { code?: string }): never {
  if (error.code !== UNIQUE_VIOLATION) throw error
  throw conflict('canned_answer_exists', 'There is a canned answer of that name already.')
}
