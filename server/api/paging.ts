import Type from 'typebox'

/** Deep enough for any list, and its row number is still a safe integer. */
const MAX_PAGE = 1_000_000_000

/** A number of a page or its size, forgiving: see `clamp`. */
const clamped = (description: string, fallback: number, maximum: number) =>
  Type.Optional(Type.Integer({ description, minimum: 1, maximum, default: fallback, 'x-clamped': true }))

export const pageNumber = clamped('The page to show.', 1, MAX_PAGE)

export const pageSize = (fallback: number, maximum: number) =>
  clamped('How many to a page.', fallback, maximum)
