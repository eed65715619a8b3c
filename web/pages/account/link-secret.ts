import { useEffect, useState } from 'react'

/** What a mailed link brought behind its `#`, which then leaves the address: nobody reads it over a shoulder or in the history. */
export function useLinkSecret(): string {
  const [secret] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash !== '')
      window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return secret
}
