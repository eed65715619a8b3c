import Type from 'typebox'
import type { PageRequest } from '../../kernel/page.ts'

const DEFAULT_SIZE = 30
const MAX_SIZE = 100
const MAX_PAGE = 1_000_000_000

export const pageQuery = Type.Object({
  page_number: Type.Optional(
    Type.Unsafe<unknown>({ type: 'integer', minimum: 1, default: 1, description: 'The page to show.' }),
  ),
  page_size: Type.Optional(
    Type.Unsafe<unknown>({
      type: 'integer',
      minimum: 1,
      maximum: MAX_SIZE,
      default: DEFAULT_SIZE,
      description: 'Entries per page.',
    }),
  ),
})

/** Out of range is moved into it, what is no number is the default. */
function clamp(value: unknown, fallback: number, max: number): number {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!/^-?\d+$/.test(text)) return fallback
  return Math.min(Math.max(Number(text), 1), max)
}

/** The rendered documentation spells `page:number` and `page:size`; those answer too. */
export function parsePage(query: Record<string, unknown>): { number: number; size: number } {
  return {
    number: clamp(query['page_number'] ?? query['page:number'], 1, MAX_PAGE),
    size: clamp(query['page_size'] ?? query['page:size'], DEFAULT_SIZE, MAX_SIZE),
  }
}

export const toPageRequest = ({ number, size }: { number: number; size: number }): PageRequest => ({
  offset: (number - 1) * size,
  limit: size,
})

export const pageObject = Type.Object(
  {
    page_number: Type.Integer({ examples: [1] }),
    page_size: Type.Integer({ examples: [12] }),
    total_entries: Type.Integer({ examples: [53] }),
    total_pages: Type.Integer({ examples: [5] }),
  },
  { $id: 'Page', description: 'Where in the list this page stands.' },
)

export const presentPageObject = ({ number, size }: { number: number; size: number }, total: number) => ({
  page_number: number,
  page_size: size,
  total_entries: total,
  total_pages: Math.max(1, Math.ceil(total / size)),
})
