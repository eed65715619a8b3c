import { useState } from 'react'

/** What a mailed link brought behind its `#`, which then leaves the address: nobody reads it over a shoulder or in the history. */
export function useLinkSecret(): string {
  const [secret] = useState(() => {
    const brought = window.location.hash.slice(1)
    if (brought !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
    return brought
  })
  return secret
}
