import type { PlainDate } from '../../kernel/time.ts'

/**
 * What a column holds. `money`: integer cents; `instant`: a date-time on the company's clock, `2026-11-21T10:00:00`; `day`:
 * `2026-11-21`; `number`: an integer.
 */
export type CellType = 'text' | 'money' | 'day' | 'instant' | 'number'

type CellValue<Type extends CellType> = Type extends 'money' | 'number'
  ? number
  : Type extends 'day'
    ? PlainDate
    : string

/** A column of a table; `null` is an empty cell. */
export type Column<Row> = {
  [Type in CellType]: { heading: string; type: Type; of(row: Row): CellValue<Type> | null }
}[CellType]

/** A table whose rows come as they are taken. */
export interface Table<Row> {
  name: string
  columns: readonly Column<Row>[]
  batches: AsyncIterable<Row[]>
}
