import Type from 'typebox'
import type { PageRequest } from '../../kernel/page.ts'
import { pageNumber, pageSize } from '../paging.ts'
import { clamp } from '../soften.ts'

const DEFAULT_SIZE = 30
const MAX_SIZE = 100

export const pageQuery = Type.Object({ page_number: pageNumber, page_size: pageSize(DEFAULT_SIZE, MAX_SIZE) })

const { page_number: numberRule, page_size: sizeRule } = pageQuery.properties

/** The rendered documentation spells `page:number` and `page:size`; those answer too. */
export function parsePage(query: Record<string, unknown>): { number: number; size: number } {
  return {
    number: clamp(numberRule, query['page_number'] ?? query['page:number']),
    size: clamp(sizeRule, query['page_size'] ?? query['page:size']),
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
