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

/** Where a list goes on: behind the row with this id, whose value in the order of the list is `key`. */
export interface After {
  key: string
  id: string
}

/** A stretch of a list, by row number or behind a row. */
export interface Stretch extends PageRequest {
  after: After | undefined
}

/** A row and its value in the order of the list, as the database writes it. */
export type Keyed<Row> = Row & { key: string }
