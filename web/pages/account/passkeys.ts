import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { useEffect, useEffectEvent } from 'react'
import { portalFetch } from '../../client/client.ts'

/** Browsers know passkeys for host names only. */
export const passkeysHere = (): boolean =>
  browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname)

async function options(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { data } = await portalFetch.POST('/session/passkey/options')
  return data!.publicKey as unknown as PublicKeyCredentialRequestOptionsJSON
}

/** Asks the browser for a passkey. Throws `NotAllowedError` where nobody gave one. */
export const askForPasskey = async (): Promise<AuthenticationResponseJSON> =>
  startAuthentication({ optionsJSON: await options() })

/** Did the person, or the browser, give up? */
export const gaveUp = (error: unknown): boolean =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)

/** What is asked is good for five minutes. */
const RENEW_MS = 4 * 60_000

/** Offers passkeys among what the browser fills in (conditional mediation), as long as the page is there. */
export function usePasskeyAutofill(onAnswer: (passkey: AuthenticationResponseJSON) => void): void {
  const answer = useEffectEvent(onAnswer)
  useEffect(() => {
    let over = false
    const offer = async () => {
      if (!passkeysHere() || !(await browserSupportsWebAuthnAutofill())) return
      try {
        const optionsJSON = await options()
        if (over) return
        const passkey = await startAuthentication({ optionsJSON, useBrowserAutofill: true })
        if (!over) answer(passkey)
      } catch {
        // Nobody chose one, or another question took its place; the button is still there.
      }
    }
    void offer()
    const renewing = setInterval(() => void offer(), RENEW_MS)
    return () => {
      over = true
      clearInterval(renewing)
      WebAuthnAbortService.cancelCeremony()
    }
  }, [])
}
