export type Kind = 'reply' | 'note'

const keyOf = (companyId: string, ticketId: string, kind: Kind) =>
  `balie.draft.${companyId}.${ticketId}.${kind}`

/** What was written and not sent: in this tab, until it is closed. */
export const readDraft = (companyId: string, ticketId: string, kind: Kind): string =>
  sessionStorage.getItem(keyOf(companyId, ticketId, kind)) ?? ''

export function keepDraft(companyId: string, ticketId: string, kind: Kind, html: string): void {
  const key = keyOf(companyId, ticketId, kind)
  try {
    if (html === '' || html === '<p></p>') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, html)
  } catch {
    // Full, or not allowed: the draft is lost with the page then.
  }
}
