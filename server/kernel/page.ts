/** A stretch of a list. `offset` and `limit` count rows. */
export interface PageRequest {
  offset: number
  limit: number
}

/** One page and whether another follows. */
export interface Page<Row> {
  rows: Row[]
  more: boolean
}

/** Splits what a query for `limit + 1` rows brought. */
export function toPage<Row>(rows: Row[], limit: number): Page<Row> {
  return rows.length > limit ? { rows: rows.slice(0, limit), more: true } : { rows, more: false }
}
