interface NumberedPage {
  current_page: number
  next_page_url: string | null
}

/** How lists of `/v1` that have no cursor go on: with `useInfiniteQuery`. */
export const pageByPage = {
  pageParamName: 'page',
  initialPageParam: 1,
  getNextPageParam: (last: NumberedPage) => (last.next_page_url === null ? undefined : last.current_page + 1),
} as const
