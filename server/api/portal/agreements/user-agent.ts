/** What a browser says it is: for people to read, so without what they cannot. */
export const userAgentOf = (header: string | undefined): string | undefined =>
  header?.replace(/[^\x20-\x7e]/g, '').slice(0, 300) || undefined
