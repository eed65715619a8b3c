/**
 * How the lists of `/v1` go on that can be filtered: by their cursor. A list that goes on and one that does not must not
 * be asked for with the same parameters: they would share what is cached.
 */
export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next_cursor?: string | null }) => last.next_cursor ?? undefined,
}

/** The others: by the number of the page. */
export const byNumber = {
  pageParamName: 'page',
  initialPageParam: 1,
  getNextPageParam: (last: { current_page: number; next_page_url: string | null }) =>
    last.next_page_url === null ? undefined : last.current_page + 1,
}

/** How the lists of the portal go on. */
export const byNextCursor = {
  pageParamName: 'cursor',
  initialPageParam: null as string | null,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
}

/** All rows that were fetched so far; undefined until there are some. */
export const rowsOf = <Row>(data: { pages: { data: Row[] }[] } | undefined): Row[] | undefined =>
  data?.pages.flatMap((page) => page.data)
