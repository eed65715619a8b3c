/** How lists of our own API go on: with `useInfiniteQuery`. Null, because the client takes undefined for page 0. */
export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null as unknown as string,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor,
} as const
